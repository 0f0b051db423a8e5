import type { Dossier, DossierActor } from '../api/types';
import { Name, Quote } from '../components/parts';
import { useWidth } from '../components/useWidth';
import { t, word } from '../i18n/i18n';
import { to } from '../router';
import { responsibilityOf } from './Responsibility';

interface Edge {
  from: string;
  to: string;
  kind: string;
  label: string;
  who?: string | null;
  text?: string | null;
}

const mostDrawn = 14;

/** Ties as the sources state them, and who accuses whom. A denial is a line of its own kind, broken and red. */
export function edgesOf(dossier: Dossier): Edge[] {
  const edges: Edge[] = (dossier.relations ?? []).map((r) => ({
    from: r.subject,
    to: r.object,
    kind: r.relation,
    label: word('relation', r.relation),
    who: r.speakers?.join(t('list.comma')),
    text: r.text,
  }));
  for (const e of responsibilityOf(dossier)) {
    const by = Array.isArray(e.by) ? e.by[0] : e.by;
    if (!by || !e.speaker || e.speaker === by || e.speaker === 'passive') continue;
    if (e.status === 'accused' || e.status === 'suspected')
      edges.push({ from: e.speaker, to: by, kind: 'accuses', label: word('stance', 'accuses'), who: e.speaker, text: e.text });
    if (e.status === 'denied')
      edges.push({ from: e.speaker, to: by, kind: 'denies', label: t('graph.denies'), who: e.speaker, text: e.text });
  }
  const seen = new Set<string>();
  return edges.filter((e) => {
    const key = `${e.from}|${e.to}|${e.kind}`;
    return !seen.has(key) && seen.add(key);
  });
}

export function ActorGraph({ dossier }: { dossier: Dossier }) {
  const [box, width] = useWidth<HTMLElement>(560);
  const edges = edgesOf(dossier);
  const known = grouped(dossier);
  const tied = [...new Set(edges.flatMap((e) => [e.from, e.to]))].slice(0, mostDrawn);
  return (
    <figure class="chart graph" ref={box}>
      {tied.length > 1 && (
        <Drawing names={tied} edges={edges.filter((e) => tied.includes(e.from) && tied.includes(e.to))} known={known} width={width} />
      )}
      <ul class="actor-list">
        {known.map((a) => (
          <li key={`${a.id}${a.name}`}>
            <a href={to.actor(a.id ?? a.name)}>
              <Name>{a.name}</Name>
            </a>{' '}
            <small>{[word('actor', a.kind), ...a.parts.map((part) => word('part', part))].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ul>
      {edges.length > 0 && (
        <details class="as-text" open={width < 420}>
          <summary>{t('graph.ties', { n: edges.length })}</summary>
          <ul>
            {edges.map((e) => (
              <li key={`${e.from}${e.kind}${e.to}`}>
                <Name>{e.from}</Name> <span class={`chip tie e-${e.kind}`}>{e.label}</span> <Name>{e.to}</Name> <Quote text={e.text} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </figure>
  );
}

/** Each actor once, with all its parts. */
function grouped(dossier: Dossier): (DossierActor & { parts: string[] })[] {
  const all = new Map<string, DossierActor & { parts: string[] }>();
  for (const actor of dossier.actors ?? []) {
    const known = all.get(actor.name) ?? { ...actor, parts: [] };
    all.set(actor.name, known);
    for (const part of actor.part === 'attributed_to' ? basesOf(dossier, actor.name) : [actor.part ?? ''])
      if (part && !known.parts.includes(part)) known.parts.push(part);
  }
  return [...all.values()];
}

/** How it is attributed to somebody: who is said not to have done it must not look like who is accused of it. */
function basesOf(dossier: Dossier, name: string): string[] {
  const told = dossier.slots.find((s) => s.slot === 'attributed_to')?.values ?? [];
  const bases = told.flatMap((v) => (v.value.startsWith(`${name} (`) ? (v.value.match(/\((\w+)\)$/)?.[1] ?? []) : []));
  return bases.length ? bases : ['attributed_to'];
}

/** Names on an ellipse in an order that keeps ties short: each next to the one to which it has most ties. */
function Drawing({
  names,
  edges,
  known,
  width,
}: {
  names: readonly string[];
  edges: readonly Edge[];
  known: readonly DossierActor[];
  width: number;
}) {
  const order = arranged(names, edges);
  const height = Math.max(220, Math.min(380, 90 + order.length * 34));
  const at = new Map(
    order.map((name, i) => {
      const angle = -Math.PI / 2 + (2 * Math.PI * (i + (order.length === 2 ? 0.5 : 0))) / order.length;
      const long = Math.min(150, name.length * 7) / 2;
      return [
        name,
        { x: width / 2 + Math.cos(angle) * (width / 2 - long - 16), y: height / 2 + Math.sin(angle) * (height / 2 - 24) },
      ] as const;
    }),
  );
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={edges.map((e) => `${e.from} ${e.label} ${e.to}`).join('; ')}
    >
      <defs>
        <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
          <path d="M0,0L8,4L0,8z" />
        </marker>
      </defs>
      {edges.map((e, i) => {
        const a = at.get(e.from);
        const b = at.get(e.to);
        if (!a || !b) return null;
        const bend = ((i % 3) - 1) * 18;
        const mx = (a.x + b.x) / 2 + ((b.y - a.y) / Math.hypot(b.x - a.x, b.y - a.y || 1)) * bend;
        const my = (a.y + b.y) / 2 - ((b.x - a.x) / Math.hypot(b.x - a.x, b.y - a.y || 1)) * bend;
        const end = shortened({ x: mx, y: my }, b, e.to.length);
        return (
          <g key={`${e.from}${e.kind}${e.to}`} class={`edge e-${e.kind}`}>
            <path d={`M${a.x},${a.y}Q${mx},${my} ${end.x},${end.y}`} marker-end="url(#arrow)" />
            <text x={(a.x + 2 * mx + b.x) / 4} y={(a.y + 2 * my + b.y) / 4 + 4} text-anchor="middle">
              {e.label}
            </text>
          </g>
        );
      })}
      {order.map((name) => {
        const p = at.get(name) as { x: number; y: number };
        const short = name.length > 26 ? `${name.slice(0, 25)}…` : name;
        const w = Math.min(190, short.length * 7 + 18);
        return (
          <g key={name} class={`node n-${known.find((a) => a.name === name)?.kind ?? 'unknown'}`}>
            <title>{name}</title>
            <rect x={p.x - w / 2} y={p.y - 13} width={w} height={26} rx={13} />
            <text x={p.x} y={p.y + 5} text-anchor="middle">
              {short}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function shortened(from: { x: number; y: number }, to: { x: number; y: number }, letters: number): { x: number; y: number } {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const half = Math.min(95, Math.min(letters, 26) * 3.5 + 9);
  const cut = Math.min(length * 0.8, Math.min(half / (Math.abs(dx / length) || 0.01), 15 / (Math.abs(dy / length) || 0.01)));
  return { x: to.x - (dx / length) * cut, y: to.y - (dy / length) * cut };
}

function arranged(names: readonly string[], edges: readonly Edge[]): string[] {
  const rest = [...names];
  const order: string[] = rest.splice(0, 1);
  while (rest.length) {
    const last = order.at(-1);
    const tied = rest.findIndex((n) => edges.some((e) => (e.from === last && e.to === n) || (e.to === last && e.from === n)));
    order.push(...rest.splice(Math.max(0, tied), 1));
  }
  return order;
}
