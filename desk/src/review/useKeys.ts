import { computed, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { ownKeys } from '../prefs';
import { actionOf, actions, type KeyAction, takesLetters } from './keys';

export type Handlers = Partial<Record<KeyAction, () => void>>;

const layers: { own: Handlers }[] = [];
const names = signal('');

/** The actions that mean something on this screen; the strip shows them. */
export const active = computed(() => new Set(names.value.split(',') as KeyAction[]));

function show(): void {
  const all = new Set<string>();
  for (const layer of layers) for (const name of actions) if (layer.own[name]) all.add(name);
  names.value = [...all].sort().join(',');
}

/** Does what a key does, for its button. */
export function perform(action: KeyAction): boolean {
  for (let i = layers.length - 1; i >= 0; i--) {
    const run = layers[i]?.own[action];
    if (run) {
      run();
      return true;
    }
  }
  return false;
}

window.addEventListener('keydown', (event) => {
  if (document.querySelector('dialog[open]')) return;
  const action = actionOf(event, takesLetters(document.activeElement), ownKeys.value);
  if (action && perform(action)) event.preventDefault();
});

/** Gives keys a meaning while a component is shown. What a page says goes before what holds on every page (`everywhere`). */
export function useKeys(own: Handlers, everywhere = false): void {
  const layer = useRef({ own });
  layer.current.own = own;
  useEffect(() => {
    const mine = layer.current;
    if (everywhere) layers.unshift(mine);
    else layers.push(mine);
    show();
    return () => {
      layers.splice(layers.indexOf(mine), 1);
      show();
    };
  }, []);
  useEffect(show);
}
