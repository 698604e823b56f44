import type { AnnouncedDay } from '@/core/announcements/announced-day';
import { db } from './db';
import { guarded } from './guard';
import { readSettings } from './settings';

/** Of a day whose reader follows no category. */
const MOST_CATEGORIES = 5;

/** What arXiv announced on a day, YYYY-MM-DD; null when that is not known. */
export function readAnnounced(date: string): Promise<AnnouncedDay | null> {
  return guarded(async () => (await db.announcements.get(date)) ?? null);
}

/** The categories whose papers a day's account counts: those the reader follows, or else those of the day's reports. */
export async function wantedCategories(date: string): Promise<string[]> {
  const { categories } = await readSettings();
  if (categories.length > 0) return categories;
  const reports = await guarded(() => db.reports.where('date').equals(date).toArray());
  const counts = new Map<string, number>();
  for (const {
    categories: [primary],
  } of reports.flatMap(({ entries }) => entries)) {
    if (primary !== undefined) counts.set(primary, (counts.get(primary) ?? 0) + 1);
  }
  return [...counts]
    .toSorted((one, other) => other[1] - one[1])
    .slice(0, MOST_CATEGORIES)
    .map(([category]) => category);
}
