import type { Dossier, Span } from '../api/types';
import { Empty, Name, Quote, Section } from '../components/parts';
import { direction, slotValue, t, word } from '../i18n/i18n';
import { DecisionFeed } from '../review/DecisionFeed';
import { pairDecision } from '../review/decisions';
import { decide } from '../review/store';
import { may } from '../session';
import { ActorGraph } from './ActorGraph';
import { DossierLink, Reasons } from './DossierLink';
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
        <Timeline entries={dossier.timeline ?? []} reports={dossier.reports} />
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
      {(dossier.set_aside?.length ?? 0) > 0 && (
        <Section id="aside" title={t('dossier.aside')}>
          <ul class="plain">
            {dossier.set_aside?.map((a, n) => (
              <li key={n}>
                <button type="button" class="line" onClick={() => toSource(a.report, a.span)}>
                  {word('slot', a.slot)}:{' '}
                  <del>
                    <bdi dir={direction.value}>{slotValue(a.slot, a.value)}</bdi>
                  </del>{' '}
                  <Name>{a.speaker || t('record.ownvoice')}</Name> <Quote text={a.text} />{' '}
                  {a.judgement && <span class="chip">{word('judgement', a.judgement)}</span>}
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
              <DossierLink id={twin.dossier} title={twin.title} />
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

function Decisions({ dossier }: { dossier: Dossier }) {
  const decisions = dossier.decisions ?? [];
  const nameOf = (id: string) => dossier.reports.find((report) => report.id === id)?.title ?? id;
  return (
    <>
      {(dossier.reasons?.length ?? 0) > 0 && (
        <details>
          <summary>{t('dossier.why')}</summary>
          <ul class="plain">
            {(dossier.reasons ?? []).map((step) => (
              <li key={step.report}>
                {t('dossier.merged', { report: nameOf(step.report), with: nameOf(step.with) })}
                <Reasons reasons={step.reasons} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {decisions.length === 0 ? <Empty>{t('dossier.undecided')}</Empty> : <DecisionFeed decisions={decisions} />}
    </>
  );
}
