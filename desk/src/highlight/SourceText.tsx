import { useEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../i18n/i18n';
import { spanLabels } from '../prefs';
import { type Mark, paragraphs, picked, place, type Segment, segments } from './layers';

interface Props {
  text: string;
  lang?: string | null;
  marks: readonly Mark[];
  /** The pointer whose marks stand out. */
  selected: string | null;
  /** Where to scroll to; changes when the selection comes from elsewhere. */
  focus: { start: number; end: number } | null;
  onPick: (mark: Mark) => void;
  heading?: boolean;
}

const deepest = 3;

/** A text with its highlighted stretches. One of them is in the order of the Tab key; the arrow keys go to the others, Enter picks. */
export function SourceText({ text, lang, marks, selected, focus, onPick, heading }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const all = useMemo(() => (focus ? [...marks, { id: '@', kind: 'focus', label: '', ...focus }] : marks), [marks, focus]);
  const parts = useMemo(() => {
    const placed = place(all, text.length);
    const lines = heading ? [{ start: 0, end: text.length }] : paragraphs(text);
    return lines.map((line) => ({ ...line, segments: segments(line.start, line.end, placed) }));
  }, [all, text, heading]);

  // Follows the selection, whatever else is drawn.
  useEffect(() => {
    const at = root.current?.querySelector(focus ? '.k-focus' : '.seg.on');
    if (at && (focus || selected)) bringIntoView(at);
  }, [focus?.start, focus?.end, text]);

  const first = parts.flatMap((p) => p.segments).find((s) => marked(s));
  const Line = heading ? 'span' : 'p';

  return (
    <div
      class={heading ? 'source-title' : 'source-text'}
      ref={root}
      onKeyDown={(e) => walk(e, root.current)}
      role="group"
      aria-label={heading ? t('source.title') : t('source.text')}
    >
      {parts.map((part) => (
        <Line key={part.start} data-start={part.start} dir="auto" lang={lang ?? undefined}>
          {part.segments.map((segment) => {
            const slice = text.slice(segment.start, segment.end);
            if (!segment.marks.length) return slice;
            if (!marked(segment)) return <Stack key={segment.start} segment={segment} text={slice} />;
            const on = segment.marks.some((m) => m.id === selected);
            return (
              <span
                key={segment.start}
                class={`seg${on ? ' on' : ''}`}
                role="button"
                tabIndex={segment === first ? 0 : -1}
                aria-pressed={on}
                aria-label={`${slice} (${names(segment)})`}
                title={names(segment)}
                onClick={() => pick(segment, selected, onPick)}
                onKeyDown={(e) => {
                  if (e.key !== 'Enter' && e.key !== ' ') return;
                  e.preventDefault();
                  pick(segment, selected, onPick);
                }}
              >
                <Stack segment={segment} text={slice} />
              </span>
            );
          })}
        </Line>
      ))}
    </div>
  );
}

function Stack({ segment, text }: { segment: Segment; text: string }) {
  return segment.marks.reduceRight<preact.ComponentChild>((inside, mark) => {
    const begins = mark.start === segment.start;
    return (
      <span
        class={`u k-${mark.kind} lv${Math.min(mark.level, deepest)}`}
        data-label={begins && spanLabels.value && mark.label ? mark.label : undefined}
      >
        {inside}
      </span>
    );
  }, text);
}

function marked(segment: Segment): boolean {
  return segment.marks.some((m) => m.kind !== 'focus' && m.kind !== 'content');
}

function names(segment: Segment): string {
  return [...new Set(segment.marks.filter((m) => m.kind !== 'focus').map((m) => `${t(`layer.${m.kind}`)}: ${m.label}`))].join('; ');
}

function pick(segment: Segment, selected: string | null, onPick: (mark: Mark) => void): void {
  const own = { ...segment, marks: segment.marks.filter((m) => m.kind !== 'focus' && m.kind !== 'content') };
  const mark = picked(own, selected);
  if (mark) onPick(mark);
}

function walk(event: KeyboardEvent, root: HTMLElement | null): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!step || !root) return;
  const rtl = event.key.match(/Left|Right/) && getComputedStyle(event.target as Element).direction === 'rtl';
  const all = [...root.querySelectorAll<HTMLElement>('.seg')];
  const next = all[all.indexOf(event.target as HTMLElement) + (rtl ? -step : step)];
  if (!next) return;
  event.preventDefault();
  for (const other of all) other.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/** Scrolls the pane that holds an element, and the page only where the element is not to be seen. */
function bringIntoView(element: Element): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'auto' : 'smooth' });
}
