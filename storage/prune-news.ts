import { dailyJobId } from '@/core/jobs/job';
import { shiftDay, toDay } from '@/core/report-day';
import { db } from './db';
import { guarded } from './guard';
import { isOpen } from './jobs';

const KEPT_DAYS = 30;

/** Forgets what was announced on days long past, and the jobs that made their reports; the reports stay. */
export function pruneNews(now: number): Promise<void> {
  const first = shiftDay(toDay(now), -KEPT_DAYS);
  return guarded(() =>
    db.transaction('rw', db.news, db.jobs, async () => {
      await db.news.where('date').below(first).delete();
      const ended = await db.jobs.where('id').between(dailyJobId(''), dailyJobId(first)).toArray();
      await db.jobs.bulkDelete(ended.filter((job) => !isOpen(job)).map(({ id }) => id));
    }),
  );
}
