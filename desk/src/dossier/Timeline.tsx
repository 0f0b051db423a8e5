import type { DossierReport, TimelineEntry } from '../api/types';
import { useWidth } from '../components/useWidth';
import { date, direction, slotValue, t, word } from '../i18n/i18n';
import { moment } from '../i18n/moment';
import { timeScale } from './scale';

interface Bar {
  entry: TimelineEntry;
  label: string;
  from: number;
  to: number;
  row: number;
}

const rowHeight = 22;
const mostLetters = 60;

/** When it happened, and when it was told, on two lanes. What is told as a stretch of time is drawn as one. */
export function Timeline({ entries, reports }: { entries: readonly TimelineEntry[]; reports: readonly DossierReport[] }) {
  const [box, width] = useWidth<HTMLElement>(720);
  const scale = timeScale(
    entries.flatMap((e) => [e.earliest, end(e)]),
    Math.max(3, Math.floor(width / 110)),
  );
  if (!scale) return null;
  const rtl = direction.value === 'rtl';
  const inner = width - 16;
  const x = (share: number) => (rtl ? width - 8 - share * inner : 8 + share * inner);
  const lanes = (['event', 'report'] as const).map((lane) => {
    const bars = pack(
      entries.filter((e) => e.lane === lane && (e.earliest || e.latest)),
      (e) => scale.at((e.earliest ?? e.latest) as string) * inner,
      (e) => scale.at(end(e) as string) * inner,
      (e) => labelOf(e, reports),
    );
    return { lane, bars, rows: Math.max(1, ...bars.map((b) => b.row + 1)) };
  });
  const height = lanes.reduce((sum, l) => sum + 26 + l.rows * rowHeight, 22);
  let top = 0;
  return (
    <figure class="chart timeline" ref={box}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('dossier.timeline')}>
        {scale.ticks.map((tick) => {
          const at = x((tick - scale.first) / (scale.last - scale.first));
          if (at < 24 || at > width - 24) return null;
          return (
            <g key={tick} class="grid">
              <line x1={at} x2={at} y1={0} y2={height - 18} />
              <text x={at} y={height - 4} text-anchor="middle" direction="ltr">
                {date(new Date(tick).toISOString().slice(0, 10), true)}
              </text>
            </g>
          );
        })}
        {lanes.map(({ lane, bars, rows }) => {
          const begin = top;
          top += 26 + rows * rowHeight;
          return (
            <g key={lane} class={`lane l-${lane}`}>
              <text class="lane-name" x={rtl ? width - 8 : 8} y={begin + 15} direction={direction.value} text-anchor="start">
                {t(`timeline.${lane}`)}
              </text>
              {bars.map(({ entry, label, from, to, row }, i) => {
                const y = begin + 24 + row * rowHeight;
                const start = rtl ? width - 8 - to : 8 + from;
                const long = to - from > 12;

                const after = rtl ? width - 8 - to - 6 : 8 + to + 6;
                const outside = to + 8 + label.length * 6.2 > inner;
                return (
                  <g key={i} class={`entry tk-${entry.kind}`}>
                    <title>{`${label} ${said(entry)}`}</title>
                    {long ? (
                      <rect x={start} y={y} width={to - from} height={12} rx={3} />
                    ) : (
                      <circle cx={rtl ? width - 8 - (from + to) / 2 : 8 + (from + to) / 2} cy={y + 6} r={5} />
                    )}
                    <text
                      x={outside ? (rtl ? width - 8 - from + 8 : 8 + from - 8) : after}
                      y={y + 10}
                      direction={direction.value}
                      text-anchor={outside ? 'end' : 'start'}
                    >
                      {label}
                    </text>
                  </g>
                );
              })}
            </g>
          );
        })}
      </svg>
      <details class="as-text">
        <summary>{t('chart.astext')}</summary>
        <ul>
          {entries.map((e, i) => (
            <li key={i}>
              {t(`timeline.${e.lane}`)}: {said(e)} <bdi>{labelOf(e, reports)}</bdi>
            </li>
          ))}
        </ul>
      </details>
    </figure>
  );
}

/** What the entry is, in the language chosen: the API tells it in English words. */
function labelOf(entry: TimelineEntry, reports: readonly DossierReport[]): string {
  const said = entry.label ?? '';
  switch (entry.kind) {
    case 'incident':
    case 'related':
      return word('type', said.replace(/ /g, '_'));
    case 'claim':
      return `${word('type', 'claim_of_responsibility')}${t('list.colon')}${speakerOf(entry)}`;
    case 'denial':
      return `${word('type', 'denial')}${t('list.colon')}${speakerOf(entry)}`;
    case 'toll':
      return `${tollOf(said)} (${speakerOf(entry)})`;
    default:
      return reports.find((r) => r.id === entry.report)?.outlet ?? said;
  }
}

/** "killed 12 or more → 17": the slot, and the counts with an arrow in the direction of reading. */
function tollOf(said: string): string {
  const [, slot = '', counts = ''] = said.match(/^(\w+) (.*)$/) ?? [];
  if (!counts) return said;
  const arrow = direction.value === 'rtl' ? ' ← ' : ' → ';
  return `${word('slot', slot)} ${counts
    .split(' → ')
    .map((value) => slotValue(slot, value))
    .join(arrow)}`;
}

function speakerOf(entry: TimelineEntry): string {
  return entry.speaker ? word('voice', entry.speaker) : t('record.ownvoice');
}

/** The end of what is told: a day lasts until the next one begins. */
function end(entry: TimelineEntry): string | null | undefined {
  const last = entry.latest ?? entry.earliest;
  if (!last || entry.lane === 'report' || last.includes('T')) return last;
  return new Date(moment(last) + 86_400_000).toISOString();
}

function said(entry: TimelineEntry): string {
  const days =
    entry.latest && entry.latest !== entry.earliest
      ? `${date(entry.earliest)} – ${date(entry.latest)}`
      : date(entry.earliest ?? entry.latest);
  return entry.precision && entry.precision !== 'day' && entry.lane === 'event'
    ? `${days} (${word('timeprecision', entry.precision)})`
    : days;
}

/** Puts each bar into the first row in which it, with its label behind it, has room. */
function pack(
  entries: readonly TimelineEntry[],
  from: (e: TimelineEntry) => number,
  to: (e: TimelineEntry) => number,
  labelOf: (e: TimelineEntry) => string,
): Bar[] {
  const ends: number[] = [];
  return [...entries]
    .sort((a, b) => from(a) - from(b))
    .map((entry) => {
      const whole = labelOf(entry);
      const label = whole.length > mostLetters ? `${whole.slice(0, mostLetters - 1)}…` : whole;
      const start = from(entry);
      const stop = Math.max(to(entry), start + 4);
      let row = ends.findIndex((e) => e < start);
      if (row < 0) row = ends.length;
      ends[row] = stop + 14 + label.length * 6.4;
      return { entry, label, from: start, to: stop, row };
    });
}
