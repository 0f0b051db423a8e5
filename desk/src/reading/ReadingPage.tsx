import { useMemo } from 'preact/hooks';
import type { Dossier, ReadRecord, Span } from '../api/types';
import { useResource } from '../api/useResource';
import { Trouble, Waiting } from '../components/parts';
import { marksOf } from '../highlight/marks';
import { t } from '../i18n/i18n';
import { useKeys } from '../review/useKeys';
import { go, path, query, to, withQuery } from '../router';
import { RecordPane } from './RecordPane';
import { type Focus, SourcePane } from './SourcePane';

/** One report: its text, and beside it its record. */
export function ReadingPage() {
  const id = query.value.get('id') ?? '';
  const record = useResource<ReadRecord>(`/v1/records/${encodeURIComponent(id)}`);
  const of = query.value.get('dossier');
  const dossier = useResource<Dossier>(of ? `/v1/dossiers/${encodeURIComponent(of)}` : null);
  if (record.error) return <Trouble error={record.error} again={record.reload} />;
  if (!record.data) return <Waiting />;
  return (
    <main class="page reading-page" id="main">
      <h1 class="visually-hidden">{record.data.report.title ?? id}</h1>
      {of && (
        <p class="crumbs">
          <a href={to.dossier(of)}>{t('reading.todossier')}</a> <span dir="auto">{dossier.data?.title}</span>
        </p>
      )}
      <Reading record={record.data} dossier={dossier.data} />
    </main>
  );
}

/** Text and record side by side; what is selected stands in the address. */
export function Reading({ record, dossier }: { record: ReadRecord; dossier?: Dossier | null }) {
  const selected = query.value.get('value');
  const marks = useMemo(() => marksOf(record), [record]);
  const spans = query.value.get('span');
  const focus = focusOf(record.report.id, spans);
  const select = (value: string, span?: Span) =>
    go(withQuery({ value, span: span ? `${span.in === 'title' ? 't' : ''}${span.start}-${span.end}` : null }), true);
  const order = useMemo(() => [...new Set(marks.map((m) => m.id))], [marks]);
  const move = (step: number) => {
    const at = selected ? order.indexOf(selected) : -1;
    const next = order[Math.min(order.length - 1, Math.max(0, at + step))];
    const mark = marks.find((m) => m.id === next);
    if (next) select(next, mark);
  };
  useKeys({
    next: () => move(1),
    previous: () => move(-1),
    source: selected ? () => document.querySelector<HTMLElement>('.source-text .seg.on, .source-title .seg.on')?.focus() : undefined,
    close: selected ? () => go(withQuery({ value: null, span: null }), true) : undefined,
  });
  return (
    <div class="split">
      <SourcePane
        reports={dossier?.reports ?? []}
        differences={dossier?.differences}
        current={record.report.id}
        onReport={(id) => go(to.report(id, dossier ? { dossier: dossier.id } : {}))}
        focus={focus}
        selected={selected}
        onPick={(_, mark) => {
          select(mark.id);
          document.querySelector(`[data-value="${CSS.escape(mark.id)}"]`)?.scrollIntoView({ block: 'nearest' });
        }}
        record={record}
      />
      <RecordPane record={record} selected={selected} onSelect={select} />
    </div>
  );
}

function focusOf(report: string, span: string | null): Focus | null {
  const parts = span?.match(/^(t?)(\d+)-(\d+)$/);
  if (!parts || path.value === '') return null;
  return { report, in: parts[1] ? 'title' : 'text', start: Number(parts[2]), end: Number(parts[3]) };
}
