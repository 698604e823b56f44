import { askDayFeed } from '../daily/day-feed';
import type { ArxivTools } from '../daily/kept-answer';
import { AppError } from '../errors';
import { toAnnouncedDay } from './account';
import type { AnnouncedDay } from './announced-day';
import { lastAnnouncementDay } from './calendar';

/**
 * What arXiv's RSS announced on a day, from the answers that the day's report is made of too.
 *
 * @returns the announcement of a later day where the feed has gone on to it.
 * @throws AppError `arxiv-answer` when the feed has the day not yet, or cannot hold all of it; what `askKept` throws.
 */
export async function askAnnouncedDay(
  { date, categories }: { date: string; categories: string[] },
  tools: ArxivTools,
): Promise<AnnouncedDay> {
  const now = tools.clock.now();
  const found = await askDayFeed(date, categories, lastAnnouncementDay(now), tools);
  if (found.kind === 'gone') return askAnnouncedDay({ date: found.newest, categories }, tools);
  if (found.kind === 'not-yet') throw new AppError('arxiv-answer', 'arXiv’s feed is not of the newest day yet');
  if (!found.isWhole) throw new AppError('arxiv-answer', 'arXiv’s feed is too short for the day');
  return toAnnouncedDay(date, found.items, categories, now);
}
