import { dailyJobId } from '@/core/jobs/job';
import { shiftDay, toDay } from '@/core/report-day';
import { db } from './db';
import { guarded } from './guard';
import { dropJobs } from './jobs';

const KEPT_DAYS = 30;

/** Forgets what was announced on days long past, and the jobs that made their reports with their guides'; what they made stays. */
export function pruneNews(now: number): Promise<void> {
  const first = shiftDay(toDay(now), -KEPT_DAYS);
  const isPast = (jobId: string) => jobId < dailyJobId(first);
  return guarded(() =>
    db.transaction('rw', db.news, db.jobs, db.guides, async () => {
      await db.news.where('date').below(first).delete();
      const days = await db.jobs.where('id').between(dailyJobId(''), dailyJobId(first)).toArray();
      const ended = db.jobs.where('state').anyOf('done', 'failed', 'cancelled');
      const guides = await ended.filter(({ askedBy }) => askedBy !== undefined && isPast(askedBy)).toArray();
      await dropJobs([...days, ...guides]);
    }),
  );
}
