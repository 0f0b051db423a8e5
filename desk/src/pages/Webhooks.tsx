import { useState } from 'preact/hooks';
import { ask, Problem } from '../api/client';
import type { Page } from '../api/types';
import { useResource } from '../api/useResource';
import { Field, Trouble } from '../components/parts';
import { t } from '../i18n/i18n';

interface Webhook {
  id: string;
  url: string;
  query: string;
}

/** Addresses to which what is new for a search is sent. */
export function Webhooks({ query }: { query: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{t('hooks.title')}</summary>
      {open && <Hooks query={query} />}
    </details>
  );
}

function Hooks({ query }: { query: string }) {
  const { data, error, reload } = useResource<Page<Webhook>>('/v1/webhooks');
  const [url, setUrl] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const [failed, setFailed] = useState<Problem | null>(null);
  const call = async (method: string, address: string, body?: unknown) => {
    setFailed(null);
    try {
      const answer = await ask<{ secret?: string } | null>(method, address, body);
      setSecret(answer.data?.secret ?? null);
      reload();
    } catch (problem) {
      setFailed(problem instanceof Problem ? problem : new Problem(0, String(problem), ''));
    }
  };
  return (
    <>
      <p class="hint">{t('hooks.hint')}</p>
      {(failed ?? error) && <Trouble error={(failed ?? error) as Problem} />}
      <ul class="plain people">
        {data?.items.map((hook) => (
          <li key={hook.id}>
            <bdi class="name" dir="ltr">
              {hook.url}
            </bdi>{' '}
            <bdi class="from" dir="ltr">
              {hook.query}
            </bdi>
            <button type="button" onClick={() => call('DELETE', `/v1/webhooks/${encodeURIComponent(hook.id)}`)}>
              {t('hooks.end')} <span class="visually-hidden">{hook.url}</span>
            </button>
          </li>
        ))}
      </ul>
      {secret && (
        <p class="secret" role="status">
          {t('users.secret')} <code dir="ltr">{secret}</code>
        </p>
      )}
      <form
        class="questions"
        onSubmit={(e) => {
          e.preventDefault();
          call('POST', '/v1/webhooks', { url, query });
        }}
      >
        <Field label={t('hooks.url')}>
          <input type="url" dir="ltr" required value={url} onInput={(e) => setUrl(e.currentTarget.value)} />
        </Field>
        <div class="buttons">
          <button type="submit">{t('hooks.add')}</button>
        </div>
      </form>
    </>
  );
}
