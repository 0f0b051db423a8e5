import type { DossierReport, DossierSlot, Statement } from '../api/types';
import { useWidth } from '../components/useWidth';
import { date, direction, number, t, word } from '../i18n/i18n';
import { moment } from '../i18n/moment';
import { bounds, countTicks, timeScale } from './scale';

interface Point {
  statement: Statement;
  value: string;
  low: number;
  high: number | null;
  published: string;
}

/** How a toll was told over time: a point for each statement, a bar where it is a range, an arrow where its end is open. */
export function TollHistory({ slot, reports }: { slot: DossierSlot; reports: readonly DossierReport[] }) {
  const [box, width] = useWidth<HTMLElement>(420);
  const published = new Map(reports.map((r) => [r.id, r.published]));
  const points: Point[] = slot.values.flatMap((value) =>
    value.statements.flatMap((statement) => {
      const when = published.get(statement.report) ?? statement.published;
      const range = bounds(value.value);
      return when && range ? [{ statement, value: value.value, published: when, ...range }] : [];
    }),
  );
  points.sort((a, b) => moment(a.published) - moment(b.published));
  const scale = timeScale(points.map((p) => p.published));
  if (points.length < 2 || !scale) return null;

  const height = 120;
  const left = 34;
  const bottom = 20;
  const rtl = direction.value === 'rtl';
  const top = Math.max(...points.map((p) => p.high ?? p.low));
  const ticks = countTicks(top);
  const most = ticks.at(-1) as number;
  const x = (iso: string) => {
    const along = scale.at(iso) * (width - left - 8);
    return rtl ? width - left - along : left + along;
  };
  const y = (n: number) => 8 + (1 - n / most) * (height - bottom - 8);
  const told = points.map((p) => `${date(p.published)}: ${p.value} (${p.statement.speaker ?? t('record.ownvoice')})`).join('; ');
  return (
    <figure class="chart toll" ref={box}>
      <figcaption>{t('toll.history')}</figcaption>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${word('slot', slot.slot)}: ${told}`}>
        {ticks.map((n) => (
          <g key={n} class="grid">
            <line x1={rtl ? 0 : left} x2={rtl ? width - left : width} y1={y(n)} y2={y(n)} />
            <text x={rtl ? width - left + 6 : left - 6} y={y(n) + 4} text-anchor={rtl ? 'start' : 'end'} direction="ltr">
              {number(n)}
            </text>
          </g>
        ))}
        {[points[0], points.at(-1)].map((p, i) =>
          p ? (
            <text
              key={i === 0 ? 'first' : 'last'}
              class="axis"
              x={x(p.published)}
              y={height - 4}
              text-anchor={(i === 0) !== rtl ? 'start' : 'end'}
              direction="ltr"
            >
              {i === 0 || date(p.published.slice(0, 10)) !== date(points[0]?.published.slice(0, 10))
                ? date(p.published.slice(0, 10), true)
                : ''}
            </text>
          ) : null,
        )}
        <polyline class={`line t-${slot.slot}`} points={points.map((p) => `${x(p.published)},${y(p.low)}`).join(' ')} />
        {points.map((p, i) => (
          <g key={i} class={`point t-${slot.slot} au-${p.statement.authority ?? 'report'}`}>
            <title>{`${p.value} — ${p.statement.speaker ?? t('record.ownvoice')}, ${date(p.published)}`}</title>
            {p.high !== null && p.high !== p.low && (
              <line class="range" x1={x(p.published)} x2={x(p.published)} y1={y(p.low)} y2={y(p.high)} />
            )}
            {p.high === null && <path class="open" d={`M${x(p.published)},${y(p.low)}v-14m-4,4l4,-4l4,4`} />}
            <circle cx={x(p.published)} cy={y(p.low)} r={4.5} />
          </g>
        ))}
      </svg>
    </figure>
  );
}
