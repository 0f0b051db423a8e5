import { useEffect, useRef, useState } from 'preact/hooks';

/** The width of an element in CSS pixels, as it is now: drawings are made for it, so that their letters keep their size. */
export function useWidth<T extends HTMLElement>(initial = 600): [preact.RefObject<T | null>, number] {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(200, Math.round(entry.contentRect.width)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
