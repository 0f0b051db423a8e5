import { useState } from 'preact/hooks';
import { Problem } from '../api/client';
import { Field, Trouble } from '../components/parts';
import { t } from '../i18n/i18n';
import { session, setUp, signIn } from '../session';

/** Who is there? On the first run: who shall be the first? */
export function SignInPage() {
  const first = session.value?.state === 'setup';
  const [form, setForm] = useState({ code: '', name: '', password: '', again: '' });
  const [error, setError] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (name: keyof typeof form) => (e: { currentTarget: HTMLInputElement }) => setForm({ ...form, [name]: e.currentTarget.value });
  const differs = first && form.again !== '' && form.again !== form.password;
  const submit = async (e: Event) => {
    e.preventDefault();
    if (differs) return;
    setBusy(true);
    setError(null);
    try {
      if (first) await setUp(form.code.trim(), form.name.trim(), form.password);
      else await signIn(form.name.trim(), form.password);
    } catch (problem) {
      setError(problem instanceof Problem ? problem : new Problem(0, String(problem), ''));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main class="page sign-in" id="main">
      <h1>{first ? t('setup.title') : t('signin.title')}</h1>
      {first && <p>{t('setup.intro')}</p>}
      <form onSubmit={submit}>
        {first && (
          <Field label={t('setup.code')} hint={t('setup.codehint')}>
            <input type="text" dir="ltr" autocomplete="one-time-code" required value={form.code} onInput={set('code')} />
          </Field>
        )}
        <Field label={t('signin.name')}>
          <input type="text" dir="auto" autocomplete="username" required value={form.name} onInput={set('name')} />
        </Field>
        <Field label={t('signin.password')} hint={first ? t('setup.passwordhint') : undefined}>
          <input
            type="password"
            autocomplete={first ? 'new-password' : 'current-password'}
            required
            value={form.password}
            onInput={set('password')}
          />
        </Field>
        {first && (
          <Field label={t('setup.again')}>
            <input type="password" autocomplete="new-password" required value={form.again} onInput={set('again')} aria-invalid={differs} />
          </Field>
        )}
        {differs && <p role="alert">{t('setup.differs')}</p>}
        {error &&
          (error.status === 401 || error.status === 403 ? (
            <p class="trouble" role="alert">
              {first ? t('setup.wrong') : t('signin.wrong')}
            </p>
          ) : (
            <Trouble error={error} />
          ))}
        <button type="submit" class="primary" disabled={busy || differs}>
          {first ? t('setup.go') : t('signin.go')}
        </button>
      </form>
    </main>
  );
}
