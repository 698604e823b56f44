import type { DayCounts } from './day-counts';

export type ChartUnit = 'day' | 'week' | 'month';

/** Counts over time: one value a bucket for each series, which stand with the largest first. */
export interface Chart {
  unit: ChartUnit;
  /** First day of each bucket, YYYY-MM-DD, in order. */
  buckets: string[];
  series: { name: string; values: number[]; total: number }[];
}

const DAY_MILLISECONDS = 24 * 3_600_000;
const MOST_DAYS = 62;
const MOST_WEEKS = 60;

const toTime = (date: string) => Date.parse(`${date}T00:00:00Z`);
const toDate = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The days of the last so many days up to the newest one; 0: all of them. */
export function lastDays(days: readonly DayCounts[], most: number): DayCounts[] {
  const ordered = days.toSorted((one, other) => (one.date < other.date ? -1 : 1));
  const newest = ordered.at(-1)?.date;
  if (most === 0 || newest === undefined) return ordered;
  const from = toDate(toTime(newest) - (most - 1) * DAY_MILLISECONDS);
  return ordered.filter(({ date }) => date >= from);
}

function unitOf(days: readonly DayCounts[]): ChartUnit {
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  if (first === undefined || last === undefined) return 'day';
  const span = (toTime(last) - toTime(first)) / DAY_MILLISECONDS + 1;
  if (span <= MOST_DAYS) return 'day';
  return span <= MOST_WEEKS * 7 ? 'week' : 'month';
}

function bucketOf(date: string, unit: ChartUnit): string {
  if (unit === 'day') return date;
  if (unit === 'month') return `${date.slice(0, 7)}-01`;
  const time = toTime(date);
  return toDate(time - ((new Date(time).getUTCDay() + 6) % 7) * DAY_MILLISECONDS); // weeks begin on Monday
}

/** Weeks and months in which nothing came are buckets too; days are not: arXiv announces on weekdays alone. */
function bucketsOf(days: readonly DayCounts[], unit: ChartUnit): string[] {
  const named = [...new Set(days.map(({ date }) => bucketOf(date, unit)))];
  const last = named.at(-1);
  if (unit === 'day' || last === undefined) return named;
  const all: string[] = [];
  for (let at = named[0] ?? last; at <= last;) {
    all.push(at);
    at = bucketOf(toDate(toTime(at) + (unit === 'week' ? 7 : 32) * DAY_MILLISECONDS), unit);
  }
  return all;
}

type Counts = (day: DayCounts) => Readonly<Record<string, number>>;

/**
 * The most frequent names over time. `days` stand in order.
 *
 * @param rest the name under which all others are put together; null leaves them out.
 */
export function toChart(days: readonly DayCounts[], countsOf: Counts, most: number, rest: string | null): Chart {
  const unit = unitOf(days);
  const buckets = bucketsOf(days, unit);
  const totals = new Map<string, number>();
  for (const day of days) {
    for (const [name, count] of Object.entries(countsOf(day))) totals.set(name, (totals.get(name) ?? 0) + count);
  }
  const ranked = [...totals]
    .filter(([, total]) => total > 0)
    .toSorted(([name, total], [other, otherTotal]) => otherTotal - total || (name < other ? -1 : 1))
    .map(([name]) => name);
  // Of thousands of names a few are drawn: only they get their values.
  const shown = ranked.slice(0, most);
  const names = rest !== null && ranked.length > most ? [...shown, rest] : shown;
  const series = names.map((name) => ({ name, values: buckets.map(() => 0), total: 0 }));
  const rows = new Map(ranked.map((name, index) => [name, series[Math.min(index, most)]]));
  const places = new Map(buckets.map((bucket, index) => [bucket, index]));
  for (const day of days) {
    const at = places.get(bucketOf(day.date, unit)) ?? 0;
    for (const [name, count] of Object.entries(countsOf(day))) {
      const row = rows.get(name);
      if (!row) continue;
      row.values[at] = (row.values[at] ?? 0) + count;
      row.total += count;
    }
  }
  return { unit, buckets, series };
}

/** A round number at or above the highest value, and steps up to it, for an axis from 0. */
export function toScale(highest: number): { top: number; steps: number[] } {
  const rough = Math.max(1, highest) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power);
  const count = Math.max(1, Math.ceil(highest / step));
  return { top: step * count, steps: Array.from({ length: count + 1 }, (_, index) => index * step) };
}
