import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import schema from '../../docs/ascribe-record-1.schema.json';
import strings from '../src/i18n/strings.json';
import { actions } from '../src/review/keys';

type Entry = Record<string, string | Record<string, string>>;
const all = strings as unknown as Record<string, Entry>;
const languages = ['en', 'ar', 'fa'];
const source = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true })
    .map((e) => (e.isDirectory() ? source(join(folder, e.name)) : /\.tsx?$/.test(e.name) ? readFileSync(join(folder, e.name), 'utf8') : ''))
    .join('\n');
const code = source(join(import.meta.dirname, '../src'));

describe('strings', () => {
  it('stand in all three languages, none empty', () => {
    for (const [key, entry] of Object.entries(all)) {
      expect(Object.keys(entry).sort(), key).toEqual([...languages].sort());
      for (const value of Object.values(entry))
        for (const text of typeof value === 'string' ? [value] : Object.values(value)) expect(text.trim(), key).not.toBe('');
    }
  });

  it('have every form that the language counts with', () => {
    for (const [key, entry] of Object.entries(all))
      for (const language of languages) {
        const forms = entry[language];
        if (typeof forms === 'string') continue;
        const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
        expect(Object.keys(forms ?? {}), `${key} ${language}`).toEqual(expect.arrayContaining(wanted));
      }
  });

  it('name the same values in each language', () => {
    const names = (value: string | Record<string, string>) => {
      const texts = typeof value === 'string' ? [value] : [value.other ?? ''];
      return [...new Set(texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();
    };
    for (const [key, entry] of Object.entries(all))
      for (const language of languages) expect(names(entry[language] ?? ''), `${key} ${language}`).toEqual(names(entry.en ?? ''));
  });

  it('are there for every key that the code names', () => {
    const asked = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map((m) => m[1] as string);
    expect(asked.length).toBeGreaterThan(150);
    expect(asked.filter((key) => !all[key])).toEqual([]);
  });

  it('are all asked for', () => {
    const families = [...code.matchAll(/\bt\(\s*`([\w.]+)\$/g), ...code.matchAll(/\bword\(\s*'(\w+)'/g)].map((m) => m[1] as string);
    const plain = new Set([...code.matchAll(/'([\w.-]+)'/g)].map((m) => m[1]));
    const unused = Object.keys(all).filter(
      (key) => !plain.has(key) && !families.some((f) => key.startsWith(f.endsWith('.') ? f : `${f}.`)),
    );
    expect(unused).toEqual([]);
  });

  it('name every word of the record format that the desk shows', () => {
    const values = (name: string) => (schema.$defs as unknown as Record<string, { enum: string[] }>)[name]?.enum ?? [];
    const families: [string, string][] = [
      ['event_type', 'type'],
      ['stance', 'stance'],
      ['certainty', 'certainty'],
      ['voice', 'voice'],
      ['perpetrator_basis', 'basis'],
      ['victim_effect', 'effect'],
      ['responsibility_status', 'responsibility'],
      ['event_status', 'status'],
      ['time_precision', 'timeprecision'],
      ['part_of_day', 'partofday'],
      ['place_precision', 'precision'],
      ['target_effect', 'targeteffect'],
      ['actor_kind', 'actor'],
      ['relation_kind', 'relation'],
      ['tally_kind', 'tally'],
    ];
    for (const [definition, family] of families) {
      expect(values(definition).length, definition).toBeGreaterThan(0);
      for (const value of values(definition)) expect(all[`${family}.${value}`], `${family}.${value}`).toBeDefined();
    }
    for (const action of actions) for (const family of ['key', 'keyhelp']) expect(all[`${family}.${action}`]).toBeDefined();
  });
});
