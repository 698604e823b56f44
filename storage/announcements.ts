import { mergeAnnounced } from '@/core/announcements/account';
import type { AnnouncedDay } from '@/core/announcements/announced-day';
import { db } from './db';
import { guarded } from './guard';
import { readSettings } from './settings';

/** More categories than a reader looks at in an account. */
const MOST_CATEGORIES = 6;
/** A category with fewer of a day's papers is there by chance. */
const FEWEST_PAPERS = 2;

/** What arXiv announced on a day, YYYY-MM-DD; null when that is not known. */
export function readAnnounced(date: string): Promise<AnnouncedDay | null> {
  return guarded(async () => (await db.announcements.get(date)) ?? null);
}

/** Keeps what was announced, beside what is known of the same day in other categories. */
export function keepAnnounced(day: AnnouncedDay): Promise<void> {
  return guarded(() =>
    db.transaction('rw', db.announcements, async () => {
      const known = await db.announcements.get(day.date);
      await db.announcements.put(known ? mergeAnnounced(known, day) : day);
    }),
  );
}

/** The categories of a day's account: those the reader follows, else those that most of the day's papers are in. */
export async function wantedCategories(date: string): Promise<string[]> {
  const { categories } = await readSettings();
  if (categories.length > 0) return categories;
  const reports = await guarded(() => db.reports.where('date').equals(date).toArray());
  const counts = new Map<string, number>();
  for (const [primary] of reports.flatMap(({ entries }) => entries.map((entry) => entry.categories))) {
    if (primary !== undefined) counts.set(primary, (counts.get(primary) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= FEWEST_PAPERS)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, MOST_CATEGORIES)
    .map(([category]) => category);
}
