import type { Dossier, ResponsibilityEntry } from '../api/types';
import { Name, Quote } from '../components/parts';
import { t, word } from '../i18n/i18n';

const columns = ['claimed', 'accused', 'denied', 'unclaimed'] as const;
type Column = (typeof columns)[number];

const columnOf: Record<string, Column> = {
  claimed: 'claimed',
  acknowledged: 'claimed',
  accused: 'accused',
  suspected: 'accused',
  denied: 'denied',
  unclaimed: 'unclaimed',
};

/** Who claims it, who is accused by whom, who denies it, whether nobody has claimed it: four things that are never mixed. */
export function Responsibility({ dossier, onGo }: { dossier: Dossier; onGo: (entry: ResponsibilityEntry) => void }) {
  const entries = responsibilityOf(dossier);
  return (
    <div class="responsibility">
      {columns.map((column) => {
        const own = entries.filter((e) => columnOf[e.status] === column);
        return (
          <section key={column} class={`r-${column}`} aria-labelledby={`resp-${column}`}>
            <h3 id={`resp-${column}`}>{t(`panel.${column}`)}</h3>
            {own.length === 0 ? (
              <p class="none">{t('panel.none')}</p>
            ) : (
              <ul>
                {own.map((e, i) => (
                  <li key={i}>
                    <button type="button" onClick={() => onGo(e)}>
                      {byOf(e) ? (
                        <b>
                          <Name>{byOf(e)}</Name>
                        </b>
                      ) : (
                        <b>{column === 'unclaimed' ? t('panel.nobody') : t('panel.unnamed')}</b>
                      )}
                      {e.status === 'suspected' && <small> {word('basis', 'suspected')}</small>}
                      {e.status === 'acknowledged' && <small> {word('basis', 'acknowledged')}</small>}
                      {e.speaker && e.speaker !== 'passive' && e.speaker !== byOf(e) && (
                        <span class="by">
                          {t(column === 'accused' ? 'panel.accusedby' : 'panel.accordingto')} <Name>{e.speaker}</Name>
                        </span>
                      )}
                      <Quote text={e.text} />
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

function byOf(entry: ResponsibilityEntry): string {
  return Array.isArray(entry.by) ? entry.by.join(', ') : (entry.by ?? '');
}

/** What the slots say of who did it, where the API gives no list of its own. */
export function responsibilityOf(dossier: Dossier): ResponsibilityEntry[] {
  const own = dossier.responsibility ?? [];
  const attributed = (dossier.slots.find((s) => s.slot === 'attributed_to')?.values ?? []).flatMap((v) => {
    const parts = v.value.match(/^(.*) \((\w+)\)$/);
    return v.statements.map((s) => ({
      status: parts?.[2] ?? '',
      by: parts?.[1] ?? v.value,
      speaker: s.speaker,
      report: s.report,
      text: s.text,
      span: s.span,
    }));
  });
  const told = own.length
    ? own
    : (dossier.slots.find((s) => s.slot === 'responsibility')?.values ?? []).flatMap((v) => {
        const parts = v.value.match(/^(\w+)(?: by (.+))?$/);
        return v.statements.map((s) => ({
          status: parts?.[1] ?? v.value,
          by: parts?.[2],
          speaker: s.speaker,
          report: s.report,
          text: s.text,
          span: s.span,
        }));
      });
  const seen = new Set<string>();
  return [...told, ...attributed].filter((e) => {
    if (!columnOf[e.status]) return false;
    // A report says it once, and so do the copies of a text.
    const said = `${columnOf[e.status]}|${byOf(e)}|${e.speaker}`;
    const keys = [`${said}|in ${e.report}`, `${said}|${e.text ?? ''}`];
    const isKnown = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return !isKnown;
  });
}
