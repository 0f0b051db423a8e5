import type { ComponentChildren } from 'preact';
import type { ReadRecord, RecordClaim, RecordEvent, Span } from '../api/types';
import { Name, Quote, Section, StanceChip } from '../components/parts';
import { country, day, number, t, word } from '../i18n/i18n';

interface Props {
  record: ReadRecord;
  selected: string | null;
  onSelect: (id: string, span: Span | undefined) => void;
}

/** All that was read from one report. Each value leads to its characters. */
export function RecordPane({ record, selected, onSelect }: Props) {
  const claimsOf = (ids: readonly string[]) => record.claims.filter((c) => ids.includes(c.id));
  const value = (id: string, spans: readonly Span[] | undefined, label: string, content: ComponentChildren, claims?: readonly string[]) => (
    <Value
      key={id}
      id={id}
      label={label}
      on={selected === id}
      onSelect={() => onSelect(id, spans?.[0])}
      speakers={claims && claimsOf(claims)}
    >
      {content}
    </Value>
  );
  return (
    <div class="record">
      {record.events.map((event, i) => (
        <Section key={event.id} id={event.id} title={word('type', event.type)} aside={<EventAside event={event} index={i} />}>
          <ul class="values">
            {event.time &&
              (event.time.earliest || event.time.spans.length > 0) &&
              value(`${event.id}/time`, event.time.spans, t('slot.day'), period(event))}
            {event.places.map((p, n) =>
              value(
                `${event.id}/places/${n}`,
                p.spans,
                t('slot.place'),
                <span>
                  <Name>{p.name}</Name>
                  {p.country && `${t('list.comma')}${country(p.country)}`} <small>{word('precision', p.precision)}</small>
                </span>,
              ),
            )}
            {event.victims.map((v, n) =>
              value(`${event.id}/victims/${n}`, v.spans, word('effect', v.effect), <Count of={v} who={v.who} />, v.claims),
            )}
            {event.weapons.map((w, n) => value(`${event.id}/weapons/${n}`, w.spans, t('slot.weapon'), word('weapon', w.kind)))}
            {event.targets.map((g, n) =>
              value(
                `${event.id}/targets/${n}`,
                g.spans,
                t('slot.target'),
                <>
                  <Name>{g.name ?? word('target', g.kind)}</Name> <small>{word('targeteffect', g.effect)}</small>
                </>,
              ),
            )}
            {event.perpetrators.map((p, n) =>
              value(
                `${event.id}/perpetrators/${n}`,
                p.spans,
                t('slot.attributed_to'),
                <>
                  <Name>{p.text}</Name> <span class={`chip basis b-${p.basis}`}>{word('basis', p.basis)}</span>
                </>,
                p.claims,
              ),
            )}
            {event.responsibility &&
              event.responsibility.status !== 'not_stated' &&
              value(
                `${event.id}/responsibility`,
                event.responsibility.spans,
                t('slot.responsibility'),
                responsible(event.responsibility.status, namesOf(record, event.responsibility.by)),
                event.responsibility.claims,
              )}
          </ul>
        </Section>
      ))}
      {record.events.length === 0 && <p class="empty">{t('record.noevents')}</p>}
      {record.claims.length > 0 && (
        <Section id="claims" title={t('record.claims')}>
          <ul class="values claims">
            {record.claims.map((claim) => (
              <li key={claim.id} class={selected === claim.id ? 'on' : undefined}>
                <button
                  type="button"
                  aria-pressed={selected === claim.id}
                  onClick={() => onSelect(claim.id, claim.content[0] ?? claim.speaker.spans[0])}
                >
                  <StanceChip stance={claim.stance} certainty={claim.certainty} /> <SpeakerName claim={claim} />{' '}
                  <Quote text={claim.content[0]?.text} lang={record.report.language} />
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {record.tallies.length > 0 && (
        <Section id="tallies" title={t('dossier.tallies')}>
          <ul class="values">
            {record.tallies.map((tally) =>
              value(
                tally.id,
                tally.spans,
                word('tally', tally.kind),
                <Quote text={tally.spans[0]?.text} lang={record.report.language} />,
                tally.claims,
              ),
            )}
          </ul>
        </Section>
      )}
      {record.relations.length > 0 && (
        <Section id="relations" title={t('record.relations')}>
          <ul class="values">
            {record.relations.map((r) =>
              value(
                r.id,
                r.spans,
                word('relation', r.relation),
                <>
                  <Name>{record.actors.find((a) => a.id === r.subject)?.name}</Name> →{' '}
                  <Name>{record.actors.find((a) => a.id === r.object)?.name}</Name>
                </>,
                r.claims,
              ),
            )}
          </ul>
        </Section>
      )}
      {record.actors.length > 0 && (
        <Section id="actors" title={t('dossier.actors')}>
          <ul class="values actors">{record.actors.map((a) => value(a.id, a.mentions, word('actor', a.kind), <Name>{a.name}</Name>))}</ul>
        </Section>
      )}
    </div>
  );
}

function namesOf(record: ReadRecord, ids: readonly string[]): string {
  return record.actors
    .filter((a) => ids.includes(a.id))
    .map((a) => a.name)
    .join(t('list.comma'));
}

function responsible(status: string, who: string): string {
  const told = word('responsibility', status);
  return who ? t('responsibility.by', { status: told, who }) : told;
}

function EventAside({ event, index }: { event: RecordEvent; index: number }) {
  return (
    <span class="aside">
      {event.main ? t('record.main') : t('record.event', { n: index + 1 })} · {word('status', event.status)}
    </span>
  );
}

function Value(props: {
  id: string;
  label: string;
  on: boolean;
  onSelect: () => void;
  /** Who states it; empty: the report in its own voice; absent: a record does not tell. */
  speakers?: readonly RecordClaim[];
  children: ComponentChildren;
}) {
  return (
    <li class={props.on ? 'on' : undefined}>
      <button type="button" aria-pressed={props.on} onClick={props.onSelect} data-value={props.id}>
        <span class="label">{props.label}</span>
        <span class="what">
          {props.children}
          {props.speakers && (
            <span class="who">
              {props.speakers.length === 0 && t('record.ownvoice')}
              {props.speakers.map((claim) => (
                <span key={claim.id}>
                  <SpeakerName claim={claim} /> <StanceChip stance={claim.stance} certainty={claim.certainty} />
                </span>
              ))}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

function SpeakerName({ claim }: { claim: RecordClaim }) {
  const { speaker, via } = claim;
  return (
    <span class="speaker">
      {speaker.name ? <Name>{speaker.name}</Name> : <em>{word('voice', speaker.voice)}</em>}
      {speaker.role && !speaker.name?.toLowerCase().includes(speaker.role.toLowerCase()) && (
        <>
          {t('list.comma')}
          <bdi>{speaker.role}</bdi>
        </>
      )}
      {via.length > 0 && (
        <>
          {' '}
          {t('record.via')} <Name>{via.map((v) => v.name ?? word('voice', v.voice)).join(t('list.comma'))}</Name>
        </>
      )}
    </span>
  );
}

export function count(of: { min?: number | null; max?: number | null; approximate?: boolean | null }): string {
  const { min, max } = of;
  const about = (text: string) => (of.approximate ? t('count.about', { count: text }) : text);
  if (min === null || min === undefined)
    return max === null || max === undefined ? t('count.unknown') : t('count.most', { count: number(max) });
  if (max === null || max === undefined) return t('count.least', { count: number(min) });
  return about(min === max ? number(min) : `${number(min)}–${number(max)}`);
}

function Count({ of, who }: { of: { min?: number | null; max?: number | null; approximate: boolean }; who?: string | null }) {
  return (
    <>
      <b>{count(of)}</b> <Name>{who}</Name>
    </>
  );
}

function period(event: RecordEvent): string {
  const { earliest, latest, precision, part_of_day } = event.time ?? { precision: 'unknown' };
  const days = earliest && latest && earliest !== latest ? `${day(earliest)} – ${day(latest)}` : day(earliest ?? latest);
  return [days, part_of_day ? word('partofday', part_of_day) : '', precision === 'day' ? '' : `(${word('timeprecision', precision)})`]
    .filter(Boolean)
    .join(' ');
}
