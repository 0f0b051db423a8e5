import { effect, type Signal, signal } from '@preact/signals';

/** What somebody has chosen for this browser. Nothing of a ledger is kept here. */
function kept<T>(name: string, initial: T): Signal<T> {
  let value = initial;
  try {
    const text = localStorage.getItem(`ascribe.${name}`);
    if (text !== null) value = JSON.parse(text) as T;
  } catch {
    // Storage is switched off or holds something else: the initial value stands.
  }
  const own = signal<T>(value);
  effect(() => {
    const text = JSON.stringify(own.value);
    try {
      localStorage.setItem(`ascribe.${name}`, text);
    } catch {
      // Storage is full or switched off: the choice holds until the page is left.
    }
  });
  return own;
}

export type Language = 'en' | 'ar' | 'fa';
export type Theme = 'auto' | 'light' | 'dark';

function browserLanguage(): Language {
  for (const tag of navigator.languages ?? []) {
    const short = tag.slice(0, 2);
    if (short === 'ar' || short === 'fa' || short === 'en') return short;
  }
  return 'en';
}

export const language = kept<Language>('language', browserLanguage());
export const theme = kept<Theme>('theme', 'auto');
/** Whether the names of the layers stand beside each highlighted span. */
export const spanLabels = kept<boolean>('span-labels', false);
/** Whether names in Arabic script are followed by Latin letters. */
export const transliterated = kept<boolean>('transliterated', false);
/** Keys that somebody has changed: action → character. The empty string switches a key off. */
export const ownKeys = kept<Record<string, string>>('keys', {});

export const languageNames: Record<Language, string> = { en: 'English', ar: 'العربية', fa: 'فارسی' };
