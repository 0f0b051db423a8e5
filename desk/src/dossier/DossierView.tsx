import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Dossier, Span, Statement } from '../api/types';
import { StateChip } from '../components/parts';
import { selectedWords } from '../highlight/selection';
import { day, direction, slotValue, t, word } from '../i18n/i18n';
import { type Focus, SourcePane } from '../reading/SourcePane';
import { gradeDecision, valueDecision, type Written, writtenDecision } from '../review/decisions';
import { EditDialog } from '../review/EditDialog';
import { GradeDialog } from '../review/GradeDialog';
import { decide } from '../review/store';
import { useKeys } from '../review/useKeys';
import { go, query, withQuery } from '../router';
import { may } from '../session';
import { DossierSections } from './DossierSections';
import { keyOfValue, Slots, type ValueAt } from './Slots';

interface Props {
  dossier: Dossier;
  etag: string | null;
  /** Without what is of use only on a page of its own. */
  compact?: boolean;
  /** The item of the list that a decision about a value belongs to. */
  itemOf?: (key: string) => string | null;
}

/** The sources of a dossier and its values side by side; each leads to the other. What is selected stands in the address. */
export function DossierView({ dossier, etag, compact, itemOf }: Props) {
  const selected = query.value.get('value');
  const current = dossier.reports.find((r) => r.id === query.value.get('report'))?.id ?? dossier.reports[0]?.id ?? '';
  const focus = focusOf(current, query.value.get('at'));
  const [mark, setMark] = useState<string | null>(null);
  const [editing, setEditing] = useState<{
    slot: string | null;
    value: string | null;
    source: Pick<Written, 'report' | 'span'> | null;
  } | null>(null);
  const [grading, setGrading] = useState<ValueAt | null>(null);
  const marking = useMemo(() => may('reviewer'), []);

  const show = (report: string | undefined, span: Span | null | undefined, value: string | null) =>
    go(withQuery({ value, report: report ?? current, at: span ? atOf(span) : null }), true);
  const select = ({ slot, value }: ValueAt, statement: Statement | undefined) => {
    setMark(null);
    show(statement?.report, statement?.span, keyOfValue(slot.slot, value.value));
  };
  const lit = (s: Statement) => !!focus && s.report === focus.report && !!s.span && overlaps(s.span, focus);

  // A new selection is brought into view, whatever it was made with.
  useEffect(() => {
    if (!selected) return;
    const row = document.querySelector(`.slots [data-value="${CSS.escape(selected)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [selected, dossier.id]);

  const edit = (at: ValueAt | null) =>
    setEditing({ slot: at?.slot.slot ?? null, value: at?.value.value ?? null, source: selectedWords(current) });
  const at = selected ? valueAt(dossier, selected) : null;
  useKeys({ edit: marking && at ? () => edit(at) : undefined });
  const verdict = (kind: 'accept' | 'reject') => {
    if (at && selected) decide(valueDecision(dossier, at.slot.slot, at.value.value, kind, itemOf?.(selected) ?? null, etag));
  };

  return (
    <>
      <DossierHead dossier={dossier} compact={compact} />
      <div class="split">
        <SourcePane
          reports={dossier.reports}
          differences={dossier.differences}
          current={current}
          onReport={(report) => go(withQuery({ report, at: null }))}
          focus={focus}
          selected={mark}
          onPick={(report, picked) => {
            setMark(picked.id);
            const found = valueBehind(dossier, report, picked);
            show(
              report,
              { start: picked.start, end: picked.end, in: picked.in },
              found ? keyOfValue(found.slot.slot, found.value.value) : null,
            );
          }}
        />
        <div class="record">
          {compact ? <h3 class="visually-hidden">{t('dossier.values')}</h3> : <h2 class="visually-hidden">{t('dossier.values')}</h2>}
          <Open dossier={dossier} />
          <Slots
            dossier={dossier}
            selected={selected}
            lit={lit}
            onSelect={select}
            actions={
              marking
                ? { accept: () => verdict('accept'), reject: () => verdict('reject'), edit: () => edit(at), grade: () => setGrading(at) }
                : undefined
            }
          />
          {marking && (
            <button type="button" class="quiet add" onClick={() => edit(null)}>
              + {t('edit.add')}
            </button>
          )}
        </div>
      </div>
      {!compact && <DossierSections dossier={dossier} etag={etag} onGo={(report, span) => show(report, span, null)} />}
      {grading && (
        <GradeDialog
          dossier={dossier}
          at={grading}
          onClose={() => setGrading(null)}
          onGraded={(grade, why) =>
            decide(gradeDecision(dossier, grading, grade, why, selected ? (itemOf?.(selected) ?? null) : null, etag))
          }
        />
      )}
      {editing && (
        <EditDialog
          dossier={dossier}
          {...editing}
          onClose={() => setEditing(null)}
          onWritten={(written) =>
            decide(writtenDecision(dossier, editing.value, written, editing.value && selected ? (itemOf?.(selected) ?? null) : null, etag))
          }
        />
      )}
    </>
  );
}

function DossierHead({ dossier, compact }: { dossier: Dossier; compact?: boolean }) {
  const best = (slot: string) => {
    const own = dossier.slots.find((s) => s.slot === slot);
    return own?.best ? slotValue(slot, own.best) : null;
  };
  const Title = compact ? 'h2' : 'h1';
  const killed = dossier.slots.find((s) => s.slot === 'killed');
  return (
    <header class="dossier-head">
      <Title dir="auto">{dossier.title ?? dossier.id}</Title>
      <p class="facts">
        <span>{best('type')}</span>
        <span>{best('day') ?? t('unknown.day')}</span>
        <span>
          <bdi dir={direction.value}>{best('place') ?? t('unknown.place')}</bdi>
        </span>
        {killed?.best && (
          <span>
            {word('slot', 'killed')}: <bdi dir={direction.value}>{slotValue('killed', killed.best)}</bdi>
          </span>
        )}
        <span>
          {t('dossier.reports', { n: dossier.reports.length })}
          {t('list.comma')}
          {t('dossier.origins', { n: dossier.origins ?? new Set(dossier.reports.map((r) => r.origin)).size })}
        </span>
        <StateChip state={dossier.state} />
        {dossier.assigned_to && (
          <span>
            {t('queue.assigned')} <bdi>{dossier.assigned_to}</bdi>
          </span>
        )}
      </p>
    </header>
  );
}

/** What nobody says, and what is told in several ways. */
function Open({ dossier }: { dossier: Dossier }) {
  const asked = ['day', 'place', 'killed', 'attributed_to', 'responsibility'];
  const missing = asked.filter((slot) => !dossier.slots.some((s) => s.slot === slot));
  const disputed = dossier.slots.filter((s) => s.agreement === 'contradicted');
  if (!missing.length && !disputed.length) return null;
  return (
    <ul class="open-questions" aria-label={t('dossier.open')}>
      {disputed.map((s) => (
        <li key={s.slot} class="disputed">
          <a href={`#slot-${s.slot}`}>
            {word('slot', s.slot)}:{' '}
            {s.values.slice(0, 4).map((v, i) => (
              <span key={v.value}>
                {i > 0 && ` ${t('or')} `}
                <bdi dir={direction.value}>{slotValue(s.slot, v.value)}</bdi>
              </span>
            ))}
            {t('question')}
          </a>
        </li>
      ))}
      {missing.map((slot) => (
        <li key={slot}>{t(`open.${slot}`)}</li>
      ))}
    </ul>
  );
}

