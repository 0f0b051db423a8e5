import { describe, expect, it } from 'vitest';
import type { DossierSlot, SlotValue, Statement } from '../src/api/types';
import { inLatin } from '../src/components/transliterate';
import { credibility } from '../src/dossier/credibility';
import { bounds, countTicks } from '../src/dossier/scale';

const statement = (more: Partial<Statement> = {}): Statement => ({
  report: 'r1',
  speaker: 'police',
  authority: 'official',
  certainty: 'certain',
  ...more,
});
const value = (name: string, origins: number, statements: Statement[] = [statement()]): SlotValue => ({ value: name, origins, statements });
const slot = (agreement: DossierSlot['agreement'], ...values: SlotValue[]): DossierSlot => ({ slot: 'killed', agreement, values });

describe('credibility', () => {
  it('follows its rule', () => {
    const one = value('12', 1);
    const two = value('12', 2);
    expect(credibility(slot('agreed', two), two)).toBe(1);
    expect(credibility(slot('single', one), one)).toBe(2);
    const told = value('12', 1, [statement({ authority: 'report', speaker: null })]);
    expect(credibility(slot('single', told), told)).toBe(3);
    const hedged = value('12', 1, [statement({ certainty: 'hedged' })]);
    expect(credibility(slot('single', hedged), hedged)).toBe(4);
    expect(credibility(slot('contradicted', two, one), one)).toBe(4);
    expect(credibility(slot('contradicted', two, hedged), hedged)).toBe(5);
    const nobody = value('unclaimed', 1, [statement({ authority: 'nobody' })]);
    expect(credibility(slot('single', nobody), nobody)).toBe(6);
  });
});

describe('bounds', () => {
  it('reads the ways in which a dossier writes counts', () => {
    expect(bounds('12')).toEqual({ low: 12, high: 12 });
    expect(bounds('about 12')).toEqual({ low: 12, high: 12 });
    expect(bounds('10–12')).toEqual({ low: 10, high: 12 });
    expect(bounds('12 or more')).toEqual({ low: 12, high: null });
    expect(bounds('up to 12')).toEqual({ low: 0, high: 12 });
    expect(bounds('none')).toBeNull();
  });
});

describe('countTicks', () => {
  it('are round and reach the highest', () => {
    expect(countTicks(17)).toEqual([0, 5, 10, 15, 20]);
    expect(countTicks(1)).toEqual([0, 1]);
    for (const n of [1, 2, 3, 9, 17, 84, 151, 2001]) expect(countTicks(n).at(-1)).toBeGreaterThanOrEqual(n);
  });
});

describe('inLatin', () => {
  it('writes names so that they can be read', () => {
    expect(inLatin('محمد الكعبي')).toBe('mḥmd al-kʿby');
    expect(inLatin('Police')).toBe('Police');
  });
});
