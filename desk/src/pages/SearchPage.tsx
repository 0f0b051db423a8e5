import { useEffect, useState } from 'preact/hooks';
import type { ClaimItem, DossierItem } from '../api/types';
import { usePages } from '../api/usePages';
import { Empty, Field, Name, StateChip, Trouble, Waiting } from '../components/parts';
import { Exports } from '../dossier/Exports';
import { country, day, slotValue, t, word } from '../i18n/i18n';
import { useKeys } from '../review/useKeys';
import { go, path, query, to, withQuery } from '../router';
import { may } from '../session';
import { ClaimRow } from './ClaimRow';
import { eventTypes, stances } from './names';
import { Webhooks } from './Webhooks';

const names = [
  'q',
  'since',
  'until',
  'type',
  'country',
  'place',
  'near',
  'actor',
  'speaker',
  'stance',
  'responsibility',
  'disagreement',
  'several',
] as const;
const claimNames = ['q', 'speaker', 'stance', 'about'] as const;

/** What is in the ledger: incidents, or claims, by what is asked of them. The questions stand in the address. */
export function SearchPage() {
  const claims = query.value.get('in') === 'claims';
  useKeys({ search: () => document.querySelector<HTMLInputElement>('#q')?.focus() });
  return (
    <main class="page search" id="main">
      <h1>{t('nav.search')}</h1>
      <nav class="kinds" aria-label={t('search.in')}>
        {(['dossiers', 'claims'] as const).map((kind) => (
          <a
            key={kind}
            href={withQuery({ in: kind === 'claims' ? 'claims' : null })}
            aria-current={claims === (kind === 'claims') ? 'page' : undefined}
          >
            {t(`search.${kind}`)}
          </a>
        ))}
      </nav>
      <Questions claims={claims} key={claims ? 'claims' : 'dossiers'} />
      {claims ? <Claims /> : <Dossiers />}
    </main>
  );
}

function Questions({ claims }: { claims: boolean }) {
  const asked: readonly string[] = claims ? claimNames : names;
  const now = query.value;
  const [form, setForm] = useState<Record<string, string>>(Object.fromEntries(asked.map((n) => [n, now.get(n) ?? ''])));
  const at = now.toString();
  // The form follows the address when the browser goes back.
  useEffect(() => setForm(Object.fromEntries(asked.map((n) => [n, query.value.get(n) ?? '']))), [at]);
  const ask = (next: Record<string, string>) => go(withQuery(Object.fromEntries(asked.map((n) => [n, next[n]?.trim() || null]))));
  const text = (name: string, props: Record<string, unknown> = {}) => (
    <Field label={t(`ask.${name}`)} hint={name === 'near' ? t('ask.nearhint') : undefined}>
      <input
        type="text"
        dir="auto"
        id={name}
        value={form[name] ?? ''}
        onInput={(e) => setForm({ ...form, [name]: e.currentTarget.value })}
        {...props}
      />
    </Field>
  );
  const choice = (name: string, options: readonly string[], label: (o: string) => string) => (
    <Field label={t(`ask.${name}`)}>
      <select
        value={form[name] ?? ''}
        onChange={(e) => {
          const next = { ...form, [name]: e.currentTarget.value };
          setForm(next);
          ask(next);
        }}
      >
        <option value="">{t('ask.any')}</option>
        {options.map((o) => (
          <option key={o} value={o}>
            {label(o)}
          </option>
        ))}
      </select>
    </Field>
  );
  return (
    <search>
      <form
        class="questions"
        onSubmit={(e) => {
          e.preventDefault();
          ask(form);
        }}
      >
        {text('q', { type: 'search' })}
        {text('speaker')}
        {choice('stance', stances, (o) => word('stance', o))}
        {!claims && (
          <>
            {choice('type', eventTypes, (o) => word('type', o))}
            {text('place')}
            {text('since', { type: 'date', dir: 'ltr' })}
            {text('until', { type: 'date', dir: 'ltr' })}
            {choice('disagreement', ['true'], () => t('ask.anydisagreement'))}
          </>
        )}
        {claims && text('about')}
        <div class="buttons">
          <button type="submit" class="primary">
            {t('ask.go')}
          </button>
          {asked.some((n) => now.get(n)) && <a href={`${path.value}${claims ? '?in=claims' : ''}`}>{t('ask.clear')}</a>}
        </div>
        {!claims && (
          <details class="more" open={['country', 'near', 'actor', 'responsibility', 'several'].some((n) => now.get(n))}>
            <summary>{t('ask.more')}</summary>
            <div class="questions">
              {text('actor')}
              {text('country', { dir: 'ltr', maxLength: 2 })}
              {text('near', { dir: 'ltr' })}
              {choice('responsibility', ['claimed', 'acknowledged', 'denied', 'unclaimed'], (o) => word('responsibility', o))}
              {choice('several', ['true'], () => t('ask.onlyseveral'))}
            </div>
          </details>
        )}
      </form>
    </search>
  );
}