export function valueAt(dossier: Dossier, key: string): ValueAt | null {
  for (const slot of dossier.slots) for (const value of slot.values) if (keyOfValue(slot.slot, value.value) === key) return { slot, value };
  return null;
}

function valueBehind(dossier: Dossier, report: string, span: Span): ValueAt | null {
  for (const slot of dossier.slots)
    for (const value of slot.values)
      if (value.statements.some((s) => s.report === report && s.span && overlaps(s.span, span))) return { slot, value };
  return null;
}

function overlaps(a: Span, b: Span): boolean {
  return (a.in === 'title') === (b.in === 'title') && a.start < b.end && b.start < a.end;
}

/** "120-131", with a t before it where it lies in the title. */
export function atOf(span: Span): string {
  return `${span.in === 'title' ? 't' : ''}${span.start}-${span.end}`;
}

export function focusOf(report: string, at: string | null): Focus | null {
  const parts = at?.match(/^(t?)(\d+)-(\d+)$/);
  return parts ? { report, in: parts[1] ? 'title' : 'text', start: Number(parts[2]), end: Number(parts[3]) } : null;
}

/** A day for a list; what is no day is shown as it is. */
export function dayOf(iso: string | null | undefined): string {
  return iso ? day(iso) : t('unknown.day');
}
