import type { Dossier, DossierTally } from '../api/types';
import { Quote, When } from '../components/parts';
import { useWidth } from '../components/useWidth';
import { date, direction, number, t } from '../i18n/i18n';
import { moment } from '../i18n/moment';
import { count } from '../reading/RecordPane';
import { countTicks, timeScale } from './scale';

function endsOf(tally: DossierTally): { min: number | null; max: number | null } {
  const c = tally.count;
  if (typeof c === 'number') return { min: c, max: c };
  return { min: c?.min ?? tally.min ?? null, max: c?.max ?? tally.max ?? null };
}

function least(tally: DossierTally): number | null {
  const { min, max } = endsOf(tally);
  return min ?? max;
}

function about(tally: DossierTally): boolean {
  return tally.approximate === true || (typeof tally.count === 'object' && tally.count?.approximate === true);
}

function asOf(tally: DossierTally, dossier: Dossier): string | null {
  return tally.as_of ?? tally.published ?? dossier.reports.find((r) => r.id === tally.report)?.published ?? null;
}

/** Totals that reports tell beside the incident, drawn by the day to which they are told to reach. They are never added to its toll. */
export function Tallies({ dossier, onGo }: { dossier: Dossier; onGo: (tally: DossierTally) => void }) {
  const tallies = dossier.tallies ?? [];
  const groups = new Map<string, DossierTally[]>();
  for (const tally of tallies) {
    const what = tally.what ?? '';
    groups.set(what, [...(groups.get(what) ?? []), tally]);
  }
  return (
    <div class="tallies">
      {[...groups].map(([what, own]) => (
        <div key={what}>
          {new Set(own.filter((o) => least(o) !== null).map((o) => `${asOf(o, dossier)} ${least(o)}`)).size > 1 && (
            <TallyChart tallies={own} dossier={dossier} what={what} />
          )}
          <ul class="plain">
            {own.map((tally) => (
              <li key={`${tally.report}${tally.tally}`}>
                <button type="button" class="line" onClick={() => onGo(tally)}>
                  <Quote text={tally.text} />
                  <span class="from">
                    {tally.since && (
                      <>
                        {t('tally.since')} <When iso={tally.since} />{' '}
                      </>
                    )}
                    {asOf(tally, dossier) && (
                      <>
                        {t('tally.asof')} <When iso={asOf(tally, dossier)?.slice(0, 10)} />
                      </>
                    )}{' '}
                    <bdi>{tally.speaker ?? dossier.reports.find((r) => r.id === tally.report)?.outlet}</bdi>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function TallyChart({ tallies, dossier, what }: { tallies: readonly DossierTally[]; dossier: Dossier; what: string }) {
  const [box, width] = useWidth<HTMLElement>(420);
  const points = tallies
    .flatMap((tally) => {
      const when = asOf(tally, dossier);
      const n = least(tally);
      return when && n !== null ? [{ tally, when, n }] : [];
    })
    .sort((a, b) => moment(a.when) - moment(b.when));
  const scale = timeScale(points.map((p) => p.when));
  if (!scale) return null;
  const height = 130;
  const rtl = direction.value === 'rtl';
  const ticks = countTicks(Math.max(...points.map((p) => p.n)));
  const most = ticks.at(-1) as number;
  const x = (iso: string) => (rtl ? width - 44 - scale.at(iso) * (width - 52) : 44 + scale.at(iso) * (width - 52));
  const y = (n: number) => 16 + (1 - n / most) * (height - 40);
  const say = (p: (typeof points)[number]) => count({ ...endsOf(p.tally), approximate: about(p.tally) });
  return (
    <figure class="chart" ref={box}>
      <figcaption dir="auto">{what}</figcaption>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={points.map((p) => `${date(p.when)}: ${say(p)}`).join('; ')}
      >
        {ticks.map((n) => (
          <g key={n} class="grid">
            <line x1={rtl ? 0 : 44} x2={rtl ? width - 44 : width} y1={y(n)} y2={y(n)} />
            <text x={rtl ? width - 38 : 38} y={y(n) + 4} text-anchor={rtl ? 'start' : 'end'} direction="ltr">
              {number(n)}
            </text>
          </g>
        ))}
        <polyline class="line" points={points.map((p) => `${x(p.when)},${y(p.n)}`).join(' ')} />
        {points.map((p) => (
          <g key={`${p.tally.report}${p.tally.tally}`} class={`point ${about(p.tally) ? 'about' : ''}`}>
            <circle cx={x(p.when)} cy={y(p.n)} r={4.5} />
            <text x={x(p.when)} y={y(p.n) - 8} text-anchor="middle" direction={direction.value}>
              {say(p)}
            </text>
            <text class="axis" x={x(p.when)} y={height - 6} text-anchor="middle" direction="ltr">
              {date(p.when.slice(0, 10), true)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
