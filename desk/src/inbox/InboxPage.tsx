import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { get } from '../api/client';
import type { Dossier, Page, QueueItem, State } from '../api/types';
import { prefetch, useResource } from '../api/useResource';
import { Age, Empty, StateChip, Trouble, Waiting } from '../components/parts';
import { DossierView } from '../dossier/DossierView';
import { reasonText, t, word } from '../i18n/i18n';
import { assignDecision, pairDecision, pairOf, stateDecision } from '../review/decisions';
import { MergeDialog } from '../review/MergeDialog';
import { canUndo, commits, decide, dispatch, pending, review, undo } from '../review/store';
import { useKeys } from '../review/useKeys';
import { go, query, to, withQuery } from '../router';
import { may, session } from '../session';
import { PairView } from './PairView';

const states: State[] = ['new', 'in_review', 'needs_help', 'ready', 'accepted', 'rejected'];
const pageSize = 50;
/** So many items before the end of the list the next page is asked for, so that a reviewer never waits for it. */
const nearTheEnd = 8;

/** What waits for a decision: the list, and beside it the selected item with its sources. Selecting never decides. */
export function InboxPage() {
  const state = query.value.get('state');
  const assigned = query.value.get('assigned');
  const url = useMemo(() => {
    const q = new URLSearchParams({ limit: String(pageSize) });
    if (state) q.set('state', state);
    if (assigned) q.set('assigned', assigned);
    return `/v1/queue?${q}`;
  }, [state, assigned]);
  const first = useResource<Page<QueueItem>>(url);
  const [more, setMore] = useState<{ of: string; pages: Page<QueueItem>[] }>({ of: url, pages: [] });
  const later = more.of === url ? more.pages : [];
  const pages = first.data ? [first.data, ...later] : [];
  const items = pages.flatMap((p) => p.items);
  const next = pages.at(-1)?.next ?? null;
  const asked = query.value.get('item');
  const selected = asked ?? review.value.selected;
  const item = items.find((i) => i.id === selected) ?? null;

  useEffect(() => {
    if (!commits.value) return;
    setMore({ of: url, pages: [] });
    first.reload();
  }, [commits.value]);

  const asking = useRef(false);
  const load = async () => {
    if (!next || asking.current) return;
    asking.current = true;
    try {
      const page = await get<Page<QueueItem>>(`${url}&cursor=${encodeURIComponent(next)}`);
      setMore({ of: url, pages: [...later, page] });
    } finally {
      asking.current = false;
    }
  };

  const listed = items.map((i) => i.id).join('\n');
  // The list is taken over when it changes.
  useEffect(() => {
    if (!first.data) return;
    dispatch({ kind: 'select', item: asked });
    dispatch({ kind: 'list', items: items.map((i) => i.id) });
    if (asked && review.value.selected !== asked) follow();
  }, [listed, url]);

  // What comes next is asked for when the selection has settled.
  useEffect(() => {
    const at = items.findIndex((i) => i.id === selected);
    const ahead = items[at + 1];
    if (at >= 0 && ahead?.kind === 'dossier') prefetch(`/v1/dossiers/${encodeURIComponent(ahead.id)}`);
    if (at >= 0 && at >= items.length - nearTheEnd) load();
    document.querySelector('.queue li.on')?.scrollIntoView({ block: 'nearest' });
  }, [selected, listed]);

  const follow = () => go(withQuery({ item: review.value.selected, value: null, report: null, at: null }), true);
  const act = (run: () => void) => {
    dispatch({ kind: 'select', item: item?.id ?? null });
    run();
    follow();
  };
  const move = (step: 1 | -1) => act(() => dispatch({ kind: 'move', step }));
  useKeys({ undo: canUndo.value ? () => act(undo) : undefined });

  return (
    <main class={`page inbox${asked ? ' item-open' : ''}`} id="main">
      <h1 class="visually-hidden">{t('nav.inbox')}</h1>
      <nav class="queue" aria-label={t('queue.items')}>
        <Filters state={state} assigned={assigned} />
        {first.error && <Trouble error={first.error} again={first.reload} />}
        {first.loading && items.length === 0 && <Waiting />}
        {first.data && items.length === 0 && <Empty>{t('queue.empty')}</Empty>}
        <ol>
          {items.map((i) => (
            <Row key={i.id} item={i} on={i.id === selected} />
          ))}
        </ol>
        {next && (
          <button type="button" class="quiet" onClick={load}>
            {t('action.more')}
          </button>
        )}
      </nav>
      <section class="item" aria-label={t('queue.item')}>
        {asked && (
          <a class="back" href={withQuery({ item: null, value: null, report: null, at: null })}>
            {t('queue.back')}
          </a>
        )}
        {item ? (
          item.kind === 'pair' ? (
            <PairItem item={item} act={act} move={move} />
          ) : (
            <DossierItemView key={item.id} item={item} act={act} move={move} />
          )
        ) : (
          items.length > 0 && <Empty>{t('queue.choose')}</Empty>
        )}
      </section>
    </main>
  );
}

interface ItemProps {
  item: QueueItem;
  act: (run: () => void) => void;
  move: (step: 1 | -1) => void;
}

