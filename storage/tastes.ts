import { type Tastes, toTastes } from '@/core/daily/tastes';
import { db } from './db';
import { guarded } from './guard';

/** More say nothing more, and older ones less. */
const MOST_SAVED = 200;
const MOST_BACKGROUND = 400;

/** What the reader's saved papers have in common, against the newest day's announcements; null while none is saved. */
export function readTastes(): Promise<Tastes | null> {
  return guarded(async () => {
    const ids = await db.saves.orderBy('savedAt').reverse().limit(MOST_SAVED).primaryKeys();
    const papers = await db.papers.bulkGet(ids);
    const saved = papers.flatMap((paper) => (paper && paper.abstract !== '' ? [paper] : []));
    if (saved.length === 0) return null;
    const news = await db.news.orderBy('date').last();
    return toTastes(
      saved,
      [],
      news?.papers.slice(0, MOST_BACKGROUND).map(({ paper }) => paper),
    );
  });
}
