import { useMemo } from 'preact/hooks';
import type { DossierReport, ReadRecord, Report } from '../api/types';
import { useResource } from '../api/useResource';
import { Marking, Name, Quote, Trouble, Waiting, When } from '../components/parts';
import { contentOf, layerKinds, layersAtFirst, marksOf, type SpanMark } from '../highlight/marks';
import { SourceText } from '../highlight/SourceText';
import { t } from '../i18n/i18n';
import { spanLabels } from '../prefs';
import { markDecision } from '../review/decisions';
import { decide } from '../review/store';
import { go, query, to, withQuery } from '../router';
import { may } from '../session';

export interface Focus {
  report: string;
  in: 'title' | 'text';
  start: number;
  end: number;
}

interface Difference {
  copy: string;
  original: string;
  was?: string | null;
  is?: string | null;
}

interface Props {
  reports: readonly DossierReport[];
  differences?: readonly Difference[];
  current: string;
  onReport: (id: string) => void;
  focus: Focus | null;
  selected: string | null;
  onPick: (report: string, mark: SpanMark) => void;
  /** Given where the record is at hand and need not be asked for. */
  record?: ReadRecord;
}

/** The reports of a dossier as tabs, the text of one of them with all that was read from it. */
export function SourcePane({ reports, differences, current, onReport, focus, selected, onPick, record }: Props) {
  const asked = useResource<ReadRecord>(record || !current ? null : `/v1/records/${encodeURIComponent(current)}`);
  const shown = record ?? asked.data;
  const own = reports.find((r) => r.id === current);
  return (
    <div class="source">
      {reports.length > 1 && <ReportTabs reports={reports} current={current} onReport={onReport} />}
      {asked.error && <Trouble error={asked.error} again={asked.reload} />}
      {!shown && asked.loading && <Waiting />}
      {shown && (
        <>
          <article class="report" key={current}>
            <p class="byline">
              <Name>{shown.report.outlet}</Name> <When iso={shown.report.published} />{' '}
              <ReportMarking report={shown.report} marking={own?.marking ?? shown.report.marking} />
              {!record && <a href={to.report(shown.report.id)}>{t('source.alone')}</a>}
            </p>
            <Differences copy={current} differences={differences ?? []} reports={reports} />
            <MarkedText
              record={shown}
              focus={focus?.report === current || record ? focus : null}
              selected={selected}
              onPick={(m) => onPick(current, m)}
            />
          </article>
          <Legend record={shown} />
        </>
      )}
    </div>
  );
}

const markings = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'];

/** How far the report may be passed on; editors can change it. */
function ReportMarking({ report, marking }: { report: Report; marking?: string | null }) {
  if (!marking || !may('editor')) return <Marking marking={marking} />;
  return (
    <select
      class="marking"
      dir="ltr"
      aria-label={t('source.marking')}
      value={marking}
      onChange={(e) => decide(markDecision(report, e.currentTarget.value))}
    >
      {markings.map((m) => (
        <option key={m} value={m}>
          {m}
        </option>
      ))}
    </select>
  );
}

function layers(): readonly string[] {
  return query.value.get('layers')?.split('.') ?? layersAtFirst;
}

function MarkedText({
  record,
  focus,
  selected,
  onPick,
}: {
  record: ReadRecord;
  focus: Focus | null;
  selected: string | null;
  onPick: (mark: SpanMark) => void;
}) {
  const all = useMemo(() => marksOf(record), [record]);
  const chosen = layers().join('.');
  const marks = useMemo(() => {
    const on = new Set(chosen.split('.'));
    const own = all.filter((m) => on.has(m.kind) || m.id === selected);
    return selected ? [...own, ...contentOf(record, selected)] : own;
  }, [all, chosen, selected, record]);
  const inTitle = useMemo(() => marks.filter((m) => m.in === 'title'), [marks]);
  const inText = useMemo(() => marks.filter((m) => m.in === 'text'), [marks]);
  const pick = (mark: { id: string }) => onPick(mark as SpanMark);
  const { report } = record;
  return (
    <>
      {report.title && (
        <h2>
          <SourceText
            text={report.title}
            lang={report.language}
            marks={inTitle}
            selected={selected}
            focus={focus?.in === 'title' ? focus : null}
            onPick={pick}
            heading
          />
        </h2>
      )}
      <SourceText
        text={report.text}
        lang={report.language}
        marks={inText}
        selected={selected}
        focus={focus?.in === 'text' ? focus : null}
        onPick={pick}
      />
    </>
  );
}