function DossierItemView({ item, act, move }: ItemProps) {
  const { data: dossier, etag, error, reload } = useResource<Dossier>(`/v1/dossiers/${encodeURIComponent(item.id)}`);
  const [merging, setMerging] = useState(false);
  useEffect(() => {
    if (commits.value) reload();
  }, [commits.value]);
  const state = (next: State) =>
    act(() => decide(stateDecision({ id: item.id, title: item.title ?? dossier?.title }, next, item.id, dossier, etag)));
  const ready = !!dossier;
  const decides = may('reviewer') && ready;
  const helps = may('contributor') && ready;
  useKeys({
    next: () => move(1),
    previous: () => move(-1),
    accept: decides ? () => state('accepted') : undefined,
    reject: decides ? () => state('rejected') : undefined,
    unsure: helps ? () => state('needs_help') : undefined,
    merge: decides ? () => setMerging(true) : undefined,
    source: ready ? () => go(to.dossier(item.id)) : undefined,
  });
  if (error && !dossier) return <Trouble error={error} again={reload} />;
  if (!dossier) return <Waiting />;
  return (
    <>
      <div class="buttons item-actions" role="group" aria-label={t('dossier.review')}>
        <a class="button" href={to.dossier(item.id)}>
          {t('queue.open')}
        </a>
        {helps && (
          <>
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
            <button type="button" onClick={() => state('needs_help')}>
              {t('do.needs_help')}
            </button>
            <button type="button" onClick={() => state('ready')}>
              {t('do.ready')}
            </button>
            <button type="button" onClick={() => decide(assignDecision({ id: item.id, title: item.title }, session.value?.name ?? null))}>
              {t('do.assign')}
            </button>
          </>
        )}
      </div>
      <DossierView dossier={dossier} etag={etag} compact />
      {merging && (
        <MergeDialog
          dossier={dossier}
          onClose={() => setMerging(false)}
          onChosen={(other, reasons) =>
            act(() =>
              decide(pairDecision('same', { a: item.id, b: other, title: `${item.title ?? item.id} / ${other}`, reasons }, item.id)),
            )
          }
        />
      )}
    </>
  );
}

function PairItem({ item, act, move }: ItemProps) {
  const pair = pairOf(item);
  const decides = may('reviewer') && !!pair;
  const say = (verdict: 'same' | 'different' | 'unsure') => act(() => pair && decide(pairDecision(verdict, pair, item.id)));
  useKeys({
    next: () => move(1),
    previous: () => move(-1),
    accept: decides ? () => say('same') : undefined,
    merge: decides ? () => say('same') : undefined,
    reject: decides ? () => say('different') : undefined,
    unsure: decides ? () => say('unsure') : undefined,
    source: pair ? () => go(to.dossier(pair.a)) : undefined,
  });
  if (!pair) return <Empty>{item.title}</Empty>;
  return (
    <>
      {decides && (
        <div class="buttons item-actions" role="group" aria-label={t('dossier.review')}>
          <button type="button" class="yes" onClick={() => say('same')}>
            {t('pair.same')}
          </button>
          <button type="button" class="no" onClick={() => say('different')}>
            {t('pair.different')}
          </button>
          <button type="button" onClick={() => say('unsure')}>
            {t('pair.unsure')}
          </button>
        </div>
      )}
      <PairView pair={pair} />
    </>
  );
}

function Row({ item, on }: { item: QueueItem; on: boolean }) {
  const own = pending.value.find((p) => p.item === item.id);
  return (
    <li class={`${on ? 'on' : ''}${own ? ' decided' : ''}`}>
      <a href={withQuery({ item: item.id, value: null, report: null, at: null })} aria-current={on ? 'true' : undefined}>
        <span class="title" dir="auto">
          {item.title ?? item.id}
        </span>
        <span class="meta">
          {item.kind === 'pair' ? <span class="chip kind">{t('queue.pair')}</span> : <StateChip state={item.state} />}
          {own && <span class="chip decided">{own.summary}</span>}
          {item.assigned_to && <bdi class="assigned">{item.assigned_to}</bdi>}
          <Age since={item.since} />
        </span>
        {item.reasons.length > 0 &&
          (item.kind === 'pair' ? (
            <span class="why">{item.reasons.slice(0, 2).map(reasonText).join(' · ')}</span>
          ) : (
            <span class="why disputed">{item.reasons.map((slot) => word('slot', slot)).join(t('list.comma'))}</span>
          ))}
      </a>
    </li>
  );
}

function Filters({ state, assigned }: { state: string | null; assigned: string | null }) {
  const me = session.value?.name ?? '';
  return (
    <div class="filters">
      <label>
        <span class="visually-hidden">{t('queue.state')}</span>
        <select
          value={state ?? ''}
          onChange={(e) => go(withQuery({ state: e.currentTarget.value, item: null, value: null, report: null, at: null }))}
        >
          <option value="">{t('queue.anystate')}</option>
          {states.map((s) => (
            <option key={s} value={s}>
              {word('state', s)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="visually-hidden">{t('queue.assignedto')}</span>
        <select
          value={assigned ?? ''}
          onChange={(e) => go(withQuery({ assigned: e.currentTarget.value, item: null, value: null, report: null, at: null }))}
        >
          <option value="">{t('queue.anybody')}</option>
          <option value={me}>{t('queue.mine')}</option>
          {assigned && assigned !== me && <option value={assigned}>{assigned}</option>}
        </select>
      </label>
    </div>
  );
}
