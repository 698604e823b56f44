import { describe, expect, test } from 'vitest';
import { describeEmptyDay, type EmptyDayFacts, emptyDayReason } from '@/core/announcements/empty-day';
import { accountWords } from '@/core/words/account';

/** Epoch milliseconds of a Beijing clock. */
const beijing = (text: string) => Date.parse(`${text}+08:00`);

function say(change: Partial<EmptyDayFacts>): string {
  const facts = {
    date: '2025-12-30',
    now: beijing('2025-12-30T20:00'),
    hasFeeds: true,
    isFull: false,
    unreachableHost: null,
    usualAt: null,
    ...change,
  };
  return describeEmptyDay(emptyDayReason(facts), accountWords.zh);
}

describe('the reason of an empty day', () => {
  test.each<[string, Partial<EmptyDayFacts>]>([
    ['周末无公告', { date: '2025-12-28' }],
    ['周末无公告', { date: '2031-03-09', unreachableHost: 'feeds.example' }],
    ['节假日无公告', { date: '2025-12-26' }],
    ['节假日无公告', { date: '2026-11-27', now: beijing('2026-11-27T06:00'), unreachableHost: 'feeds.example' }],
    ['尚未发布（预计北京时间 13:30 后更新）', { now: beijing('2025-12-30T08:00') }],
    ['尚未发布（预计北京时间 13:30 后更新）', { now: beijing('2025-12-30T13:29') }],
    ['尚未发布（预计北京时间 12:30 后更新）', { date: '2026-07-01', now: beijing('2026-07-01T11:00') }],
    [
      '尚未发布（预计北京时间 16:05 后更新）',
      { now: beijing('2025-12-30T14:00'), usualAt: beijing('2025-12-30T16:05'), unreachableHost: 'feeds.example' },
    ],
    // No feed comes before arXiv's announcement.
    [
      '尚未发布（预计北京时间 09:00 后更新）',
      { now: beijing('2025-12-30T08:30'), usualAt: beijing('2025-12-30T02:00'), unreachableHost: 'feeds.example' },
    ],
    ['连不上 feeds.example', { unreachableHost: 'feeds.example' }],
    [
      '连不上 feeds.example',
      { date: '2027-03-03', now: beijing('2027-03-03T20:00'), unreachableHost: 'feeds.example' },
    ],
    ['磁盘空间不够，写不进去', { isFull: true }],
    ['磁盘空间不够，写不进去', { isFull: true, unreachableHost: 'feeds.example' }],
    ['周末无公告', { isFull: true, date: '2025-12-28' }],
    ['尚未发布（预计北京时间 13:30 后更新）', { isFull: true, now: beijing('2025-12-30T08:00') }],
    ['源未更新', {}],
    ['源未更新', { now: beijing('2025-12-30T13:30') }],
    ['源未更新', { now: beijing('2026-01-20T08:00') }],
    ['原因未知', { date: '2027-03-03', now: beijing('2027-03-03T20:00') }],
    ['原因未知', { date: '2027-03-03', now: beijing('2027-03-03T08:00') }],
    ['原因未知', { date: 'undated' }],
    // Without a feed there is none that could be late.
    ['原因未知', { hasFeeds: false }],
  ])('is %s for %j', (words, change) => expect(say(change)).toBe(words));

  test('stands in both languages, with its host and its hour', () => {
    const { en } = accountWords;
    expect(describeEmptyDay({ kind: 'offline', host: 'feeds.example' }, en)).toBe('feeds.example cannot be reached');
    expect(describeEmptyDay({ kind: 'not-yet', expectedAt: beijing('2026-07-01T12:30') }, en)).toContain('after 12:30');
    for (const kind of ['weekend', 'holiday', 'full', 'feed-late', 'unknown'] as const) {
      expect(describeEmptyDay({ kind }, en)).toMatch(/^[a-z][^{}]+$/i);
    }
  });
});
