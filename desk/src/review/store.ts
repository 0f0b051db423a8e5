import { computed, effect, signal } from '@preact/signals';
import { ask } from '../api/client';
import { forget } from '../api/useResource';
import { t } from '../i18n/i18n';
import { session } from '../session';
import { type Action, atFirst, type Pending, type Review, review as reduce } from './reducer';

const storageKey = 'ascribe.pending';
const ownerKey = 'ascribe.pending-of';

function keptPending(): Pending[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? (kept as Pending[]) : [];
  } catch {
    return [];
  }
}

export const review = signal<Review>({ ...atFirst, pending: keptPending() });
export const pending = computed(() => review.value.pending);

/** Numbers of the decisions committed last, so that they can be taken back. */
export const lastCommitted = signal<{ number: number; summary: string; title: string }[]>([]);
export const canUndo = computed(() => pending.value.length > 0 || lastCommitted.value.length > 0);
/** Rises with each commit: lists that show what was decided ask anew. */
export const commits = signal(0);

/** What one person has decided and not committed is not the next one's to commit. */
effect(() => {
  const name = session.value?.name;
  if (!name) return;
  try {
    const owner = sessionStorage.getItem(ownerKey);
    sessionStorage.setItem(ownerKey, name);
    if (owner === null || owner === name) return;
  } catch {
    // Without storage nothing outlives the page.
    return;
  }
  review.value = { ...review.peek(), pending: [] };
  lastCommitted.value = [];
});

effect(() => {
  const text = JSON.stringify(pending.value);
  try {
    sessionStorage.setItem(storageKey, text);
  } catch {
    // Without storage the decisions are kept until the page is left.
  }
});

export function dispatch(action: Action): void {
  review.value = reduce(review.value, action);
}

export function decide(decision: Omit<Pending, 'key'>): void {
  dispatch({ kind: 'decide', decision: { ...decision, key: newKey() } });
}

/** Takes back the last decision that is not committed; else proposes to undo what was committed last. */
export function undo(): void {
  if (pending.value.length) {
    dispatch({ kind: 'undo' });
    return;
  }
  const last = lastCommitted.value.at(-1);
  if (!last) return;
  lastCommitted.value = lastCommitted.value.slice(0, -1);
  decide(undoing(last.number, last.title, last.summary));
}

export function undoing(number: number, title: string, summary: string): Omit<Pending, 'key'> {
  return {
    verdict: 'undo',
    about: `undo:${number}`,
    item: null,
    fields: { decision: number },
    title,
    summary: t('decided.undo', { n: number }),
    seen: summary ? [summary] : [],
  };
}

interface Outcome {
  key: string;
  result: 'done' | 'unchanged' | 'stale' | 'refused';
  number?: number | null;
  error?: string | null;
}

/** Sends what is pending. What the API refuses stays in the list with its reason. Throws where the whole call fails: nothing is lost then. */
export async function commit(): Promise<number> {
  const sent = pending.value;
  const decisions = sent.map((p) => ({ key: p.key, verdict: p.verdict, ...p.fields, why: p.why || undefined }));
  const { data } = await ask<{ items: Outcome[] }>('POST', '/v1/decisions', { decisions });
  const refused: Record<string, string> = {};
  const done: { number: number; summary: string; title: string }[] = [];
  for (const p of sent) {
    const outcome = data.items.find((o) => o.key === p.key);
    if (outcome && typeof outcome.number === 'number') done.push({ number: outcome.number, summary: p.summary, title: p.title });
    else refused[p.key] = outcome?.result === 'stale' ? t('problem.412') : (outcome?.error ?? t('problem.other'));
  }
  if (done.length) lastCommitted.value = done;
  dispatch({ kind: 'committed', keys: sent.filter((p) => !refused[p.key]).map((p) => p.key), refused });
  forget();
  commits.value++;
  return done.length;
}

/** 128 random bits. `crypto.randomUUID` is there on https and loopback only, and a desk may be served to a local network. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
