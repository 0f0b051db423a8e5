import { useState } from 'preact/hooks';
import { ask, Problem } from '../api/client';
import type { Page, Role } from '../api/types';
import { useResource } from '../api/useResource';
import { Field, Section, Trouble, Waiting, When } from '../components/parts';
import { t, word } from '../i18n/i18n';
import { session } from '../session';

interface User {
  name: string;
  role: Role;
  disabled?: boolean;
  etag?: string | null;
}

interface Token {
  id: string;
  name?: string | null;
  rights?: string[];
  expires?: string | null;
}

const roles: Role[] = ['reader', 'contributor', 'reviewer', 'editor', 'admin'];

/** Who may do what, and which programs may. */
export function UsersPage() {
  const users = useResource<Page<User>>('/v1/users');
  const tokens = useResource<Page<Token>>('/v1/tokens');
  const [error, setError] = useState<Problem | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const call = async (method: string, url: string, body?: unknown, ifMatch?: string | null): Promise<unknown> => {
    setError(null);
    try {
      const { data } = await ask<unknown>(method, url, body, { ifMatch: ifMatch ?? undefined });
      users.reload();
      tokens.reload();
      return data;
    } catch (problem) {
      setError(problem instanceof Problem ? problem : new Problem(0, String(problem), ''));
      return null;
    }
  };
  return (
    <main class="page users" id="main">
      <h1>{t('nav.users')}</h1>
      {error && <Trouble error={error} />}
      <Section id="people" title={t('users.people')}>
        {users.error && <Trouble error={users.error} again={users.reload} />}
        {users.loading && !users.data && <Waiting />}
        <ul class="plain people">
          {users.data?.items.map((u) => (
            <li key={u.name} class={u.disabled ? 'off' : undefined}>
              <bdi class="name">{u.name}</bdi>
              <select
                aria-label={t('users.roleof', { name: u.name })}
                value={u.role}
                disabled={u.name === session.value?.name}
                onChange={(e) => call('PATCH', `/v1/users/${encodeURIComponent(u.name)}`, { role: e.currentTarget.value }, u.etag)}
              >
                {roles.map((r) => (
                  <option key={r} value={r}>
                    {word('role', r)}
                  </option>
                ))}
              </select>
              {u.name !== session.value?.name && (
                <button
                  type="button"
                  onClick={() => call('PATCH', `/v1/users/${encodeURIComponent(u.name)}`, { disabled: !u.disabled }, u.etag)}
                >
                  {u.disabled ? t('users.enable') : t('users.disable')} <span class="visually-hidden">{u.name}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
        <NewUser onAdd={(user) => call('POST', '/v1/users', user)} />
      </Section>
      <Section id="tokens" title={t('users.tokens')}>
        <ul class="plain people">
          {tokens.data?.items.map((token) => (
            <li key={token.id}>
              <bdi class="name">{token.name ?? token.id}</bdi>{' '}
              <span>{token.rights?.map((r) => word('right', r)).join(t('list.comma'))}</span>{' '}
              <span class="from">
                {t('users.until')} <When iso={token.expires} />
              </span>
              <button type="button" onClick={() => call('DELETE', `/v1/tokens/${encodeURIComponent(token.id)}`)}>
                {t('users.revoke')} <span class="visually-hidden">{token.name}</span>
              </button>
            </li>
          ))}
        </ul>
        {secret && (
          <p class="secret" role="status">
            {t('users.secret')} <code dir="ltr">{secret}</code>
          </p>
        )}
        <NewToken
          onAdd={async (token) => {
            const made = (await call('POST', '/v1/tokens', token)) as { secret?: string } | null;
            setSecret(made?.secret ?? null);
          }}
        />
      </Section>
    </main>
  );
}

function RoleChoice({ role, onRole }: { role: Role; onRole: (role: Role) => void }) {
  return (
    <Field label={t('users.role')}>
      <select value={role} onChange={(e) => onRole(e.currentTarget.value as Role)}>
        {roles.map((r) => (
          <option key={r} value={r}>
            {word('role', r)}
          </option>
        ))}
      </select>
    </Field>
  );
}

function NewUser({ onAdd }: { onAdd: (user: { name: string; role: Role; password: string }) => void }) {
  const [form, setForm] = useState<{ name: string; role: Role; password: string }>({ name: '', role: 'reviewer', password: '' });
  return (
    <form
      class="questions"
      onSubmit={(e) => {
        e.preventDefault();
        onAdd(form);
        setForm({ ...form, name: '', password: '' });
      }}
    >
      <Field label={t('signin.name')}>
        <input
          type="text"
          dir="auto"
          autocomplete="off"
          required
          value={form.name}
          onInput={(e) => setForm({ ...form, name: e.currentTarget.value })}
        />
      </Field>
      <RoleChoice role={form.role} onRole={(role) => setForm({ ...form, role })} />
      <Field label={t('users.password')}>
        <input
          type="password"
          autocomplete="new-password"
          required
          value={form.password}
          onInput={(e) => setForm({ ...form, password: e.currentTarget.value })}
        />
      </Field>
      <div class="buttons">
        <button type="submit">{t('users.add')}</button>
      </div>
    </form>
  );
}

const rights = ['read', 'export', 'add', 'organise', 'review', 'mark', 'administer'] as const;

interface TokenWish {
  name: string;
  rights: string[];
  days: number;
}

function NewToken({ onAdd }: { onAdd: (token: TokenWish) => void }) {
  const [form, setForm] = useState<TokenWish>({ name: '', rights: ['read'], days: 90 });
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault();
        onAdd(form);
        setForm({ ...form, name: '' });
      }}
    >
      <div class="questions">
        <Field label={t('users.tokenname')}>
          <input
            type="text"
            dir="auto"
            autocomplete="off"
            required
            value={form.name}
            onInput={(e) => setForm({ ...form, name: e.currentTarget.value })}
          />
        </Field>
        <Field label={t('users.days')}>
          <input
            type="number"
            min={1}
            max={366}
            required
            value={form.days}
            onInput={(e) => setForm({ ...form, days: Number(e.currentTarget.value) })}
          />
        </Field>
      </div>
      <fieldset class="rights">
        <legend>{t('users.rights')}</legend>
        {rights.map((right) => (
          <label key={right}>
            <input
              type="checkbox"
              checked={form.rights.includes(right)}
              onChange={(e) =>
                setForm({ ...form, rights: e.currentTarget.checked ? [...form.rights, right] : form.rights.filter((r) => r !== right) })
              }
            />{' '}
            {word('right', right)}
          </label>
        ))}
      </fieldset>
      <div class="buttons">
        <button type="submit" disabled={!form.rights.length}>
          {t('users.addtoken')}
        </button>
      </div>
    </form>
  );
}
