import { afterEach, describe, expect, it, vi } from 'vitest';

// A browser of no language of its own.
vi.stubGlobal('navigator', { languages: [] });
const { reasonText } = await import('../src/i18n/i18n');
const { language } = await import('../src/prefs');

describe('reasonText', () => {
  afterEach(() => {
    language.value = 'en';
  });

  it('keeps the phrase and writes words of the ontology, days and countries as readers know them', () => {
    expect(reasonText('same kind: rocket_shelling, bombing')).toBe('same kind: rockets or shelling, bombing');
    expect(reasonText('same day: 2024-03-05')).toBe('same day: 5 Mar 2024');
    expect(reasonText('but two countries: IQ, SY')).toBe('but two countries: Iraq, Syria');
    expect(reasonText('the same name')).toBe('the same name');
  });

  it('speaks the language chosen, and leaves names as they are', () => {
    language.value = 'ar';
    expect(reasonText('same persons: nuri haddad')).toBe('الأشخاص أنفسهم: \u2068nuri haddad\u2069');
    expect(reasonText('days apart: 12')).toBe('الفارق بالأيام: ١٢');
  });

  it('shows a phrase that it does not know as it is', () => {
    expect(reasonText('same shoes: 44 left')).toBe('same shoes: 44 left');
  });
});
