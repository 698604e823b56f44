import { toAnnouncedDay } from '@/core/announcements/account';
import { createPoliteFetch } from '@/core/arxiv/polite-fetch';
import { parseRss, rssUrl } from '@/core/arxiv/rss';
import { AppError } from '@/core/errors';
import type { AnnouncedJob } from '@/core/jobs/job';
import type { JobTools } from '@/core/jobs/runner';
import { keepAnnounced } from '@/storage/announcements';
import { arxivPace } from '@/storage/pace';
import { clock } from './clock';

/** Asks arXiv's RSS what was announced, and keeps it under the day that the feed names. */
export async function askAnnouncedJob({ input }: AnnouncedJob, { signal }: JobTools): Promise<void> {
  const { date, categories } = input;
  const askArxiv = createPoliteFetch({ fetch: (...request) => fetch(...request), clock, store: arxivPace });
  const answer = await askArxiv({ url: rssUrl(categories), kind: 'api', signal });
  if (answer.status !== 200) throw new AppError('arxiv-answer', `arXiv's feed answered ${answer.status}`);
  const day = toAnnouncedDay(parseRss(answer.text), categories, clock.now());
  if (day) await keepAnnounced(day);
  if (day?.date !== date) throw new AppError('arxiv-answer', 'arXiv’s feed is not of the newest day yet');
}
