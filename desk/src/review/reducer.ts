/** Reviewing as a function: what is selected, what is decided and not yet committed. Selecting never decides. */

export type Verdict =
  | 'accept'
  | 'reject'
  | 'edit'
  | 'grade'
  | 'add'
  | 'same'
  | 'different'
  | 'unsure'
  | 'state'
  | 'assign'
  | 'mark'
  | 'undo';

/** A decision that somebody has made and not committed yet. */
export interface Pending {
  /** Made here, sent with it: the API takes a key once, so that sending twice changes nothing. */
  key: string;
  verdict: Verdict;
  /** What it is about: of two decisions about one thing the later counts. */
  about: string;
  /** The item of the list at which it was made; undo goes back there. */
  item: string | null;
  /** The fields that the API wants beside key and verdict. */
  fields: Record<string, unknown>;
  title: string;
  /** What is decided, in words. */
  summary: string;
  /** What was on the screen when it was decided, a line each. */
  seen: string[];
  why?: string;
  /** Why the API refused it. */
  refused?: string;
}

export interface Review {
  items: string[];
  selected: string | null;
  pending: Pending[];
}

export type Action =
  | { kind: 'list'; items: string[] }
  | { kind: 'select'; item: string | null }
  | { kind: 'move'; step: 1 | -1 }
  | { kind: 'decide'; decision: Pending }
  | { kind: 'explain'; key: string; why: string }
  | { kind: 'drop'; key: string }
  | { kind: 'undo' }
  | { kind: 'committed'; keys: string[]; refused: Record<string, string> };

export const atFirst: Review = { items: [], selected: null, pending: [] };

export function review(state: Review, action: Action): Review {
  switch (action.kind) {
    case 'list': {
      const kept = state.selected && action.items.includes(state.selected);
      return { ...state, items: action.items, selected: kept ? state.selected : (action.items[0] ?? null) };
    }
    case 'select':
      return { ...state, selected: action.item };
    case 'move':
      return { ...state, selected: neighbour(state, action.step) };
    case 'decide': {
      const pending = [...state.pending.filter((p) => p.about !== action.decision.about), action.decision];
      const next = { ...state, pending };
      return action.decision.item === state.selected ? { ...next, selected: following(next) } : next;
    }
    case 'explain':
      return { ...state, pending: state.pending.map((p) => (p.key === action.key ? { ...p, why: action.why } : p)) };
    case 'drop':
      return { ...state, pending: state.pending.filter((p) => p.key !== action.key) };
    case 'undo': {
      const last = state.pending.at(-1);
      if (!last) return state;
      const back = last.item && state.items.includes(last.item) ? last.item : state.selected;
      return { ...state, pending: state.pending.slice(0, -1), selected: back };
    }
    case 'committed': {
      const done = new Set(action.keys);
      return {
        ...state,
        pending: state.pending
          .filter((p) => !done.has(p.key))
          .map((p) => (action.refused[p.key] ? { ...p, refused: action.refused[p.key] } : p)),
      };
    }
  }
}

function neighbour(state: Review, step: 1 | -1): string | null {
  const { items, selected } = state;
  if (!items.length) return null;
  const at = selected ? items.indexOf(selected) : -1;
  if (at < 0) return items[0] ?? null;
  return items[Math.min(items.length - 1, Math.max(0, at + step))] ?? null;
}

/** The next item of the list about which nothing is decided yet; at its end the first such one; the same where all are decided. */
function following(state: Review): string | null {
  const decided = new Set(state.pending.map((p) => p.item));
  const at = state.selected ? state.items.indexOf(state.selected) : -1;
  const order = [...state.items.slice(at + 1), ...state.items.slice(0, Math.max(at, 0))];
  return order.find((item) => !decided.has(item)) ?? state.selected;
}
