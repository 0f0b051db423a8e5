import { useState } from 'preact/hooks';
import { get } from './client';
import type { Page } from './types';
import { type Resource, useResource } from './useResource';

/** A list page by page: the first is asked for at once, each other when `more` is called. */
export function usePages<T>(url: string): { items: T[]; next: string | null; more: () => void; first: Resource<Page<T>> } {
  const first = useResource<Page<T>>(url);
  const [later, setLater] = useState<{ of: string; pages: Page<T>[] }>({ of: url, pages: [] });
  const pages = [...(first.data ? [first.data] : []), ...(later.of === url ? later.pages : [])];
  const next = pages.at(-1)?.next ?? null;
  const more = () => {
    if (!next) return;
    get<Page<T>>(`${url}${url.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`).then((page) =>
      setLater((l) => ({ of: url, pages: [...(l.of === url ? l.pages : []), page] })),
    );
  };
  return { items: pages.flatMap((p) => p.items), next, more, first };
}
