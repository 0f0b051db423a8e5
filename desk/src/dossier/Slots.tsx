import { useMemo } from 'preact/hooks';
import type { Dossier, DossierSlot, SlotValue, Statement } from '../api/types';
import { AgreementChip, Name, Quote, StanceChip, When } from '../components/parts';
import { direction, number, slotValue, t, word } from '../i18n/i18n';
import { pending } from '../review/store';
import { TollHistory } from './TollHistory';

export interface ValueAt {
  slot: DossierSlot;
  value: SlotValue;
}

/** The address of a value within its dossier. */
export function keyOfValue(slot: string, value: string): string {
  return `${slot}:${value}`;
}

export function valuesOf(dossier: Dossier): ValueAt[] {
  return dossier.slots.flatMap((slot) => slot.values.map((value) => ({ slot, value })));
}

interface Props {
  dossier: Dossier;
  selected: string | null;
  /** Statements that the picked span of the source stands behind. */
  lit: (statement: Statement) => boolean;
  onSelect: (value: ValueAt, statement: Statement | undefined) => void;
  /** What can be done with the selected value; none where values are only shown. */
  actions?: { accept: () => void; reject: () => void; edit: () => void; grade: () => void };
}

/** Each value as its set of claims: who says so, how, when, in which words. */
export function Slots({ dossier, selected, lit, onSelect, actions }: Props) {
  const outlets = useMemo(() => new Map(dossier.reports.map((r) => [r.id, r])), [dossier]);
  return (
    <div class="slots">
      {dossier.slots.map((slot) => (
        <section class={`slot ag-${slot.agreement}`} key={slot.slot} aria-labelledby={`slot-${slot.slot}`}>
          <header>
            <h3 id={`slot-${slot.slot}`}>{word('slot', slot.slot)}</h3>
            <AgreementChip agreement={slot.agreement} />
            <Spread slot={slot} />
          </header>
          <ul>
            {slot.values.map((value) => {
              const key = keyOfValue(slot.slot, value.value);
              const on = key === selected;
              return (
                <li key={value.value} class={`value${on ? ' on' : ''}`} data-value={key}>
                  <div class="head">
                    <button type="button" class="val" aria-pressed={on} onClick={() => onSelect({ slot, value }, value.statements[0])}>
                      <bdi dir={direction.value}>{slotValue(slot.slot, value.value)}</bdi>
                    </button>
                    <span class="aside">
                      {t('value.texts', { n: value.origins })}
                      {slot.slot !== 'type' && (
                        <abbr
                          class="cred"
                          title={t(value.graded === undefined ? 'grade.rule' : 'grade.reviewer', { n: value.graded ?? 0 })}
                        >
                          {' '}
                          · <bdi dir="ltr">{value.grade}</bdi> {t(`credibility.${value.grade[1]}`)}
                        </abbr>
                      )}
                      <Decided dossier={dossier.id} of={key} value={value} />
                    </span>
                  </div>
                  <ul class="statements">
                    {together(value.statements).map(([statement, ...copies], i) => (
                      <li key={i} class={[statement, ...copies].some(lit) ? 'lit' : undefined}>
                        <button type="button" onClick={() => onSelect({ slot, value }, statement)}>
                          <Said statement={statement} basis={slot.slot === 'attributed_to' ? value.value : null} />
                          <Quote text={statement.text} />
                          <span class="from">
                            <bdi>{outlets.get(statement.report)?.outlet ?? statement.report}</bdi>{' '}
                            <When iso={statement.published ?? outlets.get(statement.report)?.published} />
                            {copies.length > 0 && (
                              <>
                                {' '}
                                {t('value.also')}{' '}
                                <bdi>{copies.map((c) => outlets.get(c.report)?.outlet ?? c.report).join(t('list.comma'))}</bdi>
                              </>
                            )}
                          </span>
                        </button>
                      </li>
                    ))}
                  </ul>
                  {on && actions && (
                    <div class="buttons small">
                      <button type="button" onClick={actions.accept}>
                        <kbd>y</kbd> {t('value.accept')}
                      </button>
                      <button type="button" onClick={actions.reject}>
                        <kbd>n</kbd> {t('value.reject')}
                      </button>
                      <button type="button" onClick={actions.edit}>
                        <kbd>e</kbd> {t('value.edit')}
                      </button>
                      {slot.slot !== 'type' && (
                        <button type="button" onClick={actions.grade}>
                          {t('value.grade')}
                        </button>
                      )}
                    </div>
                  )}
                </li>
              );
            })}
          </ul>
          {slot.low !== undefined && <TollHistory slot={slot} reports={dossier.reports} />}
        </section>
      ))}
    </div>
  );
}

/** Statements that say the same in the same words, as copies of one text do, stand as one with its others behind it. */
function together(statements: readonly Statement[]): [Statement, ...Statement[]][] {
  const groups = new Map<string, [Statement, ...Statement[]]>();
  for (const s of statements) {
    const key = JSON.stringify([s.speaker, s.stance, s.certainty, s.text]);
    const group = groups.get(key);
    if (group) group.push(s);
    else groups.set(key, [s]);
  }
  return [...groups.values()];
}

/** Who says it and how. Where the API gives no stance the report tells it in its own voice, or the basis of an attribution says it. */
function Said({ statement, basis }: { statement: Statement; basis: string | null }) {
  const way = basis?.match(/\((\w+)\)$/)?.[1];
  return (
    <span class="said">
      {statement.speaker && statement.speaker !== 'passive' ? (
        <span class="speaker">
          <Name>{statement.speaker}</Name>
        </span>
      ) : (
        <em class="speaker">{statement.speaker || statement.authority === 'nobody' ? t('voice.passive') : t('record.ownvoice')}</em>
      )}
      {statement.authority && statement.authority !== 'report' && statement.authority !== 'nobody' && (
        <small> {word('authority', statement.authority)}</small>
      )}
      {statement.stance ? (
        <StanceChip stance={statement.stance} certainty={statement.certainty} />
      ) : way ? (
        <span class={`chip basis b-${way}`}>{word('basis', way)}</span>
      ) : null}
    </span>
  );
}

/** The least and the most that anybody says. Unknown ends are said to be unknown. */
function Spread({ slot }: { slot: DossierSlot }) {
  if (slot.low === undefined || slot.low === null) return null;
  if (slot.high === undefined || slot.high === null) return <span class="spread">{t('count.least', { count: number(slot.low) })}</span>;
  if (slot.low === slot.high) return null;
  return <bdi class="spread">{`${number(slot.low)}–${number(slot.high)}`}</bdi>;
}

function Decided({ dossier, of, value }: { dossier: string; of: string; value: SlotValue }) {
  const own = pending.value.find((p) => p.about === `value:${dossier}:${of}`);
  if (own) return <span class={`chip decided v-${own.verdict}`}>{t('value.pending', { what: word('verdict', own.verdict) })}</span>;
  const judged = value.statements.find((s) => s.judgement)?.judgement;
  if (judged) return <span class={`chip decided j-${judged}`}>{word('judgement', judged)}</span>;
  return null;
}
