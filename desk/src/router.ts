import { computed, signal } from '@preact/signals';

/** Where the reader is: everything that makes up a screen stands in the address, so that a colleague who gets it sees the same screen. */
const href = signal(location.pathname + location.search);

export const path = computed(() => href.value.split('?')[0] ?? '/');
export const query = computed(() => new URLSearchParams(href.value.split('?')[1] ?? ''));

window.addEventListener('popstate', () => {
  href.value = location.pathname + location.search;
});

/** Goes to an address of the desk. `replace` leaves no step for the browser's back button: for what follows a cursor. */
export function go(to: string, replace = false): void {
  if (to === href.value) return;
  const left = path.value;
  history[replace ? 'replaceState' : 'pushState'](null, '', to);
  href.value = to;
  if (path.value !== left) window.scrollTo(0, 0);
}

/** The present address with some of its query changed; null and the empty string take a name out. */
export function withQuery(changes: Record<string, string | null>): string {
  const next = new URLSearchParams(query.value);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  const text = next.toString();
  return text ? `${path.value}?${text}` : path.value;
}

/** Lets ordinary links of the desk change the page without loading it anew. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.('a[href]');
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname.startsWith('/v1/')) return;
  if (url.hash && url.pathname === location.pathname && url.search === location.search) return;
  event.preventDefault();
  go(url.pathname + url.search);
}

/** The parts of the path after a prefix, decoded: `/dossiers/d12` → `['d12']`; null where it has another prefix. */
export function under(prefix: string): string | null {
  if (!path.value.startsWith(`${prefix}/`)) return null;
  try {
    return decodeURIComponent(path.value.slice(prefix.length + 1));
  } catch {
    return null;
  }
}

export const to = {
  dossier: (id: string) => `/dossiers/${encodeURIComponent(id)}`,
  // Ids of reports and actors may hold any character, dots and slashes too, which a path would take for something else.
  report: (id: string, more: Record<string, string> = {}) => `/reports?${new URLSearchParams({ id, ...more })}`,
  actor: (id: string) => `/actors?${new URLSearchParams({ id })}`,
};
