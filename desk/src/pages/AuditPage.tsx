import { useEffect } from 'preact/hooks';
import type { DecisionEntry, Page } from '../api/types';
import { usePages } from '../api/usePages';
import { useResource } from '../api/useResource';
import { Empty, Trouble, Waiting, When } from '../components/parts';
import { t, word } from '../i18n/i18n';
import { DecisionFeed } from '../review/DecisionFeed';
import { commits } from '../review/store';
import { query, withQuery } from '../router';
import { may } from '../session';

interface AuditEntry {
  id: number;
  at: string;
  who?: string | null;
  what: string;
  about?: string | null;
}

/** What was decided, by whom and why; for admins also who signed in, exported and changed accounts. */
export function AuditPage() {
  const people = may('admin') && query.value.get('of') === 'access';
  return (
    <main class="page audit" id="main">
      <h1>{t('nav.audit')}</h1>
      {may('admin') && (
        <nav class="kinds" aria-label={t('audit.of')}>
          <a href={withQuery({ of: null })} aria-current={people ? undefined : 'page'}>
            {t('audit.decisions')}
          </a>
          <a href={withQuery({ of: 'access' })} aria-current={people ? 'page' : undefined}>
            {t('audit.access')}
          </a>
        </nav>
      )}
      {people ? <Access /> : <Feed />}
    </main>
  );
}

function Feed() {
  const { items, next, more, first } = usePages<DecisionEntry>('/v1/decisions?limit=50');
  useEffect(() => {
    if (commits.value) first.reload();
  }, [commits.value]);
  if (first.error && !first.data) return <Trouble error={first.error} again={first.reload} />;
  if (first.loading && !first.data) return <Waiting />;
  if (!items.length) return <Empty>{t('dossier.undecided')}</Empty>;
  return (
    <>
      <DecisionFeed decisions={items} linked />
      {next && (
        <button type="button" class="quiet" onClick={more}>
          {t('action.more')}
        </button>
      )}
    </>
  );
}

function Access() {
  const { data, error, loading, reload } = useResource<Page<AuditEntry>>('/v1/audit?limit=200');
  if (error && !data) return <Trouble error={error} again={reload} />;
  if (loading && !data) return <Waiting />;
  return (
    <div class="scrolls">
      <table class="wide">
        <thead>
          <tr>
            <th scope="col">{t('audit.when')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.what')}</th>
            <th scope="col">{t('audit.about')}</th>
          </tr>
        </thead>
        <tbody>
          {data?.items.map((e) => (
            <tr key={e.id}>
              <td>
                <When iso={e.at} />
              </td>
              <td>
                <bdi>{e.who}</bdi>
              </td>
              <td>{word('audit', e.what)}</td>
              <td dir="auto">{e.about}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
