/** What a key can do, in the order of the strip. */
export const actions = [
  'next',
  'previous',
  'accept',
  'reject',
  'unsure',
  'edit',
  'merge',
  'source',
  'search',
  'undo',
  'commit',
  'help',
  'close',
] as const;
export type KeyAction = (typeof actions)[number];

export const initialKeys: Record<KeyAction, string> = {
  next: 'j',
  previous: 'k',
  accept: 'y',
  reject: 'n',
  unsure: 'u',
  edit: 'e',
  merge: 'm',
  source: 'g',
  search: '/',
  undo: 'z',
  commit: 'c',
  help: '?',
  close: 'Escape',
};

export type OwnKeys = Readonly<Record<string, string>>;

export function keyOf(action: KeyAction, own: OwnKeys): string {
  return own[action] ?? initialKeys[action];
}

export interface Stroke {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
}

/**
 * What a stroke means. The character counts and not the place on the keyboard, so that every layout can be used; while somebody types, only Escape means
 * anything; nothing is taken from the browser's own combinations.
 */
export function actionOf(stroke: Stroke, typing: boolean, own: OwnKeys): KeyAction | null {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.isComposing) return null;
  const character = stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key;
  const found = actions.find((action) => keyOf(action, own) === character) ?? null;
  return typing && character !== 'Escape' ? null : found;
}

/** Whether what has the focus takes letters. */
export function takesLetters(element: Element | null): boolean {
  if (!element) return false;
  const name = element.tagName;
  if (name === 'TEXTAREA' || name === 'SELECT') return true;
  if (name === 'INPUT') return !['checkbox', 'radio', 'button', 'submit', 'range'].includes((element as HTMLInputElement).type);
  return (element as HTMLElement).isContentEditable === true;
}
