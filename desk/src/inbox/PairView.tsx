import type { Dossier } from '../api/types';
import { useResource } from '../api/useResource';
import { Name, Trouble, Waiting } from '../components/parts';
import { Reasons } from '../dossier/DossierLink';
import { slotValue, t, word } from '../i18n/i18n';
import type { Pair } from '../review/decisions';
import { to } from '../router';

const slots = ['type', 'day', 'place', 'killed', 'wounded', 'kidnapped', 'missing', 'weapon', 'target', 'attributed_to', 'responsibility'];

/** Two dossiers that may be of one incident, value beside value, with what speaks for and against. */
export function PairView({ pair }: { pair: Pair }) {
  const a = useResource<Dossier>(`/v1/dossiers/${encodeURIComponent(pair.a)}`);
  const b = useResource<Dossier>(`/v1/dossiers/${encodeURIComponent(pair.b)}`);
  const error = a.error ?? b.error;
  if (error) return <Trouble error={error} />;
  if (!a.data || !b.data) return <Waiting />;
  const both = [a.data, b.data];
  const values = (dossier: Dossier, slot: string) => dossier.slots.find((s) => s.slot === slot)?.values.map((v) => v.value) ?? [];
  return (
    <div class="pair">
      <h2>{t('pair.title')}</h2>
      <Reasons
        reasons={pair.reasons.length ? pair.reasons : (a.data.possibly_same?.find((twin) => twin.dossier === pair.b)?.reasons ?? [])}
      />
      <table>
        <thead>
          <tr>
            <td />
            {both.map((d) => (
              <th scope="col" key={d.id}>
                <a href={to.dossier(d.id)} dir="auto">
                  {d.title ?? d.id}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('source.reports')}</th>
            {both.map((d) => (
              <td key={d.id}>
                <Name>{d.reports.map((r) => r.outlet ?? r.id).join(', ')}</Name>
              </td>
            ))}
          </tr>
          {slots
            .filter((slot) => both.some((d) => values(d, slot).length))
            .map((slot) => {
              const [left, right] = [values(a.data as Dossier, slot), values(b.data as Dossier, slot)];
              const same = left.some((v) => right.includes(v));
              const way = !left.length || !right.length ? 'silent' : same ? 'same' : 'other';
              return (
                <tr key={slot} class={`pair-${way}`}>
                  <th scope="row">
                    {word('slot', slot)} <small>{t(`pair.slot.${way}`)}</small>
                  </th>
                  {[left, right].map((own, i) => (
                    <td key={both[i]?.id}>
                      {own.map((v) => (
                        <bdi key={v} class="line">
                          {slotValue(slot, v)}
                        </bdi>
                      ))}
                      {own.length === 0 && <span class="hint">{t('pair.unsaid')}</span>}
                    </td>
                  ))}
                </tr>
              );
            })}
        </tbody>
      </table>
      <div class="pair-sources">
        {both.map((d) => (
          <FirstWords key={d.id} dossier={d} />
        ))}
      </div>
    </div>
  );
}

function FirstWords({ dossier }: { dossier: Dossier }) {
  const first = dossier.reports[0];
  const record = useResource<{ report: { text: string; title?: string | null; language?: string | null; outlet?: string | null } }>(
    first ? `/v1/records/${encodeURIComponent(first.id)}` : null,
  );
  const report = record.data?.report;
  if (!report) return <div />;
  return (
    <article class="report" lang={report.language ?? undefined} dir="auto">
      <h3 dir="auto">{report.title}</h3>
      {report.text
        .split(/\n+/)
        .slice(0, 12)
        .map((line) => (
          <p key={line} dir="auto">
            {line}
          </p>
        ))}
    </article>
  );
}
