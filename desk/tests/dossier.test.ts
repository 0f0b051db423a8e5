import { describe, expect, it } from 'vitest';
import { inLatin } from '../src/components/transliterate';
import { bounds, countTicks } from '../src/dossier/scale';

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
