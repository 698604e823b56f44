import type { ShownFeed } from '@/components/feeds/shown-feed';
import type { Feed, FeedDay, FeedState } from '@/core/feeds/feed';
import { defaultRoutes } from '@/core/feeds/routes';
import { type FeedInput, type FeedJob, newFeedJob } from '@/core/jobs/job';

/** 13:42 in Beijing on a Wednesday. */
export const NOW = Date.parse('2025-12-31T05:42:00Z');

export function feedOf(changes: Partial<Feed> = {}): Feed {
  const github = {
    owner: 'someone',
    repo: 'daily',
    branches: ['main'],
    path: 'data/{date}.jsonl',
    pages: 'https://someone.github.io/daily/data/{date}.jsonl',
  };
  return {
    id: 'one',
    name: '一份日报',
    presetId: null,
    template: '',
    github,
    routes: defaultRoutes(github),
    prefix: '',
    usualMinutes: 720,
    weekdaysOnly: false,
    subscribedAt: NOW,
    ...changes,
  };
}

/** A feed that fares well, unless told otherwise. */
export function shownFeed(changes: Partial<Omit<ShownFeed, 'state'>> & { state?: Partial<FeedState> } = {}): ShownFeed {
  const feed = changes.feed ?? feedOf();
  return {
    job: null,
    last: { date: '2025-12-30', papers: 10, analyses: 9 },
    ...changes,
    feed,
    state: {
      feedId: feed.id,
      lastSuccessAt: NOW,
      lastDate: '2025-12-30',
      lastHost: 'raw.githubusercontent.com',
      nextAt: NOW + 3_600_000,
      error: null,
      failures: 0,
      ...changes.state,
    },
  };
}

export function jobOf(input: Partial<FeedInput>, changes: Partial<FeedJob> = {}): FeedJob {
  const job = newFeedJob({ feedId: 'one', mode: 'fill', dates: [], ...input }, NOW);
  return { ...job, state: 'running', ...changes };
}

export function dayOf(date: string, changes: Partial<FeedDay> = {}): FeedDay {
  const known = { url: `https://files.example/${date}.md`, etag: null, lastModified: null, checkedAt: NOW };
  const found = { state: 'there', reportId: null, error: null, papers: 10, analyses: 9 } as const;
  return { key: `one|${date}`, feedId: 'one', date, ...known, ...found, ...changes };
}
