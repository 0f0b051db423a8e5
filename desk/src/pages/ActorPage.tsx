import { useState } from 'preact/hooks';
import type { ClaimItem, DossierItem, Page, ReportItem } from '../api/types';
import { useResource } from '../api/useResource';
import { Empty, Field, Name, Quote, Section, Trouble, Waiting, When } from '../components/parts';
import { t, word } from '../i18n/i18n';
import { go, query, to, withQuery } from '../router';
import { ClaimRow, DossierRow } from './SearchPage';

interface ActorItem {
  id: string;
  name: string;
  names?: (string | { name: string; count?: number })[];
  kind?: string | null;
  country?: string | null;
  reports?: number | ReportItem[];
  dossiers?: number | DossierItem[];
}

interface Actor extends Omit<ActorItem, 'reports' | 'dossiers'> {
  reports?: (ReportItem | string)[];
  dossiers?: (DossierItem | string)[];
  claims_by?: ClaimItem[];
  claims_about?: ClaimItem[];
  claims?: { by?: ClaimItem[]; about?: ClaimItem[] };
  relations?: {
    relation: string;
    subject?: string;
    object?: string;
    other?: string;
    report?: string;
    speaker?: string | null;
    text?: string | null;
  }[];
}

/** Somebody: under which names, where told of, what said by and about whom. */
export function ActorPage() {
  const id = query.value.get('id');
  return id ? <One id={id} /> : <All />;
}

function All() {
  const q = query.value.get('q') ?? '';
  const [text, setText] = useState(q);
  const { data, error, loading, reload } = useResource<Page<ActorItem>>(`/v1/actors${q ? `?q=${encodeURIComponent(q)}` : ''}`);
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
      {error && <Trouble error={error} again={reload} />}
      {loading && !data && <Waiting />}
      {data?.items.length === 0 && <Empty>{t('search.none')}</Empty>}
      <ol class="plain actors">
        {data?.items.map((a) => (
          <li key={a.id}>
            <a href={to.actor(a.id)}>
              <Name>{a.name}</Name>
            </a>{' '}
            <small>{word('actor', a.kind)}</small>{' '}
            {typeof a.reports === 'number' && <small>{t('dossier.reports', { n: a.reports })}</small>}
          </li>
        ))}
      </ol>
    </main>
  );
}

function One({ id }: { id: string }) {
  const { data: actor, error, reload } = useResource<Actor>(`/v1/actors/${encodeURIComponent(id)}`);
  if (error && !actor) return <Trouble error={error} again={reload} />;
  if (!actor) return <Waiting />;
  const names = (actor.names ?? []).map((n) => (typeof n === 'string' ? n : n.name)).filter((n) => n !== actor.name);
  const by = actor.claims_by ?? actor.claims?.by ?? [];
  const about = actor.claims_about ?? actor.claims?.about ?? [];
  return (
    <main class="page actor-page" id="main">
      <h1>
        <Name>{actor.name}</Name>
      </h1>
      <p class="facts">
        <span>{word('actor', actor.kind)}</span>
        {names.length > 0 && (
          <span>
            {t('actors.also')} <Name>{names.join('، ').replace(/، /g, ', ')}</Name>
          </span>
        )}
      </p>
      <Section id="by" title={t('actors.by')}>
        <ClaimList claims={by} />
      </Section>
      <Section id="about" title={t('actors.about')}>
        <ClaimList claims={about} />
      </Section>
      {(actor.relations?.length ?? 0) > 0 && (
        <Section id="relations" title={t('record.relations')}>
          <ul class="plain">
            {actor.relations?.map((r, i) => (
              <li key={i}>
                <Name>{r.subject}</Name> <span class={`chip tie e-${r.relation}`}>{word('relation', r.relation)}</span>{' '}
                <Name>{r.object ?? r.other}</Name> <Quote text={r.text} />{' '}
                <span class="from">
                  {r.speaker ? <Name>{r.speaker}</Name> : null} {r.report && <a href={to.report(r.report)}>{t('search.toreport')}</a>}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="dossiers" title={t('search.dossiers')}>
        <ol class="plain">
          {(actor.dossiers ?? []).map((d) =>
            typeof d === 'string' ? (
              <li key={d}>
                <a href={to.dossier(d)}>{d}</a>
              </li>
            ) : (
              <DossierRow key={d.id} item={d} />
            ),
          )}
        </ol>
      </Section>
      <Section id="reports" title={t('source.reports')}>
        <ul class="plain">
          {(actor.reports ?? []).map((r) =>
            typeof r === 'string' ? (
              <li key={r}>
                <a href={to.report(r)}>{r}</a>
              </li>
            ) : (
              <li key={r.id}>
                <a href={to.report(r.id)} dir="auto">
                  {r.title ?? r.id}
                </a>{' '}
                <span class="from">
                  <bdi>{r.outlet}</bdi> <When iso={r.published} />
                </span>
              </li>
            ),
          )}
        </ul>
      </Section>
    </main>
  );
}

function ClaimList({ claims }: { claims: readonly ClaimItem[] }) {
  if (!claims.length) return <Empty>{t('panel.none')}</Empty>;
  return (
    <ol class="plain">
      {claims.map((c, i) => (
        <ClaimRow key={i} claim={c} />
      ))}
    </ol>
  );
}
