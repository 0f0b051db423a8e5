import type { DecisionEntry } from '../api/types';
import { Name, Quote, When } from '../components/parts';
import { DossierLink } from '../dossier/DossierLink';
import { slotValue, t, word } from '../i18n/i18n';
import { may } from '../session';
import { decide, undoing } from './store';

/** Decisions with who made them, when and why. One that was taken back stays, struck through. */
export function DecisionFeed({ decisions, linked }: { decisions: readonly DecisionEntry[]; linked?: boolean }) {
  const undone = undoneOf(decisions);
  return (
    <ol class="feed">
      {decisions.map((d) => (
        <li key={d.number} class={undone.has(d.number) ? 'undone' : undefined}>
          <span class="number" dir="ltr">
            #{d.number}
          </span>{' '}
          <span class={`chip v-${d.verdict}`}>{word('verdict', d.verdict)}</span> <What decision={d} />{' '}
          {linked && aboutOf(d) && <DossierLink id={aboutOf(d) as string} />} {d.why && <Quote text={d.why} />}{' '}
          <span class="from">
            <bdi>{d.by}</bdi> <When iso={d.at} />
          </span>
          {may('contributor') && !undone.has(d.number) && d.verdict !== 'undo' && (
            <button
              type="button"
              class="quiet"
              onClick={() => decide(undoing(d.number, aboutOf(d) ?? '', `${word('verdict', d.verdict)} ${d.value ?? d.state ?? ''}`))}
            >
              {t('key.undo')} <span class="visually-hidden">#{d.number}</span>
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

function What({ decision: d }: { decision: DecisionEntry }) {
  if (d.verdict === 'undo') return <bdi dir="ltr">#{d.undoes}</bdi>;
  if (d.state) return <span>{word('state', d.state)}</span>;
  if (d.marking) return <bdi dir="ltr">{d.marking}</bdi>;
  if (!d.slot) return <Name>{d.to}</Name>;
  return (
    <span>
      {word('slot', d.slot)}: <bdi>{slotValue(d.slot, d.value ?? '')}</bdi>
      {d.to && d.value && d.to !== d.value && (
        <>
          {' → '}
          <bdi>{slotValue(d.slot, d.to)}</bdi>
        </>
      )}
    </span>
  );
}

/** Id of a report of the dossier that a decision is about; the dossier answers to it. */
function aboutOf(decision: DecisionEntry): string | null {
  return decision.mention?.report ?? decision.first?.[0]?.report ?? decision.report ?? null;
}

/** Numbers of decisions that were taken back; an undo that was itself undone takes nothing back. */
export function undoneOf(decisions: readonly DecisionEntry[]): Set<number> {
  const undone = new Set<number>();
  for (const d of [...decisions].sort((a, b) => b.number - a.number))
    if (d.verdict === 'undo' && typeof d.undoes === 'number' && !undone.has(d.number)) undone.add(d.undoes);
  return undone;
}
