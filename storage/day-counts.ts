import { countDay, type DayCounts } from '@/core/library/day-counts';
import { toDayKey } from '@/core/library/day-key';
import { isDay } from '@/core/report-day';
import { breathe, breatheThrough } from './breathe';
import { db } from './db';
import { guarded } from './guard';

/** Days between two words of progress. */
const TOLD_EVERY = 10;

/** What each day's reports are, by their keys alone: a report may have ten thousand entries. */
async function readStamps(keywords: readonly string[]): Promise<Map<string, string>> {
  const [times, ids] = await guarded(() =>
    db.transaction('r', db.reports, () =>
      Promise.all([db.reports.orderBy('importedAt').keys(), db.reports.orderBy('importedAt').primaryKeys()]),
    ),
  );
  const stamps = new Map<string, string>();
  for (const [index, id] of ids.entries()) {
    const date = toDayKey(id);
    if (isDay(date)) stamps.set(date, `${stamps.get(date) ?? keywords.join(',')}|${id} ${Number(times[index])}`);
  }
  return stamps;
}

/**
 * The counts of every day that has a report. Days that are counted already are read as they were; the others are counted now, in
 * small steps, and kept. What `signal` is aborted with ends it.
 *
 * @param onProgress hears how many of the days to be counted are.
 */
export async function readDayCounts(
  keywords: readonly string[],
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<DayCounts[]> {
  const stamps = await readStamps(keywords);
  const known = new Map((await guarded(() => db.dayCounts.toArray())).map((row) => [row.date, row]));
  const gone = [...known.keys()].filter((date) => !stamps.has(date));
  if (gone.length > 0) await guarded(() => db.dayCounts.bulkDelete(gone));
  const fresh = [...stamps].filter(([date, stamp]) => known.get(date)?.stamp !== stamp);
  const days = [...stamps].flatMap(([date, stamp]) => {
    const row = known.get(date);
    return row?.stamp === stamp ? row : [];
  });
  for (const [index, [date, stamp]] of fresh.entries()) {
    if (index % TOLD_EVERY === 0) onProgress(index, fresh.length);
    const reports = await guarded(() => db.reports.where('date').equals(date).toArray());
    signal.throwIfAborted();
    const row = await breatheThrough(countDay(date, stamp, reports, keywords), signal);
    days.push(row);
    await guarded(() => db.dayCounts.put(row));
    await breathe();
  }
  return days;
}
