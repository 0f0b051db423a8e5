import type { Dossier, QueueItem, State } from '../api/types';
import type { ValueAt } from '../dossier/Slots';
import { reasonText, slotValue, t, word } from '../i18n/i18n';
import type { Pending, Verdict } from './reducer';

type Draft = Omit<Pending, 'key'>;

/** What a dossier said when somebody decided about it, a line for each slot. */
export function seenOf(dossier: Dossier | null): string[] {
  if (!dossier) return [];
  return dossier.slots.map((slot) => {
    const said = slot.values
      .map(
        (v) => `${slotValue(slot.slot, v.value)} — ${[...new Set(v.statements.map((s) => s.speaker || t('record.ownvoice')))].join(', ')}`,
      )
      .join(' / ');
    return `${word('slot', slot.slot)} (${word('agreement', slot.agreement)}): ${said}`;
  });
}

export function stateDecision(
  dossier: { id: string; title?: string | null },
  state: State,
  item: string | null,
  seen: Dossier | null,
  etag: string | null,
): Draft {
  return {
    verdict: 'state',
    about: `state:${dossier.id}`,
    item,
    fields: { dossier: dossier.id, state, etag: etag ?? undefined },
    title: dossier.title ?? dossier.id,
    summary: t(`decided.state.${state}`),
    seen: seenOf(seen),
  };
}

export function assignDecision(dossier: { id: string; title?: string | null }, who: string | null): Draft {
  return {
    verdict: 'assign',
    about: `assign:${dossier.id}`,
    item: null,
    fields: { dossier: dossier.id, to: who },
    title: dossier.title ?? dossier.id,
    summary: who ? t('decided.assign', { who }) : t('decided.unassign'),
    seen: [],
  };
}

export function valueDecision(
  dossier: Dossier,
  slot: string,
  value: string,
  verdict: 'accept' | 'reject',
  item: string | null,
  etag: string | null,
): Draft {
  const own = dossier.slots.find((s) => s.slot === slot)?.values.find((v) => v.value === value);
  return {
    verdict,
    about: `value:${dossier.id}:${slot}:${value}`,
    item,
    fields: { dossier: dossier.id, slot, value, etag: etag ?? undefined },
    title: dossier.title ?? dossier.id,
    summary: t(`decided.${verdict}`, { slot: word('slot', slot), value: slotValue(slot, value) }),
    seen: (own?.statements ?? []).map((s) => `${s.speaker || t('record.ownvoice')}: ${s.text ?? ''}`),
  };
}

export interface Written {
  slot: string;
  value: string;
  report?: string;
  /** Of the body of the report. */
  span?: { start: number; end: number; text: string };
  why: string;
}

/** A value of which somebody writes another (`old` given) or that is added. It has a span of a source, or a reason. */
export function writtenDecision(dossier: Dossier, old: string | null, written: Written, item: string | null, etag: string | null): Draft {
  return {
    verdict: old === null ? 'add' : 'edit',
    about: `value:${dossier.id}:${written.slot}:${old ?? `+${written.value}`}`,
    item,
    fields: {
      dossier: dossier.id,
      slot: written.slot,
      value: old ?? written.value,
      to: old === null ? undefined : written.value,
      source: written.span && written.report ? { report: written.report, start: written.span.start, end: written.span.end } : undefined,
      etag: etag ?? undefined,
    },
    title: dossier.title ?? dossier.id,
    summary:
      old === null
        ? t('decided.add', { slot: word('slot', written.slot), value: written.value })
        : t('decided.edit', { slot: word('slot', written.slot), old: slotValue(written.slot, old), value: written.value }),
    seen: written.span ? [written.span.text] : [],
    why: written.why,
  };
}

export function gradeDecision(dossier: Dossier, at: ValueAt, grade: string, why: string, item: string | null, etag: string | null): Draft {
  const [slot, value] = [at.slot.slot, at.value.value];
  return {
    verdict: 'grade',
    about: `grade:${dossier.id}:${slot}:${value}`,
    item,
    fields: { dossier: dossier.id, slot, value, to: grade, etag: etag ?? undefined },
    title: dossier.title ?? dossier.id,
    summary: t('decided.grade', { slot: word('slot', slot), value: slotValue(slot, value), grade }),
    seen: at.value.statements.map((s) => `${s.speaker || t('record.ownvoice')}: ${s.text ?? ''}`),
    why,
  };
}

/** Whether two actors are one; ids or whole names. */
export function actorsDecision(
  verdict: 'same' | 'unsure',
  actor: { id: string; name: string },
  other: { id: string; name: string; reasons: string[] },
): Draft {
  return {
    verdict,
    about: `actors:${[actor.id, other.id].sort().join(':')}`,
    item: null,
    fields: { of: 'actors', first: actor.id, second: other.id },
    title: `${actor.name} / ${other.name}`,
    summary: t(`decided.actors.${verdict}`),
    seen: other.reasons.map(reasonText),
  };
}

export function pairDecision(verdict: Extract<Verdict, 'same' | 'different' | 'unsure'>, pair: Pair, item: string | null): Draft {
  return {
    verdict,
    about: `pair:${[pair.a, pair.b].sort().join(':')}`,
    item,
    fields: { first: pair.a, second: pair.b },
    title: pair.title,
    summary: t(`decided.${verdict}`),
    seen: pair.reasons.map(reasonText),
  };
}

export interface Pair {
  a: string;
  b: string;
  title: string;
  reasons: string[];
}

/** The two dossiers of an item of the queue; null where it names none. */
export function pairOf(item: QueueItem): Pair | null {
  if (item.kind !== 'pair' || !item.a || !item.b) return null;
  return { a: item.a, b: item.b, title: item.title ?? `${item.a} / ${item.b}`, reasons: item.reasons };
}

/** How far a report may be passed on. */
export function markDecision(report: { id: string; title?: string | null }, marking: string): Draft {
  return {
    verdict: 'mark',
    about: `mark:${report.id}`,
    item: null,
    fields: { report: report.id, marking },
    title: report.title ?? report.id,
    summary: t('decided.mark', { marking }),
    seen: [],
  };
}
