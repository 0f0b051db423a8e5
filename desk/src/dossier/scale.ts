import { moment } from '../i18n/moment';

export interface TimeScale {
  /** From 0 to 1 in reading direction. */
  at: (iso: string) => number;
  first: number;
  last: number;
  ticks: number[];
}

const dayLength = 86_400_000;
const steps = [1, 2, 7, 14, 30, 91, 182, 365, 730, 1826, 3652];

/** A scale over all given times with a little room at both ends; null where no time is given. */
export function timeScale(times: readonly (string | null | undefined)[], mostTicks = 6): TimeScale | null {
  const known = times.flatMap((iso) => (iso ? [moment(iso)] : [])).filter((ms) => !Number.isNaN(ms));
  if (!known.length) return null;
  let first = Math.min(...known);
  let last = Math.max(...known);
  const room = Math.max((last - first) * 0.06, dayLength / 2);
  first -= room;
  last += room;
  const wanted = (last - first) / dayLength / mostTicks;
  const step = (steps.find((s) => s >= wanted) ?? Math.ceil(wanted)) * dayLength;
  const ticks: number[] = [];
  for (let tick = Math.ceil(first / step) * step; tick <= last; tick += step) ticks.push(tick);
  const span = last - first;
  return { at: (iso) => (moment(iso) - first) / span, first, last, ticks };
}

/** Round numbers from 0 to at least the highest. */
export function countTicks(highest: number, most = 4): number[] {
  const raw = Math.max(1, highest) / most;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, [1, 2, 5, 10].map((f) => f * power).find((s) => s >= raw) ?? raw);
  const ticks: number[] = [];
  for (let tick = 0; tick < highest + step; tick += step) ticks.push(tick);
  return ticks;
}

/** "12", "about 12", "10–12", "12 or more", "up to 12" → least and most; null where it holds no number. */
export function bounds(value: string): { low: number; high: number | null } | null {
  const found = value.match(/\d[\d,. ]*/g)?.map((n) => Number(n.replace(/[^\d]/g, '')));
  if (!found?.length) return null;
  const low = found[0] as number;
  if (found.length > 1) return { low, high: found[1] as number };
  if (value.endsWith(' or more')) return { low, high: null };
  if (value.includes('up to ')) return { low: 0, high: low };
  return { low, high: low };
}
