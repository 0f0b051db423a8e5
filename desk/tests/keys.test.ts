import { describe, expect, it } from 'vitest';
import { actionOf, actions, initialKeys, type Stroke } from '../src/review/keys';

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});

describe('actionOf', () => {
  it('knows each key by its character, whatever key of the keyboard made it', () => {
    for (const action of actions) expect(actionOf(stroke(initialKeys[action]), false, {})).toBe(action);
    expect(actionOf(stroke('Y'), false, {})).toBe('accept');
  });

  it('means nothing while somebody types, but for Escape', () => {
    for (const action of actions) expect(actionOf(stroke(initialKeys[action]), true, {})).toBe(action === 'close' ? 'close' : null);
  });

  it("leaves the browser's own combinations and unfinished characters alone", () => {
    expect(actionOf(stroke('n', { ctrlKey: true }), false, {})).toBeNull();
    expect(actionOf(stroke('n', { metaKey: true }), false, {})).toBeNull();
    expect(actionOf(stroke('n', { altKey: true }), false, {})).toBeNull();
    expect(actionOf(stroke('n', { isComposing: true }), false, {})).toBeNull();
  });

  it('follows changed keys and forgets switched-off ones', () => {
    expect(actionOf(stroke('ن'), false, { accept: 'ن' })).toBe('accept');
    expect(actionOf(stroke('y'), false, { accept: 'ن' })).toBeNull();
    expect(actionOf(stroke('y'), false, { accept: '' })).toBeNull();
  });

  it('has a key of its own for each action', () => {
    expect(new Set(Object.values(initialKeys)).size).toBe(actions.length);
  });
});
