import { effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem } from './api/client';
import { Trouble, Waiting } from './components/parts';
import { DossierPage } from './dossier/DossierPage';
import { direction, t } from './i18n/i18n';
import { InboxPage } from './inbox/InboxPage';
import { ActorPage } from './pages/ActorPage';
import { AuditPage } from './pages/AuditPage';
import { ChangesPage } from './pages/ChangesPage';
import { ReadPage } from './pages/ReadPage';
import { SearchPage } from './pages/SearchPage';
import { SignInPage } from './pages/SignInPage';
import { UsersPage } from './pages/UsersPage';
import { type Language, language, languageNames, type Theme, theme, transliterated } from './prefs';
import { ReadingPage } from './reading/ReadingPage';
import { KeyStrip } from './review/KeyStrip';
import { commits } from './review/store';
import { useKeys } from './review/useKeys';
import { go, path } from './router';
import { loadSession, may, session, sessionError, signedIn, signOut } from './session';

const pages: { path: string; name: string; page: () => preact.JSX.Element; shown: () => boolean }[] = [
  { path: '/', name: 'inbox', page: InboxPage, shown: () => true },
  { path: '/search', name: 'search', page: SearchPage, shown: () => true },
  { path: '/actors', name: 'actors', page: ActorPage, shown: () => true },
  { path: '/changes', name: 'changes', page: ChangesPage, shown: () => true },
  { path: '/read', name: 'read', page: ReadPage, shown: () => true },
  { path: '/audit', name: 'audit', page: AuditPage, shown: () => true },
  { path: '/users', name: 'users', page: UsersPage, shown: () => may('admin') },
];

effect(() => {
  document.documentElement.lang = language.value;
  document.documentElement.dir = direction.value;
});
effect(() => {
  document.documentElement.dataset.theme = theme.value;
});

/** So many things have come in since the page was loaded. */
const news = signal(0);

/** Listens while the page is seen: a browser opens six connections to one desk, and six tabs that listened would leave none for the seventh. */
function listen(): () => void {
  let stream: EventSource | null = null;
  const follow = () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else if (!stream) {
      stream = new EventSource('/v1/events');
      stream.addEventListener('report', () => {
        news.value++;
      });
    }
  };
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    document.removeEventListener('visibilitychange', follow);
    stream?.close();
  };
}

export function App() {
  useEffect(() => {
    loadSession();
  }, []);
  // Listens while somebody is signed in.
  useEffect(() => (signedIn.value ? listen() : undefined), [signedIn.value]);
  return (
    <>
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <TopBar />
      <Body />
      {signedIn.value && <KeyStrip />}
    </>
  );
}

function Body() {
  if (sessionError.value) return <Trouble error={sessionError.value as Problem} again={loadSession} />;
  if (!session.value) return <Waiting />;
  if (!signedIn.value) return <SignInPage />;
  return <Page />;
}

function Page() {
  const at = path.value;
  const found = pages.find((p) => p.path === at && p.shown());
  const Shown = found?.page ?? (at === '/reports' ? ReadingPage : at.startsWith('/dossiers/') ? DossierPage : Nowhere);
  useEffect(() => {
    document.title = `${found ? t(`nav.${found.name}`) : t('nav.dossier')} — Ascribe`;
  }, [at, language.value]);
  useKeys({ search: () => go('/search') }, true);
  return <Shown key={at.split('/')[1]} />;
}

function Nowhere() {
  return (
    <main class="page" id="main">
      <h1>{t('problem.404')}</h1>
      <p>
        <a href="/">{t('nav.inbox')}</a>
      </p>
    </main>
  );
}

function TopBar() {
  return (
    <header class="top">
      <a class="brand" href="/">
        Ascribe
      </a>
      {signedIn.value && (
        <nav aria-label={t('nav')}>
          {pages
            .filter((p) => p.shown())
            .map((p) => (
              <a key={p.path} href={p.path} aria-current={path.value === p.path ? 'page' : undefined}>
                {t(`nav.${p.name}`)}
              </a>
            ))}
        </nav>
      )}
      {news.value > 0 && (
        <button
          type="button"
          class="news"
          onClick={() => {
            news.value = 0;
            commits.value++;
            go('/');
          }}
        >
          {t('news', { n: news.value })}
        </button>
      )}
      <details class="prefs">
        <summary>{session.value?.name ? <bdi>{session.value.name}</bdi> : t('prefs')}</summary>
        <div>
          <label>
            <span>{t('prefs.language')}</span>
            <select
              value={language.value}
              onChange={(e) => {
                language.value = e.currentTarget.value as Language;
              }}
            >
              {Object.entries(languageNames).map(([code, name]) => (
                <option key={code} value={code} lang={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{t('prefs.theme')}</span>
            <select
              value={theme.value}
              onChange={(e) => {
                theme.value = e.currentTarget.value as Theme;
              }}
            >
              {(['auto', 'light', 'dark'] as const).map((name) => (
                <option key={name} value={name}>
                  {t(`prefs.${name}`)}
                </option>
              ))}
            </select>
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={transliterated.value}
              onChange={(e) => {
                transliterated.value = e.currentTarget.checked;
              }}
            />{' '}
            <span>{t('prefs.latin')}</span>
          </label>
          {signedIn.value && (
            <button type="button" onClick={signOut}>
              {t('signout')}
            </button>
          )}
        </div>
      </details>
    </header>
  );
}
