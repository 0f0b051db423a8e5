/** A stretch of a text that says something: half-open UTF-16 offsets, as the record gives them. */
export interface Mark {
  /** What it belongs to: a pointer of the record ("e1/victims/0", "c3", "t1"). Several marks may share one. */
  id: string;
  kind: string;
  start: number;
  end: number;
  /** What a person calls it. */
  label: string;
}

export interface PlacedMark extends Mark {
  /** 0, 1, 2 …: marks that share characters have different levels, so that their underlines lie one below the other. */
  level: number;
}

/** A run of characters with the same marks on it. */
export interface Segment {
  start: number;
  end: number;
  marks: PlacedMark[];
}

/** Gives every mark its level: the longer of two that begin together lies deeper. Marks outside of the text, or empty, are left out. */
export function place(marks: readonly Mark[], length: number): PlacedMark[] {
  const sorted = marks
    .filter((m) => m.start >= 0 && m.end <= length && m.start < m.end)
    .sort((a, b) => a.start - b.start || b.end - a.end || a.id.localeCompare(b.id));
  const open: PlacedMark[] = [];
  const placed: PlacedMark[] = [];
  for (const mark of sorted) {
    for (let i = open.length - 1; i >= 0; i--) if ((open[i] as PlacedMark).end <= mark.start) open.splice(i, 1);
    const same = open.find((o) => o.start === mark.start && o.end === mark.end && o.kind === mark.kind && o.id === mark.id);
    if (same) continue;
    let level = 0;
    while (open.some((o) => o.level === level)) level++;
    const own = { ...mark, level };
    open.push(own);
    placed.push(own);
  }
  return placed;
}

/** Cuts a stretch of a text where a mark begins or ends. The segments lie one after the other and cover it wholly. */
export function segments(start: number, end: number, marks: readonly PlacedMark[]): Segment[] {
  const cuts = new Set([start, end]);
  const here = marks.filter((m) => m.start < end && m.end > start);
  for (const mark of here) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const result: Segment[] = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const from = sorted[i] as number;
    const to = sorted[i + 1] as number;
    result.push({ start: from, end: to, marks: here.filter((m) => m.start <= from && m.end >= to).sort((a, b) => b.level - a.level) });
  }
  return result;
}

/** Paragraphs of a text: where its lines begin and end. Empty lines are left out. */
export function paragraphs(text: string): { start: number; end: number }[] {
  const result: { start: number; end: number }[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text[i] !== '\n' && text[i] !== '\r') continue;
    if (text.slice(start, i).trim()) result.push({ start, end: i });
    start = i + 1;
  }
  return result;
}

/** The mark that a pick of this segment means: the shortest; picked again, the next longer one, and round. */
export function picked(segment: Segment, selected: string | null): PlacedMark | null {
  const byLength = [...segment.marks].sort((a, b) => a.end - a.start - (b.end - b.start));
  if (!byLength.length) return null;
  const now = byLength.findIndex((m) => m.id === selected);
  return byLength[(now + 1) % byLength.length] ?? null;
}
