import { computed } from '@preact/signals';
import { type Language, language } from '../prefs';
import { moment } from './moment';
import resource from './strings.json';

type Forms = Partial<Record<Intl.LDMLPluralRule, string>>;
export type Strings = Record<string, Record<Language, string | Forms>>;

const strings: Strings = resource as Strings;

/** With digits of the script, Gregorian months; the ISO date always stands beside it as a tooltip. */
const locales: Record<Language, string> = { en: 'en-GB', ar: 'ar-u-nu-arab-ca-gregory', fa: 'fa-u-nu-arabext-ca-gregory' };
export const locale = computed(() => locales[language.value]);
export const direction = computed<'ltr' | 'rtl'>(() => (language.value === 'en' ? 'ltr' : 'rtl'));

const plurals = computed(() => new Intl.PluralRules(locale.value));
const numbers = computed(() => new Intl.NumberFormat(locale.value));

/** The string of a key in the language chosen, with {names} filled in; a form is chosen by {n} where the string has several. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  const entry = strings[key]?.[language.value];
  if (entry === undefined) return key;
  const form = typeof entry === 'string' ? entry : (entry[plurals.value.select(Number(values.n ?? 0))] ?? entry.other ?? key);
  return form.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? numbers.value.format(value) : isolated(value ?? '');
  });
}

/** Characters that turn the direction of what follows: in a name they must not turn the words of the desk beside it. */
const turning = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/;

/** In a text of the other direction a name keeps its own, and does not drag its neighbours along. */
function isolated(text: string): string {
  return text && (direction.value === 'rtl' || turning.test(text)) ? `\u2068${text}\u2069` : text;
}

/** A word of the record format ("claims_own", "rocket_shelling") in the language chosen; one that is not known is shown as it is. */
export function word(family: string, name: string | null | undefined): string {
  if (!name) return '';
  const key = `${family}.${name}`;
  return strings[key] ? t(key) : name.replace(/_/g, ' ');
}

export function number(value: number): string {
  return numbers.value.format(value);
}

const dayFormat = computed(
  () => new Intl.DateTimeFormat(locale.value, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
);
const shortDayFormat = computed(() => new Intl.DateTimeFormat(locale.value, { day: 'numeric', month: 'short', timeZone: 'UTC' }));
const momentFormat = computed(
  () =>
    new Intl.DateTimeFormat(locale.value, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'UTC',
    }),
);

export function date(iso: string | null | undefined, short = false): string {
  if (!iso) return '';
  const time = moment(iso);
  if (Number.isNaN(time)) return iso;
  if (short) return shortDayFormat.value.format(time);
  if (!iso.includes('T')) return dayFormat.value.format(time);
  // What the desk wrote down bears its zone; a report tells none.
  return iso.endsWith('Z') ? `${momentFormat.value.format(time)} UTC` : momentFormat.value.format(time);
}

export function day(iso: string | null | undefined): string {
  return date(iso?.slice(0, 10));
}

/** How long ago: "3 days". */
export function age(iso: string | null | undefined, now = Date.now()): string {
  if (!iso) return '';
  const hours = Math.max(0, (now - moment(iso)) / 3_600_000);
  if (Number.isNaN(hours)) return '';
  if (hours < 1) return t('age.minutes', { n: Math.round(hours * 60) });
  if (hours < 48) return t('age.hours', { n: Math.round(hours) });
  const days = hours / 24;
  if (days < 60) return t('age.days', { n: Math.round(days) });
  return days < 730 ? t('age.months', { n: Math.round(days / 30.44) }) : t('age.years', { n: Math.floor(days / 365.25) });
}

const countries = computed(() => new Intl.DisplayNames(locale.value, { type: 'region', fallback: 'code' }));

export function country(code: string | null | undefined): string {
  if (!code) return '';
  try {
    return countries.value.of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}

/** A count as a dossier has it ("12", "about 12", "10–12", "12 or more", "up to 12") in the language chosen. */
function countOf(value: string): string {
  const parts = value.match(/^(about )?(up to )?(\d+)(?:–(\d+))?( or more)?$/);
  if (!parts) return value;
  const [, about, most, low, high, least] = parts;
  const digits = [low, high].flatMap((n) => (n ? [number(Number(n))] : [])).join('–');
  const bounded = most ? t('count.most', { count: digits }) : least ? t('count.least', { count: digits }) : digits;
  return about ? t('count.about', { count: bounded }) : bounded;
}

/** The values of some slots are words of the ontology, days or counts; anything else is shown as the sources have it. */
export function slotValue(slot: string, value: string): string {
  switch (slot) {
    case 'type':
      return word('type', value);
    case 'day':
      return value.replace(/\d{4}-\d\d-\d\d/g, (iso) => day(iso));
    case 'weapon':
      return word('weapon', value);
    case 'target':
      return word('target', value);
    case 'place':
      return value.replace(/^(.*) \(([A-Z]{2})\)$/, (_, name: string, code: string) =>
        name === code ? country(code) : `${isolated(name)}${t('list.comma')}${country(code)}`,
      );
    case 'attributed_to':
      return value.replace(/^(.*) \((\w+)\)$/, (_, who: string, basis: string) => `${isolated(who)} (${word('basis', basis)})`);
    case 'responsibility':
      return value.replace(/^(\w+)( by (.+))?$/, (_, status: string, by: string | undefined, who: string) =>
        by ? t('responsibility.by', { status: word('responsibility', status), who }) : word('responsibility', status),
      );
    case 'killed':
    case 'wounded':
    case 'kidnapped':
    case 'missing':
      return countOf(value);
    default:
      return isolated(value);
  }
}

/** What speaks for or against two's being one ("same kind: bombing") in the language chosen. */
export function reasonText(reason: string): string {
  const [, phrase = reason, detail] = reason.match(/^(.*?): (.*)$/) ?? [];
  const said = word('reason', phrase);
  return detail === undefined
    ? said
    : `${said}: ${detail
        .split(', ')
        .map((part) => reasonDetail(phrase, part))
        .join(t('list.comma'))}`;
}

function reasonDetail(phrase: string, detail: string): string {
  switch (phrase) {
    case 'same kind':
      return word('type', detail);
    case 'same weapon':
      return word('weapon', detail);
    case 'same day':
      return day(detail);
    case 'same country':
    case 'but two countries':
      return country(detail);
    default:
      return /^\d+$/.test(detail) ? number(Number(detail)) : isolated(detail);
  }
}
