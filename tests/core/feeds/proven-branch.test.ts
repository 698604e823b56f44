import { describe, expect, test } from 'vitest';
import type { FeedDay } from '@/core/feeds/feed';
import { newFeedState } from '@/core/feeds/new-state';
import { findProvenBranch } from '@/core/feeds/proven-branch';
import { feedOf, PLACE } from './feeds';

const DAY = 24 * 3_600_000;
const NOW = 100 * DAY;
const DATE = '2026-06-25';
const FILE = `data/${DATE}_AI_enhanced_Chinese.jsonl`;
const RAW = 'https://raw.githubusercontent.com/someone/daily';
const feed = feedOf({ github: { ...PLACE, branches: ['master', 'main'] }, prefix: 'https://proxy.example/' });

function find(change: Partial<FeedDay>, lastDate: string | null = DATE) {
  const day: FeedDay = {
    key: `feed|${DATE}`,
    feedId: 'feed',
    date: DATE,
    state: 'there',
    url: `${RAW}/main/${FILE}`,
    etag: null,
    lastModified: null,
    checkedAt: NOW - DAY,
    reportId: null,
    error: null,
    papers: 1,
    analyses: 1,
    ...change,
  };
  const readDay = (key: string) => Promise.resolve(key === day.key ? day : null);
  return findProvenBranch(feed, { ...newFeedState(feed), lastDate }, readDay, NOW);
}

describe('the branch that is known to be there', () => {
  test.each<[string, Partial<FeedDay>, string]>([
    ['had the newest day', {}, 'main'],
    ['had it over a weekend and a holiday', { checkedAt: NOW - 4 * DAY }, 'main'],
    ['had it by the API', { url: `https://api.github.com/repos/someone/daily/contents/${FILE}?ref=master` }, 'master'],
  ])('%s', async (_, change, branch) => expect(await find(change)).toBe(branch));

  test.each<[string, Partial<FeedDay>]>([
    ['that was long ago', { checkedAt: NOW - 4 * DAY - 1 }],
    ['that was in the future', { checkedAt: NOW + 5 * DAY }],
    ['it came from a copy', { url: `https://cdn.jsdelivr.net/gh/someone/daily@main/${FILE}` }],
    ['it came by a prefix', { url: `https://proxy.example/${RAW}/main/${FILE}` }],
    ['it came from a branch that is the feed’s no more', { url: `${RAW}/gh-pages/${FILE}` }],
    ['it could not be used', { state: 'bad' }],
    ['it was not there', { state: 'absent', url: null }],
  ])('is not known where %s', async (_, change) => expect(await find(change)).toBeNull());

  test('is not known before a day was there', async () => {
    expect(await find({}, null)).toBeNull();
    expect(await find({}, '2026-06-24')).toBeNull();
  });
});
