import { useEffect } from 'preact/hooks';
import type { DecisionEntry, Page } from '../api/types';
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
  const { data, error, loading, reload } = useResource<Page<DecisionEntry>>('/v1/decisions?limit=200');
  useEffect(() => {
    if (commits.value) reload();
  }, [commits.value]);
  if (error && !data) return <Trouble error={error} again={reload} />;
  if (loading && !data) return <Waiting />;
  if (!data?.items.length) return <Empty>{t('dossier.undecided')}</Empty>;
  return <DecisionFeed decisions={data.items} linked />;
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
