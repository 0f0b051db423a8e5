import { useEffect, useState } from 'preact/hooks';
import type { Dossier, State } from '../api/types';
import { useResource } from '../api/useResource';
import { Trouble, Waiting } from '../components/parts';
import { t } from '../i18n/i18n';
import { assignDecision, pairDecision, stateDecision, valueDecision } from '../review/decisions';
import { MergeDialog } from '../review/MergeDialog';
import { canUndo, commits, decide, dispatch, review, undo } from '../review/store';
import { useKeys } from '../review/useKeys';
import { go, query, to, under, withQuery } from '../router';
import { may, session } from '../session';
import { atOf, DossierView, valueAt } from './DossierView';
import { keyOfValue, valuesOf } from './Slots';

/** One dossier on a page of its own: every value can be decided. */
export function DossierPage() {
  const id = under('/dossiers') ?? '';
  const { data: dossier, etag, error, reload } = useResource<Dossier>(`/v1/dossiers/${encodeURIComponent(id)}`);
  useEffect(() => {
    if (commits.value) reload();
  }, [commits.value]);
  useEffect(() => {
    // An old id leads to the present one; the address follows.
    if (dossier && dossier.id !== id) go(to.dossier(dossier.id) + location.search, true);
  }, [dossier, id]);
  if (error && !dossier) return <Trouble error={error} again={reload} />;
  if (!dossier) return <Waiting />;
  return <Loaded dossier={dossier} etag={etag} />;
}

function Loaded({ dossier, etag }: { dossier: Dossier; etag: string | null }) {
  const [merging, setMerging] = useState(false);
  const selected = query.value.get('value');
  const keys = valuesOf(dossier).map((v) => keyOfValue(v.slot.slot, v.value.value));

  const focusOn = (key: string | null) => {
    const at = key ? valueAt(dossier, key) : null;
    const first = at?.value.statements[0];
    go(withQuery({ value: key, report: first?.report ?? query.value.get('report'), at: first?.span ? atOf(first.span) : null }), true);
  };
  const listed = keys.join('\n');
  // The list is taken over when it changes.
  useEffect(() => {
    dispatch({ kind: 'list', items: keys });
    dispatch({ kind: 'select', item: selected });
  }, [listed, dossier.id]);
  const step = (act: () => void) => {
    dispatch({ kind: 'select', item: query.value.get('value') });
    act();
    focusOn(review.value.selected);
  };
  const move = (direction: 1 | -1) => step(() => dispatch({ kind: 'move', step: direction }));
  const verdict = (kind: 'accept' | 'reject') =>
    step(() => {
      const at = selected ? valueAt(dossier, selected) : null;
      if (at) decide(valueDecision(dossier, at.slot.slot, at.value.value, kind, selected, etag));
    });
  const state = (next: State) => decide(stateDecision(dossier, next, null, dossier, etag));
  const decides = may('reviewer');
  useKeys({
    next: () => move(1),
    previous: () => move(-1),
    accept: decides && selected ? () => verdict('accept') : undefined,
    reject: decides && selected ? () => verdict('reject') : undefined,
    unsure: may('contributor') ? () => state('needs_help') : undefined,
    merge: decides ? () => setMerging(true) : undefined,
    source: () => document.querySelector<HTMLElement>('.source .seg.on, .source .seg:has(.k-focus), .source .seg')?.focus(),
    undo: canUndo.value ? () => step(undo) : undefined,
    close: selected ? () => go(withQuery({ value: null, at: null }), true) : undefined,
  });
  return (
    <main class="page dossier-page" id="main">
      {may('contributor') && (
        <div class="buttons item-actions" role="group" aria-label={t('dossier.review')}>
          {(['in_review', 'needs_help', 'ready'] as const).map((s) => (
            <button type="button" key={s} aria-pressed={dossier.state === s} onClick={() => state(s)}>
              {t(`do.${s}`)}
            </button>
          ))}
          {decides && (
            <>
              <button type="button" class="yes" onClick={() => state('accepted')}>
                {t('do.accepted')}
              </button>
              <button type="button" class="no" onClick={() => state('rejected')}>
                {t('do.rejected')}
              </button>
            </>
          )}
          <button type="button" onClick={() => decide(assignDecision(dossier, session.value?.name ?? null))}>
            {t('do.assign')}
          </button>
          {dossier.assigned_to && (
            <button type="button" onClick={() => decide(assignDecision(dossier, null))}>
              {t('do.unassign')}
            </button>
          )}
        </div>
      )}
      <DossierView dossier={dossier} etag={etag} itemOf={(key) => key} />
      {merging && (
        <MergeDialog
          dossier={dossier}
          onClose={() => setMerging(false)}
          onChosen={(other, reasons) =>
            decide(pairDecision('same', { a: dossier.id, b: other, title: `${dossier.title ?? dossier.id} / ${other}`, reasons }, null))
          }
        />
      )}
    </main>
  );
}
