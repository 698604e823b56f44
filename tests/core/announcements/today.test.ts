import { describe, expect, test } from 'vitest';
import { findMissingDay, findSilentFeeds, type KnownFeed } from '@/core/announcements/today';
import type { ErrorCode } from '@/core/errors';
import type { FeedState } from '@/core/feeds/feed';
import { newFeedState } from '@/core/feeds/new-state';

const at = (time: string) => Date.parse(`${time}+08:00`);
const SUBSCRIBED = at('2026-06-01T10:00');

/** A feed whose file comes at 14:00 in Beijing, and which was asked. */
function known(change: Partial<FeedState> = {}, usualMinutes = 14 * 60, id = 'a'): KnownFeed {
  const plain = { presetId: null, template: '', github: null, routes: [], prefix: '', weekdaysOnly: true };
  const feed = { id, name: id, usualMinutes, subscribedAt: SUBSCRIBED, ...plain };
  return { feed, state: { ...newFeedState(feed), lastSuccessAt: SUBSCRIBED, ...change } };
}

const failed = (code: ErrorCode): Partial<FeedState> => ({ error: { code, host: 'a.example', at: SUBSCRIBED } });

// 2026-06-15 is a Monday.
describe('the missing day', () => {
  test.each([
    ['before the feed’s hour', '2026-06-15', '2026-06-16T10:00', '2026-06-16', 'not-yet'],
    ['before arXiv announces', '2026-06-12', '2026-06-15T02:00', '2026-06-15', 'not-yet'],
    ['after the feed’s hour', '2026-06-15', '2026-06-16T15:00', '2026-06-16', 'feed-late'],
    ['at a weekend', '2026-06-12', '2026-06-14T15:00', '2026-06-14', 'weekend'],
    ['at a weekend behind a day that is missing', '2026-06-11', '2026-06-14T15:00', '2026-06-12', 'feed-late'],
    ['in the morning behind a day that is missing', '2026-06-11', '2026-06-15T10:00', '2026-06-12', 'feed-late'],
    ['behind a holiday', '2026-06-19', '2026-06-22T18:00', '2026-06-22', 'holiday'],
    ['on a weekday of an unknown year', '2027-06-15', '2027-06-16T15:00', '2027-06-16', 'unknown'],
  ])('%s (%s, at %s) is %s: %s', (_, newest, time, date, kind) => {
    expect(findMissingDay(newest, [known()], at(time))).toMatchObject({ date, reason: { kind } });
  });

  test('is expected at the hour of the feed that comes first', () => {
    const feeds = [known({}, 20 * 60), known({}, 13 * 60)];
    expect(findMissingDay('2026-06-15', feeds, at('2026-06-16T10:00'))?.reason).toEqual({
      kind: 'not-yet',
      expectedAt: at('2026-06-16T13:00'),
    });
  });

  test('is a holiday where arXiv keeps one', () => {
    expect(findMissingDay('2025-12-25', [known()], at('2025-12-26T18:00'))?.reason).toEqual({ kind: 'holiday' });
  });

  test.each<ErrorCode>(['feed-offline', 'feed-failed', 'feed-permission'])('is out of reach behind %s', (code) => {
    expect(findMissingDay('2026-06-15', [known(failed(code))], at('2026-06-16T15:00'))?.reason).toEqual({
      kind: 'offline',
      host: 'a.example',
    });
  });

  test('is kept out by a full disk, whether that could be noted or not', () => {
    const noted = findMissingDay('2026-06-15', [known(failed('storage-full'))], at('2026-06-16T15:00'));
    expect(noted?.reason).toEqual({ kind: 'full' });
    const unnoted = [known({ lastSuccessAt: null })];
    expect(findMissingDay(null, unnoted, at('2026-06-16T15:00'), true)?.reason).toEqual({ kind: 'full' });
    expect(findMissingDay(null, [], at('2026-06-16T15:00'), true)).toBeNull();
  });

  test.each<ErrorCode>(['feed-page', 'bad-json'])('is no matter of reach behind %s', (code) => {
    const missing = findMissingDay('2026-06-15', [known(failed(code))], at('2026-06-16T15:00'));
    expect(missing?.reason).toEqual({ kind: 'feed-late' });
  });

  test('is the first one where nothing has come yet', () => {
    expect(findMissingDay(null, [known()], at('2026-06-16T15:00'))?.date).toBe('2026-06-16');
  });

  test.each([
    ['today is there', '2026-06-16', [known()]],
    ['a later day is there', '2026-06-17', [known()]],
    ['there is no feed', '2026-06-01', []],
    ['no feed was asked yet', '2026-06-01', [known({ lastSuccessAt: null })]],
  ])('is none when %s', (_, newest, feeds) => {
    expect(findMissingDay(newest, feeds, at('2026-06-16T15:00'))).toBeNull();
  });
});

describe('silent feeds', () => {
  test('are named after three announcement days, weekends not counted', () => {
    const feeds = [known({ lastDate: '2026-06-11' }), known({ lastDate: '2026-06-12' }, 14 * 60, 'b')];
    expect(findSilentFeeds(feeds, at('2026-06-16T15:00'))).toEqual([{ id: 'a', name: 'a', days: 3 }]);
    expect(findSilentFeeds(feeds, at('2026-06-16T13:00'))).toEqual([]);
  });
});
