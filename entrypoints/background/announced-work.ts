import { askAnnouncedDay } from '@/core/announcements/ask-announced-day';
import { AppError } from '@/core/errors';
import type { AnnouncedJob } from '@/core/jobs/job';
import type { JobTools } from '@/core/jobs/runner';
import { keepAnnounced } from '@/storage/announcements';
import { arxivTools } from './arxiv-tools';

/** Asks arXiv's RSS what was announced, and keeps it under the day that the feed names. */
export async function askAnnouncedJob({ input }: AnnouncedJob, { signal }: JobTools): Promise<void> {
  const day = await askAnnouncedDay(input, arxivTools(signal));
  await keepAnnounced(day);
  if (day.date !== input.date) throw new AppError('arxiv-answer', 'arXiv’s feed has gone on to another day');
}
