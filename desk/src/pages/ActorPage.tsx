import { useEffect, useState } from 'preact/hooks';
import type { ClaimItem, DecisionEntry, ReportItem } from '../api/types';
import { usePages } from '../api/usePages';
import { useResource } from '../api/useResource';
import { Empty, Field, Marking, Name, Quote, Section, Trouble, Waiting, When } from '../components/parts';
import { DossierLink } from '../dossier/DossierLink';
import { country, t, word } from '../i18n/i18n';
import { commits } from '../review/store';
import { go, query, to, withQuery } from '../router';
import { ActorReview, type Twin } from './ActorReview';
import { ClaimRow } from './ClaimRow';

interface ActorItem {
  id: string;
  name: string;
  kind?: string | null;
  country?: string | null;
  reports: number;
}

interface Counted {
  text: string;
  reports: number;
}

interface Actor extends ActorItem {
  names: Counted[];
  roles: Counted[];
  latest_reports: ReportItem[];
  parts: { dossier: string; part: string; by?: string | null; report: string; text?: string | null }[];
  says: ActorClaim[];
  said_about: ActorClaim[];
  relations: ActorRelation[];
  possibly_same: Twin[];
  decisions: DecisionEntry[];
}

type ActorClaim = ClaimItem & { claim: string };

interface ActorRelation {
  relation: string;
  is_subject: boolean;
  other: string;
  other_id?: string | null;
  report: string;
  speakers: string[];
  text?: string | null;
}

/** Somebody: under which names, where told of, what said by and about whom. */
export function ActorPage() {
  const id = query.value.get('id');
  return id ? <One id={id} key={id} /> : <All />;
}

function All() {
  const q = query.value.get('q') ?? '';
  const [text, setText] = useState(q);
  const { items, next, more, first } = usePages<ActorItem>(`/v1/actors${q ? `?q=${encodeURIComponent(q)}` : ''}`);
  return (
    <main class="page" id="main">
      <h1>{t('nav.actors')}</h1>
      <search>
        <form
          class="questions"
          onSubmit={(e) => {
            e.preventDefault();
            go(withQuery({ q: text.trim() || null }));
          }}
        >
          <Field label={t('actors.name')}>
            <input type="search" dir="auto" id="q" value={text} onInput={(e) => setText(e.currentTarget.value)} />
          </Field>
          <div class="buttons">
            <button type="submit" class="primary">
              {t('ask.go')}
            </button>
          </div>
        </form>
      </search>
      {first.error && <Trouble error={first.error} again={first.reload} />}
      {first.loading && items.length === 0 && <Waiting />}
      {first.data && items.length === 0 && <Empty>{t('search.none')}</Empty>}
      <ol class="plain">
        {items.map((a) => (
          <li key={a.id}>
            <a href={to.actor(a.id)}>
              <Name>{a.name}</Name>
            </a>{' '}
            <small>
              {word('actor', a.kind)} · {t('dossier.reports', { n: a.reports })}
            </small>
          </li>
        ))}
      </ol>
      {next && (
        <button type="button" onClick={more}>
          {t('action.more')}
        </button>
      )}
    </main>
  );
}

function One({ id }: { id: string }) {
  const { data: actor, error, reload } = useResource<Actor>(`/v1/actors/${encodeURIComponent(id)}`);
  useEffect(() => {
    if (commits.value) reload();
  }, [commits.value]);
  if (error && !actor) return <Trouble error={error} again={reload} />;
  if (!actor) return <Waiting />;
  const others = actor.names.map((n) => n.text).filter((name) => name !== actor.name);
  return (
    <main class="page actor-page" id="main">
      <h1>
        <Name>{actor.name}</Name>
      </h1>
      <p class="facts">
        <span>{word('actor', actor.kind)}</span>
        {actor.country && <span>{country(actor.country)}</span>}
        <span>{t('dossier.reports', { n: actor.reports })}</span>
        {others.length > 0 && (
          <span>
            {t('actors.also')}{' '}
            {others.map((name, i) => (
              <span key={name}>
                {i > 0 && t('list.comma')}
                <Name>{name}</Name>
              </span>
            ))}
          </span>
        )}
        {actor.roles.map((r) => (
          <span key={r.text}>
            <Name>{r.text}</Name>
          </span>
        ))}
      </p>
      <Section id="about" title={t('actors.about')}>
        <ClaimList claims={actor.said_about} />
      </Section>
      <Section id="by" title={t('actors.by')}>
        <ClaimList claims={actor.says} />
      </Section>
      {actor.parts.length > 0 && <Parts parts={actor.parts} />}
      {actor.relations.length > 0 && (
        <Section id="relations" title={t('record.relations')}>
          <ul class="plain">
            {actor.relations.map((r, i) => (
              <li key={i}>
                <Tie actor={actor} relation={r} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ActorReview actor={actor} twins={actor.possibly_same} decisions={actor.decisions} />
      <Section id="reports" title={t('source.reports')}>
        <ul class="plain">
          {actor.latest_reports.map((r) => (
            <li key={r.id}>
              <a href={to.report(r.id)} dir="auto">
                {r.title ?? r.id}
              </a>{' '}
              <span class="from">
                <bdi>{r.outlet}</bdi> <When iso={r.published} /> <Marking marking={r.marking} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </main>
  );
}

/** So many dossiers of an actor are shown at once: the title of each is asked for. */
const shownAtOnce = 20;

/** In which incidents it has which part, and who says so. */
function Parts({ parts }: { parts: Actor['parts'] }) {
  const [most, setMost] = useState(shownAtOnce);
  const dossiers = [...new Set(parts.map((p) => p.dossier))];
  return (
    <Section id="dossiers" title={t('search.dossiers')}>
      <ul class="plain">
        {dossiers.slice(0, most).map((id) => (
          <li key={id}>
            <DossierLink id={id} />
            <ul>
              {parts
                .filter((p) => p.dossier === id)
                .map((p, i) => (
                  <li key={i}>
                    <span class={`chip b-${p.part}`}>{word('part', p.part)}</span> <Quote text={p.text} />{' '}
                    {p.by && (
                      <span class="from">
                        {t('panel.accordingto')} <Name>{p.by}</Name>
                      </span>
                    )}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {dossiers.length > most && (
        <button type="button" class="quiet" onClick={() => setMost(most + shownAtOnce)}>
          {t('action.more')}
        </button>
      )}
    </Section>
  );
}

function Tie({ actor, relation: r }: { actor: Actor; relation: ActorRelation }) {
  const other = r.other_id ? (
    <a href={to.actor(r.other_id)}>
      <Name>{r.other}</Name>
    </a>
  ) : (
    <Name>{r.other}</Name>
  );
  const own = <Name>{actor.name}</Name>;
  return (
    <>
      {r.is_subject ? own : other} <span class={`chip tie e-${r.relation}`}>{word('relation', r.relation)}</span>{' '}
      {r.is_subject ? other : own} <Quote text={r.text} />{' '}
      <span class="from">
        {r.speakers.length > 0 ? <Name>{r.speakers.join(t('list.comma'))}</Name> : t('record.ownvoice')}{' '}
        <a href={to.report(r.report)}>{t('search.toreport')}</a>
      </span>
    </>
  );
}

function ClaimList({ claims }: { claims: readonly ActorClaim[] }) {
  if (!claims.length) return <Empty>{t('panel.none')}</Empty>;
  return (
    <ol class="plain">
      {claims.map((c) => (
        <ClaimRow key={`${c.report}${c.claim}`} claim={{ ...c, id: c.claim }} />
      ))}
    </ol>
  );
}