function urlOf(base: string, asked: readonly string[]): string {
  const q = new URLSearchParams();
  for (const name of asked) {
    const value = query.value.get(name);
    if (value) q.set(name, value);
  }
  const text = q.toString();
  return text ? `${base}?${text}` : base;
}

function Dossiers() {
  const url = urlOf('/v1/dossiers', names);
  const { items, next, more, first } = usePages<DossierItem>(url);
  return (
    <section class="results" aria-label={t('search.results')}>
      {first.error && <Trouble error={first.error} again={first.reload} />}
      {first.loading && items.length === 0 && <Waiting />}
      {first.data && items.length === 0 && <Empty>{t('search.none')}</Empty>}
      <ol>
        {items.map((d) => (
          <DossierRow key={d.id} item={d} />
        ))}
      </ol>
      {next && (
        <button type="button" onClick={more}>
          {t('action.more')}
        </button>
      )}
      {first.data && items.length > 0 && (
        <>
          <Exports query={url.split('?')[1] ?? ''} />
          <p class="feeds">
            <a href={`/v1/feed.atom?${url.split('?')[1] ?? ''}`} target="_blank" rel="noreferrer">
              {t('search.feed')}
            </a>
          </p>
          {may('contributor') && <Webhooks query={url.split('?')[1] ?? ''} />}
        </>
      )}
    </section>
  );
}

/** A dossier in a list. */
export function DossierRow({ item }: { item: DossierItem }) {
  const { killed } = item;
  const range = killed && typeof killed.low === 'number' && typeof killed.high === 'number' && killed.low !== killed.high;
  const toll = range ? `${killed.low}–${killed.high}` : (killed?.value ?? '');
  return (
    <li class={`dossier-row${item.contradicted?.length ? ' disputed' : ''}`}>
      <a href={to.dossier(item.id)} dir="auto">
        {item.title ?? item.id}
      </a>
      <p class="facts">
        <span>{item.day ? day(item.day) : t('unknown.day')}</span>
        <span>
          <Name>{item.place ?? t('unknown.place')}</Name>
          {item.country && `, ${country(item.country)}`}
        </span>
        {item.types?.slice(0, 2).map((type) => (
          <span key={type}>{word('type', type)}</span>
        ))}
        {toll && (
          <span>
            {word('slot', 'killed')}: <bdi>{slotValue('killed', toll)}</bdi>
          </span>
        )}
        <span>{t('dossier.reports', { n: item.reports ?? 1 })}</span>
        {item.state && <StateChip state={item.state} />}
        {item.contradicted?.map((slot) => (
          <span class="chip agreement a-contradicted" key={slot}>
            {t('search.disputed', { slot: word('slot', slot) })}
          </span>
        ))}
      </p>
    </li>
  );
}

function Claims() {
  const { items, next, more, first } = usePages<ClaimItem>(urlOf('/v1/claims', claimNames));
  return (
    <section class="results" aria-label={t('search.results')}>
      {first.error && <Trouble error={first.error} again={first.reload} />}
      {first.loading && items.length === 0 && <Waiting />}
      {first.data && items.length === 0 && <Empty>{t('search.none')}</Empty>}
      <ol>
        {items.map((c, i) => (
          <ClaimRow key={i} claim={c} />
        ))}
      </ol>
      {next && (
        <button type="button" onClick={more}>
          {t('action.more')}
        </button>
      )}
    </section>
  );
}
