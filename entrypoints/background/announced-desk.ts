import { feedReadyAt, lastAnnouncementDay } from '@/core/announcements/calendar';
import { newAnnouncedJob } from '@/core/jobs/job';
import { readAnnounced, wantedCategories } from '@/storage/announcements';
import { readJob, startJob } from '@/storage/jobs';
import { clock } from './clock';
import { planJobs, runner } from './job-desk';

/** arXiv's feed may lag; it is looked at again after this. */
const AGAIN_MILLISECONDS = 3_600_000;

/**
 * Asks arXiv what it announced on the newest day, once it has said so and once a day. Only a reader with feeds is told how
 * complete they are, so without one nothing is asked.
 */
export async function askForAnnounced(hasFeeds: boolean): Promise<void> {
  const now = clock.now();
  const date = lastAnnouncementDay(now);
  if (!hasFeeds || now < feedReadyAt(date)) return;
  const categories = await wantedCategories(date);
  const known = await readAnnounced(date);
  const isKnown = known && categories.every((category) => known.categories.includes(category));
  if (categories.length === 0 || isKnown) return;
  const before = await readJob('announced');
  if (before && before.state !== 'done' && now - before.updatedAt < AGAIN_MILLISECONDS) return;
  planJobs(now);
  await startJob(newAnnouncedJob({ date, categories }, now));
  await runner.run();
}
