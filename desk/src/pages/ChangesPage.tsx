import type { DossierReport } from '../api/types';
import { useResource } from '../api/useResource';
import { Empty, Field, Name, Trouble, Waiting, When } from '../components/parts';
import { day, direction, slotValue, t, word } from '../i18n/i18n';
import { go, query, to, withQuery } from '../router';

interface ChangedSlot {
  slot: string;
  before?: string | null;
  now?: string | null;
  speaker?: string | null;
  report?: string | null;
}

interface Change {
  id: string;
  title?: string | null;
  new: boolean;
  reports?: DossierReport[];
  slots?: ChangedSlot[];
  answered?: string[];
}

function aWeekAgo(): string {
  return new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
}

/** What the reports published since a day changed: new incidents, new word about old ones, what is answered. */
export function ChangesPage() {
  const since = query.value.get('since') ?? aWeekAgo();
  const { data, error, loading, reload } = useResource<{ items: Change[] }>(`/v1/changes?since=${encodeURIComponent(since)}`);
  const items = data?.items ?? [];
  return (
    <main class="page changes" id="main">
      <h1>{t('changes.title', { day: day(since) })}</h1>
      <form class="questions" onSubmit={(e) => e.preventDefault()}>
        <Field label={t('changes.since')}>
          <input
            type="date"
            dir="ltr"
            value={since}
            onChange={(e) => e.currentTarget.value && go(withQuery({ since: e.currentTarget.value }))}
          />
        </Field>
      </form>
      {error && <Trouble error={error} again={reload} />}
      {loading && !data && <Waiting />}
      {data && items.length === 0 && <Empty>{t('changes.none')}</Empty>}
      <ol class="plain">
        {items.map((change) => (
          <li key={change.id} class="change">
            <h2>
              {change.new && <span class="chip new">{t('changes.new')}</span>}{' '}
              <a href={to.dossier(change.id)} dir="auto">
                {change.title ?? change.id}
              </a>
            </h2>
            <Added change={change} />
            {(change.slots?.length ?? 0) > 0 && (
              <table class="changed">
                <tbody>
                  {change.slots?.map((s) => (
                    <tr key={s.slot}>
                      <th scope="row">{word('slot', s.slot)}</th>
                      {!change.new && (
                        <td>
                          {s.before ? (
                            <del>
                              <bdi dir={direction.value}>{slotValue(s.slot, s.before)}</bdi>
                            </del>
                          ) : (
                            <span class="hint">{t('changes.untold')}</span>
                          )}
                        </td>
                      )}
                      <td>
                        <ins>
                          <bdi dir={direction.value}>{slotValue(s.slot, s.now ?? '')}</bdi>
                        </ins>
                      </td>
                      <td class="from">{s.speaker === 'passive' ? word('voice', s.speaker) : <Name>{s.speaker}</Name>}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </li>
        ))}
      </ol>
    </main>
  );
}

function Added({ change }: { change: Change }) {
  if (!change.reports?.length) return null;
  return (
    <ul class="added">
      {change.reports.map((r) => (
        <li key={r.id}>
          <a href={to.report(r.id, { dossier: change.id })} dir="auto">
            {r.title ?? r.id}
          </a>{' '}
          <span class="from">
            <bdi>{r.outlet}</bdi> <When iso={r.published} />
          </span>
        </li>
      ))}
    </ul>
  );
}
