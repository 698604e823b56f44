import type { AnnouncedDay } from '@/core/announcements/announced-day';
import { db } from './db';
import { guarded } from './guard';

/** What arXiv announced on a day, YYYY-MM-DD; null when that is not known. */
export function readAnnounced(date: string): Promise<AnnouncedDay | null> {
  return guarded(async () => (await db.announcements.get(date)) ?? null);
}
