import type { Dossier, Span, TimelineEntry } from '../api/types';
import { Empty, Name, Quote, Section, When } from '../components/parts';
import { t, word } from '../i18n/i18n';
import { pairDecision } from '../review/decisions';
import { decide, undoing } from '../review/store';
import { to } from '../router';
import { may } from '../session';
import { ActorGraph } from './ActorGraph';
import { Exports } from './Exports';
import { PlacesMap } from './PlacesMap';
import { Responsibility } from './Responsibility';
import { Tallies } from './Tallies';
import { Timeline } from './Timeline';

interface Props {
  dossier: Dossier;
  etag: string | null;
  onGo: (report: string | undefined, span: Span | null | undefined) => void;
}

/** What stands below the values: who is said to have done it, when, where, between whom; what else belongs to it. */
export function DossierSections({ dossier, onGo }: Props) {
  const outlet = (id: string) => dossier.reports.find((r) => r.id === id)?.outlet ?? id;
  const toSource = (report: string | null | undefined, span: Span | null | undefined) => {
    onGo(report ?? undefined, span);
    document.querySelector('.source')?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div class="sections">
      <Section id="responsibility" title={t('dossier.responsibility')}>
        <Responsibility dossier={dossier} onGo={(e) => toSource(e.report, e.span)} />
      </Section>
      <Section id="timeline" title={t('dossier.timeline')}>
        <Timeline entries={timelineOf(dossier)} />
      </Section>
      {(dossier.places?.length ?? 0) > 0 && (
        <Section id="map" title={t('dossier.map')}>
          <PlacesMap places={dossier.places ?? []} />
        </Section>
      )}
      {((dossier.actors?.length ?? 0) > 0 || (dossier.relations?.length ?? 0) > 0) && (
        <Section id="actors" title={t('dossier.actors')}>
          <ActorGraph dossier={dossier} />
        </Section>
      )}
      {(dossier.tallies?.length ?? 0) > 0 && (
        <Section id="tallies" title={t('dossier.tallies')} aside={<span class="aside">{t('tally.never')}</span>}>
          <Tallies dossier={dossier} onGo={(tally) => toSource(tally.report, tally.span)} />
        </Section>
      )}
      {(dossier.related?.length ?? 0) > 0 && (
        <Section id="related" title={t('dossier.related')}>
          <ul class="plain">
            {dossier.related?.map((r) => (
              <li key={`${r.report}${r.type}${r.text}`}>
                <button type="button" class="line" onClick={() => toSource(r.report, r.span)}>
                  <span class="label">{word('type', r.type)}</span> <Quote text={r.text} />{' '}
                  <span class="from">
                    <bdi>{outlet(r.report)}</bdi>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Twins dossier={dossier} />
      <Section id="decisions" title={t('dossier.decisions')}>
        <Decisions dossier={dossier} />
      </Section>
      <Exports query={`dossier=${encodeURIComponent(dossier.id)}`} />
    </div>
  );
}

/** Where the API gives no timeline: the days that are told, and the days of the reports. */
function timelineOf(dossier: Dossier): TimelineEntry[] {
  if (dossier.timeline?.length) return dossier.timeline;
  const days = dossier.slots.find((s) => s.slot === 'day')?.values ?? [];
  const type = dossier.slots.find((s) => s.slot === 'type')?.best;
  return [
    ...days.map((v) => ({ lane: 'event' as const, earliest: v.value, latest: v.value, precision: 'day', label: type })),
    ...dossier.reports.map((r) => ({ lane: 'report' as const, earliest: r.published, latest: r.published, label: r.outlet, report: r.id })),
  ];
}

function Twins({ dossier }: { dossier: Dossier }) {
  const twins = dossier.possibly_same ?? [];
  if (!twins.length) return null;
  return (
    <Section id="twins" title={t('dossier.twins')}>
      <ul class="plain twins">
        {twins.map((twin) => {
          const pair = {
            a: dossier.id,
            b: twin.dossier,
            title: `${dossier.title ?? ''} / ${twin.title ?? twin.dossier}`,
            reasons: twin.reasons,
          };
          return (
            <li key={twin.dossier}>
              <a href={to.dossier(twin.dossier)} dir="auto">
                {twin.title ?? twin.dossier}
              </a>
              <Reasons reasons={twin.reasons} />
              {may('reviewer') && (
                <div class="buttons small">
                  {(['same', 'different', 'unsure'] as const).map((verdict) => (
                    <button type="button" key={verdict} onClick={() => decide(pairDecision(verdict, pair, null))}>
                      {t(`pair.${verdict}`)}
                    </button>
                  ))}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** Why two are put together or may be one, as the merging tells it. */
export function Reasons({ reasons }: { reasons: readonly string[] }) {
  if (!reasons.length) return null;
  return (
    <ul class="reasons" aria-label={t('reasons')}>
      {reasons.map((reason) => (
        <li key={reason} lang="en" dir="auto">
          {reason}
        </li>
      ))}
    </ul>
  );
}

function Decisions({ dossier }: { dossier: Dossier }) {
  const decisions = dossier.decisions ?? [];
  return (
    <>
      {(dossier.reasons?.length ?? 0) > 0 && (
        <details>
          <summary>{t('dossier.why')}</summary>
          <Reasons reasons={dossier.reasons ?? []} />
        </details>
      )}
      {decisions.length === 0 ? (
        <Empty>{t('dossier.undecided')}</Empty>
      ) : (
        <ol class="feed">
          {decisions.map((d) => (
            <li key={d.number} class={d.undone ? 'undone' : undefined}>
              <span class="chip">{word('verdict', d.verdict)}</span> {d.slot && <span>{word('slot', d.slot)}</span>} <Name>{d.value}</Name>{' '}
              <span class="from">
                <bdi>{d.by}</bdi> <When iso={d.when ?? (d.at as string | null)} />
              </span>
              {d.why && <Quote text={d.why} />}
              {may('reviewer') && !d.undone && d.verdict !== 'undo' && (
                <button
                  type="button"
                  class="quiet"
                  onClick={() => decide(undoing(d.number, dossier.title ?? dossier.id, `${word('verdict', d.verdict)} ${d.value ?? ''}`))}
                >
                  {t('key.undo')}
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
