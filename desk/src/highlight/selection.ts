import type { Written } from '../review/decisions';

/** The words of the shown source that somebody has selected with the mouse or the keyboard, with their offsets; null where none are. */
export function selectedWords(report: string | null): Pick<Written, 'report' | 'span'> | null {
  const selection = window.getSelection();
  if (!report || !selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  return { report, span: { start, end, text: selection.toString() } };
}

/** Where in the body of the report; null where it lies outside of that. */
function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest<HTMLElement>('.source-text [data-start]');
  if (!line) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, offset);
  return Number(line.dataset.start) + before.toString().length;
}
