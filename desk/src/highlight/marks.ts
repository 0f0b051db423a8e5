import type { ReadRecord, Span } from '../api/types';
import { t, word } from '../i18n/i18n';
import type { Mark } from './layers';

/** The layers of highlighting, in the order of the legend. */
export const layerKinds = [
  'event',
  'time',
  'place',
  'weapon',
  'target',
  'killed',
  'wounded',
  'victims',
  'attributed',
  'responsibility',
  'speaker',
  'tally',
  'relation',
  'actor',
] as const;

/** What is shown before anybody has chosen: names and relations are many and say little about an incident. */
export const layersAtFirst: readonly string[] = layerKinds.filter((k) => k !== 'actor' && k !== 'relation');

export interface SpanMark extends Mark {
  in: 'title' | 'text';
}

/** All that a record says, as stretches of its text. */
export function marksOf(record: ReadRecord): SpanMark[] {
  const marks: SpanMark[] = [];
  const add = (id: string, kind: string, label: string, spans: readonly Span[] | null | undefined) => {
    for (const span of spans ?? [])
      marks.push({ id, kind, label, start: span.start, end: span.end, in: span.in === 'title' ? 'title' : 'text' });
  };

  for (const event of record.events) {
    add(event.id, 'event', word('type', event.type), event.triggers);
    add(`${event.id}/time`, 'time', t('slot.day'), event.time?.spans);
    for (const [i, p] of event.places.entries()) add(`${event.id}/places/${i}`, 'place', t('slot.place'), p.spans);
    for (const [i, w] of event.weapons.entries()) add(`${event.id}/weapons/${i}`, 'weapon', t('slot.weapon'), w.spans);
    for (const [i, g] of event.targets.entries()) add(`${event.id}/targets/${i}`, 'target', t('slot.target'), g.spans);
    for (const [i, p] of event.perpetrators.entries()) add(`${event.id}/perpetrators/${i}`, 'attributed', word('basis', p.basis), p.spans);
    event.victims.forEach((v, i) => {
      const kind = v.effect === 'killed' || v.effect === 'wounded' ? v.effect : 'victims';
      add(`${event.id}/victims/${i}`, kind, word('effect', v.effect), v.spans);
    });
    add(`${event.id}/responsibility`, 'responsibility', word('responsibility', event.responsibility?.status), event.responsibility?.spans);
  }
  for (const claim of record.claims) {
    add(claim.id, 'speaker', word('stance', claim.stance), [...claim.speaker.spans, ...(claim.cue ? [claim.cue] : [])]);
  }
  for (const tally of record.tallies) add(tally.id, 'tally', t('layer.tally'), tally.spans);
  for (const relation of record.relations) add(relation.id, 'relation', word('relation', relation.relation), relation.spans);
  for (const actor of record.actors) add(actor.id, 'actor', actor.name, actor.mentions);
  return marks;
}

/** What a claim says: shown when the claim is selected, for it often covers whole sentences. */
export function contentOf(record: ReadRecord, claim: string): SpanMark[] {
  const found = record.claims.find((c) => c.id === claim);
  if (!found) return [];
  return found.content.map((span) => ({
    id: found.id,
    kind: 'content',
    label: word('stance', found.stance),
    start: span.start,
    end: span.end,
    in: span.in === 'title' ? 'title' : 'text',
  }));
}