/** What the colours and lines mean; each layer can be switched off. */
function Legend({ record }: { record: ReadRecord }) {
  const present = new Set(useMemo(() => marksOf(record).map((m) => m.kind), [record]));
  const on = layers();
  const toggle = (kind: string) => {
    const next = on.includes(kind) ? on.filter((k) => k !== kind) : [...on, kind];
    go(
      withQuery({
        layers: next.length === layersAtFirst.length && layersAtFirst.every((k) => next.includes(k)) ? null : next.join('.') || '-',
      }),
      true,
    );
  };
  return (
    <fieldset class="legend">
      <legend>{t('legend')}</legend>
      {layerKinds
        .filter((kind) => present.has(kind))
        .map((kind) => (
          <label key={kind}>
            <input type="checkbox" checked={on.includes(kind)} onChange={() => toggle(kind)} />{' '}
            <span class={`u k-${kind} lv0`}>{t(`layer.${kind}`)}</span>
          </label>
        ))}
      <label class="apart">
        <input
          type="checkbox"
          checked={spanLabels.value}
          onChange={(e) => {
            spanLabels.value = e.currentTarget.checked;
          }}
        />{' '}
        {t('legend.labels')}
      </label>
    </fieldset>
  );
}

/** One tab for each text of its own; its copies are folded under it. */
function ReportTabs({
  reports,
  current,
  onReport,
}: {
  reports: readonly DossierReport[];
  current: string;
  onReport: (id: string) => void;
}) {
  const firsts = reports.filter((r, i) => reports.findIndex((o) => o.origin === r.origin) === i);
  const shown = reports.find((r) => r.id === current);
  const copies = shown ? reports.filter((r) => r.origin === shown.origin) : [];
  const tab = (r: DossierReport, count: number) => (
    <button
      type="button"
      key={r.id}
      aria-current={r.id === current}
      class={shown?.origin === r.origin ? 'open' : undefined}
      onClick={() => onReport(r.id)}
    >
      <Name>{r.outlet ?? r.id}</Name> <When iso={r.published?.slice(0, 10)} short />
      {count > 1 && <small> {t('source.copies', { n: count - 1 })}</small>}
    </button>
  );
  return (
    <nav class="tabs" aria-label={t('source.reports')}>
      <div>{firsts.map((r) => tab(r, reports.filter((o) => o.origin === r.origin).length))}</div>
      {copies.length > 1 && (
        <div class="copies">
          <span>{t('source.sametext')}</span>
          {copies.map((r) => tab(r, 0))}
        </div>
      )}
    </nav>
  );
}

/** In what a copy differs from the text that it was taken from: an edited toll is news. */
function Differences({
  copy,
  differences,
  reports,
}: {
  copy: string;
  differences: readonly Difference[];
  reports: readonly DossierReport[];
}) {
  const own = differences.filter((d) => d.copy === copy);
  const of = reports.find((r) => r.id === own[0]?.original);
  if (!own.length) return null;
  return (
    <details class="differences" open>
      <summary>{t('differences', { outlet: of?.outlet ?? own[0]?.original ?? '', n: own.length })}</summary>
      <ul>
        {own.map((d) => (
          <li key={`${d.was}|${d.is}`}>
            {d.was ? (
              <del>
                <Quote text={d.was} />
              </del>
            ) : (
              <em>{t('differences.added')}</em>
            )}
            {d.is ? (
              <ins>
                <Quote text={d.is} />
              </ins>
            ) : (
              <em>{t('differences.left')}</em>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
