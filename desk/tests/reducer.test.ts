import { describe, expect, it } from 'vitest';
import { atFirst, type Pending, type Review, review } from '../src/review/reducer';

const decision = (key: string, item: string | null, about = `about-${key}`): Pending => ({
  key,
  verdict: 'state',
  about,
  item,
  fields: {},
  title: key,
  summary: key,
  seen: [],
});

const listed: Review = review(atFirst, { kind: 'list', items: ['a', 'b', 'c'] });

describe('review', () => {
  it('selects the first item of a list and keeps a selection that is still there', () => {
    expect(listed.selected).toBe('a');
    const moved = review(listed, { kind: 'move', step: 1 });
    expect(review(moved, { kind: 'list', items: ['c', 'b'] }).selected).toBe('b');
    expect(review(moved, { kind: 'list', items: ['c'] }).selected).toBe('c');
    expect(review(moved, { kind: 'list', items: [] }).selected).toBeNull();
  });

  it('never decides by selecting or moving', () => {
    let state = listed;
    for (const step of [1, 1, 1, -1, -1, -1] as const) state = review(state, { kind: 'move', step });
    expect(state.pending).toEqual([]);
    expect(state.selected).toBe('a');
  });

  it('goes to the next undecided item by itself', () => {
    let state = review(listed, { kind: 'decide', decision: decision('1', 'a') });
    expect(state.selected).toBe('b');
    state = review(state, { kind: 'select', item: 'c' });
    state = review(state, { kind: 'decide', decision: decision('2', 'c') });
    expect(state.selected).toBe('b');
    state = review(state, { kind: 'decide', decision: decision('3', 'b') });
    expect(state.selected).toBe('b');
    expect(state.pending.map((p) => p.key)).toEqual(['1', '2', '3']);
  });

  it('takes the later of two decisions about one thing', () => {
    const twice = review(review(listed, { kind: 'decide', decision: decision('1', 'a', 'x') }), {
      kind: 'decide',
      decision: decision('2', 'a', 'x'),
    });
    expect(twice.pending.map((p) => p.key)).toEqual(['2']);
  });

  it('undoes the last decision and goes back to where it was made', () => {
    const decided = review(listed, { kind: 'decide', decision: decision('1', 'a') });
    const undone = review(decided, { kind: 'undo' });
    expect(undone.pending).toEqual([]);
    expect(undone.selected).toBe('a');
    expect(review(undone, { kind: 'undo' })).toBe(undone);
  });

  it('keeps what was refused, with its reason, when the rest is committed', () => {
    let state = review(listed, { kind: 'decide', decision: decision('1', 'a') });
    state = review(state, { kind: 'decide', decision: decision('2', 'b') });
    state = review(state, { kind: 'committed', keys: ['1'], refused: { '2': 'stale' } });
    expect(state.pending).toMatchObject([{ key: '2', refused: 'stale' }]);
  });
});
