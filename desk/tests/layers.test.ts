import { describe, expect, it } from 'vitest';
import { type Mark, paragraphs, picked, place, segments } from '../src/highlight/layers';

const mark = (id: string, start: number, end: number, kind = 'killed'): Mark => ({ id, kind, start, end, label: id });

describe('place', () => {
  it('gives overlapping marks different levels and reuses a level that is free', () => {
    const placed = place([mark('b', 5, 12), mark('a', 0, 10), mark('c', 12, 15)], 20);
    expect(placed.map((m) => [m.id, m.level])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ]);
  });

  it('puts the longer of two that begin together deeper', () => {
    expect(place([mark('short', 0, 3), mark('long', 0, 9)], 10).map((m) => m.id)).toEqual(['long', 'short']);
  });

  it('leaves out empty marks and such as lie outside of the text', () => {
    expect(place([mark('empty', 3, 3), mark('outside', 5, 99), mark('before', -1, 4)], 10)).toEqual([]);
  });

  it('takes a mark that is given twice once', () => {
    expect(place([mark('a', 0, 4), mark('a', 0, 4)], 10)).toHaveLength(1);
  });
});

describe('segments', () => {
  it('covers the text without gaps, each segment with the marks that hold it', () => {
    const text = 'At least twelve people were killed';
    const placed = place([mark('a', 0, 22), mark('b', 9, 34)], text.length);
    const cut = segments(0, text.length, placed);
    expect(cut.map((s) => text.slice(s.start, s.end)).join('')).toBe(text);
    expect(cut.map((s) => s.marks.map((m) => m.id).sort())).toEqual([['a'], ['a', 'b'], ['b']]);
  });

  it('cuts a mark at the end of a paragraph and goes on in the next', () => {
    const placed = place([mark('a', 3, 12)], 20);
    expect(segments(0, 8, placed).at(-1)).toMatchObject({ start: 3, end: 8 });
    expect(segments(8, 20, placed)[0]).toMatchObject({ start: 8, end: 12 });
  });

  it('holds for any marks: contiguous, ordered, and true to each mark', () => {
    let seed = 7;
    const next = (n: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % n;
    };
    for (let round = 0; round < 300; round++) {
      const length = 1 + next(60);
      const marks = Array.from({ length: next(9) }, (_, i) => {
        const start = next(length);
        return mark(`m${i}`, start, start + 1 + next(length - start));
      });
      const placed = place(marks, length);
      const cut = segments(0, length, placed);
      expect(cut[0]?.start).toBe(0);
      expect(cut.at(-1)?.end).toBe(length);
      for (const [i, s] of cut.entries()) {
        if (i > 0) expect(s.start).toBe(cut[i - 1]?.end);
        expect(new Set(s.marks.map((m) => m.level)).size).toBe(s.marks.length);
        for (const m of placed) expect(s.marks.includes(m)).toBe(m.start <= s.start && m.end >= s.end);
      }
    }
  });
});

describe('picked', () => {
  it('means the shortest mark first and goes round when it is picked again', () => {
    const segment = { start: 2, end: 4, marks: place([mark('long', 0, 9), mark('short', 2, 4)], 10) };
    expect(picked(segment, null)?.id).toBe('short');
    expect(picked(segment, 'short')?.id).toBe('long');
    expect(picked(segment, 'long')?.id).toBe('short');
  });
});

describe('paragraphs', () => {
  it('keeps offsets and leaves out empty lines', () => {
    const text = 'One.\n\nTwo.\r\nThree.';
    expect(paragraphs(text).map((p) => text.slice(p.start, p.end))).toEqual(['One.', 'Two.', 'Three.']);
  });
});
