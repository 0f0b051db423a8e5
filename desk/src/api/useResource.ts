import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask, Problem } from './client';

export interface Resource<T> {
  data: T | null;
  etag: string | null;
  error: Problem | null;
  loading: boolean;
  reload: () => void;
}

interface Kept {
  data: unknown;
  etag: string | null;
}

/** The last answers, so that going back, or on to the next item, shows at once what was there; it is asked anew all the same. */
const kept = new Map<string, Kept>();
const keptAtMost = 60;

function keep(url: string, answer: Kept): void {
  kept.delete(url);
  kept.set(url, answer);
  if (kept.size > keptAtMost) kept.delete(kept.keys().next().value as string);
}

/** Forgets all answers: after a change, and when somebody else signs in. */
export function forget(): void {
  kept.clear();
}

/** Asks for what will probably be wanted next. */
export function prefetch(url: string): void {
  if (kept.has(url)) return;
  ask('GET', url).then(
    (answer) => keep(url, answer),
    () => {},
  );
}

/** What stands at an address of the API; null asks nothing. */
export function useResource<T>(url: string | null): Resource<T> {
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ url: string | null; kept: Kept | null; error: Problem | null }>({
    url: null,
    kept: null,
    error: null,
  });

  // A new turn asks again.
  useEffect(() => {
    if (!url) return;
    const abort = new AbortController();
    ask<T>('GET', url, undefined, { signal: abort.signal }).then(
      (answer) => {
        keep(url, answer);
        setState({ url, kept: answer, error: null });
      },
      (error) => {
        if (!abort.signal.aborted)
          setState({ url, kept: null, error: error instanceof Problem ? error : new Problem(0, String(error), '') });
      },
    );
    return () => abort.abort();
  }, [url, turn]);

  const reload = useCallback(() => setTurn((t) => t + 1), []);
  const own = state.url === url ? state : null;
  const shown = own?.kept ?? (own?.error || !url ? null : (kept.get(url) ?? null));
  return {
    data: (shown?.data as T) ?? null,
    etag: shown?.etag ?? null,
    error: own?.error ?? null,
    loading: !!url && !own,
    reload,
  };
}
