import type { ComponentChildren } from 'preact';
import type { Problem } from '../api/client';
import type { State } from '../api/types';
import { age, date, t, word } from '../i18n/i18n';
import { transliterated } from '../prefs';
import { hasArabicLetters, inLatin } from './transliterate';

/** A stance in colour and in words: a denial must never be taken for an attribution. */
export function StanceChip({ stance, certainty }: { stance?: string | null; certainty?: string | null }) {
  if (!stance) return null;
  return (
    <span class={`chip stance s-${stance}`}>
      {word('stance', stance)}
      {certainty && certainty !== 'certain' && <span class="sure"> · {word('certainty', certainty)}</span>}
    </span>
  );
}

export function StateChip({ state }: { state?: State | null }) {
  const own = state ?? 'new';
  return <span class={`chip state st-${own}`}>{word('state', own)}</span>;
}

export function AgreementChip({ agreement }: { agreement: string }) {
  return <span class={`chip agreement a-${agreement}`}>{word('agreement', agreement)}</span>;
}

export function Marking({ marking }: { marking?: string | null }) {
  if (!marking) return null;
  const level = marking.toUpperCase().replace(/^TLP:/, '').split('+')[0]?.toLowerCase();
  return (
    <bdi class={`chip marking tlp-${level}`} dir="ltr">
      {marking.toUpperCase().startsWith('TLP') ? marking.toUpperCase() : `TLP:${marking.toUpperCase()}`}
    </bdi>
  );
}

/** A name from a text, in its own direction; with Latin letters behind it where somebody wants them. */
export function Name({ children }: { children: string | null | undefined }) {
  if (!children) return null;
  return (
    <bdi>
      {children}
      {transliterated.value && hasArabicLetters(children) && <span class="latin"> [{inLatin(children)}]</span>}
    </bdi>
  );
}

/** Words of a source: in their own direction and language. */
export function Quote({ text, lang }: { text?: string | null; lang?: string | null }) {
  if (!text) return null;
  return (
    <q dir="auto" lang={lang ?? undefined}>
      {text}
    </q>
  );
}

export function When({ iso, short }: { iso?: string | null; short?: boolean }) {
  if (!iso) return null;
  return (
    <time dateTime={iso} title={iso}>
      {date(iso, short)}
    </time>
  );
}

export function Age({ since }: { since?: string | null }) {
  if (!since) return null;
  return (
    <time dateTime={since} title={date(since)}>
      {age(since)}
    </time>
  );
}

/** What went wrong, in words that tell what to do. */
export function Trouble({ error, again }: { error: Problem; again?: () => void }) {
  const known = t(`problem.${error.status}`);
  return (
    <div class="trouble" role="alert">
      <strong>{known.startsWith('problem.') ? t('problem.other') : known}</strong>
      {error.message && error.message !== 'offline' && (
        <p dir="auto" lang="en">
          {error.message}
        </p>
      )}
      {again && (
        <button type="button" onClick={again}>
          {t('action.retry')}
        </button>
      )}
    </div>
  );
}

export function Waiting() {
  return (
    <p class="waiting" role="status">
      {t('waiting')}
    </p>
  );
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}

export function Section({
  id,
  title,
  aside,
  children,
}: {
  id: string;
  title: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class="section" aria-labelledby={`h-${id}`} id={id}>
      <header>
        <h2 id={`h-${id}`}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

export function Field({ label, children, hint }: { label: string; children: ComponentChildren; hint?: string }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children.
    <label class="field">
      <span>{label}</span>
      {children}
      {hint && <small>{hint}</small>}
    </label>
  );
}
