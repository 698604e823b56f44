import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FeedDay, FeedState } from '@/core/feeds/feed';
import { datesToCheck, feedToday, fillDates, newestCandidates, nextCheckAt, withUsualTime } from '@/core/feeds/plan';
import { isWeekend, toDay, toMoment } from '@/core/report-day';
import { feedOf } from './feeds';

const HOUR = 3_600_000;
/** A moment in Beijing, such as `2026-06-25 12:00`. */
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const inBeijing = (time: number): string => new Date(time + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ');

const none = () => 0;
const answered = { kind: 'answered' } as const;
const failed = (retryAfterSeconds: number | null) => ({ kind: 'failed' as const, retryAfterSeconds });

const stateOf = (changes: Partial<FeedState> = {}): FeedState => ({
  feedId: 'feed',
  lastSuccessAt: null,
  lastDate: null,
  lastHost: null,
  nextAt: 0,
  error: null,
  failures: 0,
  ...changes,
});
const dayOf = (date: string, state: FeedDay['state'], checkedAt = at(`${date} 20:00`), feedId = 'feed'): FeedDay => ({
  key: `${feedId} ${date}`,
  feedId,
  date,
  state,
  url: null,
  etag: null,
  lastModified: null,
  checkedAt,
  reportId: null,
  error: null,
  papers: 0,
  analyses: 0,
});

describe('a feed’s day', () => {
  test.each([
    ['2026-06-25 00:00', '2026-06-25'],
    ['2026-06-25 23:59', '2026-06-25'],
    ['2026-06-26 00:00', '2026-06-26'],
  ])('at %s in Beijing is %s', (now, day) => expect(feedToday(at(now))).toBe(day));
});

describe('the days to check', () => {
  const daily = feedOf();
  const weekdays = feedOf({ weekdaysOnly: true }); // 2026-06-25 is a Thursday
  test.each([
    ['today and the last', daily, '2026-06-24', [], '2026-06-25 12:00', ['2026-06-25', '2026-06-24']],
    ['not today before its hour', daily, '2026-06-24', [], '2026-06-25 11:59', ['2026-06-24']],
    [
      'what was missed',
      daily,
      '2026-06-22',
      [],
      '2026-06-25 12:00',
      ['2026-06-25', '2026-06-24', '2026-06-23', '2026-06-22'],
    ],
    ['the last alone when today is there', daily, '2026-06-25', [], '2026-06-25 18:00', ['2026-06-25']],
    [
      'the last though it is there',
      daily,
      '2026-06-24',
      [dayOf('2026-06-24', 'there')],
      '2026-06-25 09:00',
      ['2026-06-24'],
    ],
    ['the last though it was a day off', weekdays, '2026-06-27', [], '2026-06-29 09:00', ['2026-06-27']],
    ['no weekend of a weekday feed', weekdays, '2026-06-26', [], '2026-06-29 12:00', ['2026-06-29', '2026-06-26']],
    [
      'the weekend of a daily feed',
      daily,
      '2026-06-26',
      [],
      '2026-06-28 12:00',
      ['2026-06-28', '2026-06-27', '2026-06-26'],
    ],
    [
      'nothing for a last day still to come but the days before',
      weekdays,
      '2027-01-01',
      [],
      '2026-06-12 12:00',
      [
        '2026-06-12',
        '2026-06-11',
        '2026-06-10',
        '2026-06-09',
        '2026-06-08',
        '2026-06-05',
        '2026-06-04',
        '2026-06-03',
        '2026-06-02',
        '2026-06-01',
      ],
    ],
    [
      'today again however often',
      daily,
      '2026-06-24',
      [dayOf('2026-06-25', 'absent', at('2026-06-25 12:10'))],
      '2026-06-25 13:20',
      ['2026-06-25', '2026-06-24'],
    ],
    [
      'a late day once a day',
      daily,
      '2026-06-23',
      [dayOf('2026-06-24', 'absent')],
      '2026-06-25 12:00',
      ['2026-06-25', '2026-06-24', '2026-06-23'],
    ],
    [
      'a late day not twice a day',
      daily,
      '2026-06-23',
      [dayOf('2026-06-24', 'absent', at('2026-06-25 12:00'))],
      '2026-06-25 13:20',
      ['2026-06-25', '2026-06-23'],
    ],
    [
      'a bad day once more',
      daily,
      '2026-06-23',
      [dayOf('2026-06-24', 'bad')],
      '2026-06-25 12:00',
      ['2026-06-25', '2026-06-24', '2026-06-23'],
    ],
    [
      'no hopeless day',
      daily,
      '2026-06-20',
      ['2026-06-21', '2026-06-22', '2026-06-23'].map((date) => dayOf(date, 'absent')),
      '2026-06-25 12:00',
      ['2026-06-25', '2026-06-24', '2026-06-23', '2026-06-22', '2026-06-20'],
    ],
    [
      'no day that is there',
      daily,
      '2026-06-22',
      [dayOf('2026-06-24', 'there')],
      '2026-06-25 12:00',
      ['2026-06-25', '2026-06-23', '2026-06-22'],
    ],
    [
      'another feed’s day',
      daily,
      '2026-06-23',
      [dayOf('2026-06-24', 'there', 0, 'other')],
      '2026-06-25 12:00',
      ['2026-06-25', '2026-06-24', '2026-06-23'],
    ],
  ] as const)('are %s', (_, feed, lastDate, days, now, expected) => {
    expect(datesToCheck(feed, stateOf({ lastDate }), days, at(now))).toEqual(expected);
  });

  test('are fourteen at most', () => {
    const dates = datesToCheck(daily, stateOf(), [], at('2026-06-25 12:00'));
    expect([dates.length, dates[0], dates.at(-1)]).toEqual([14, '2026-06-25', '2026-06-12']);
    expect(datesToCheck(daily, stateOf({ lastDate: '2026-01-01' }), [], at('2026-06-25 12:00'))).toEqual(dates);
  });
});

describe('another usual hour', () => {
  const late = feedOf({ usualMinutes: 20 * 60 });
  const early = feedOf({ usualMinutes: 6 * 60 });
  const waiting = { lastDate: '2026-06-24', nextAt: at('2026-06-25 12:00') };

  test.each([
    ['later today', late, waiting, '2026-06-25 09:00', '2026-06-25 20:00'],
    ['sooner, not at once', early, waiting, '2026-06-25 09:00', '2026-06-25 10:00'],
    [
      'tomorrow when today is there',
      early,
      { lastDate: '2026-06-25', nextAt: at('2026-06-26 12:00') },
      '2026-06-25 13:00',
      '2026-06-26 06:00',
    ],
    ['when it was due anyway', late, waiting, '2026-06-25 12:30', '2026-06-25 12:00'],
    [
      'when its failure wants it',
      early,
      { ...waiting, error: { code: 'feed-busy', host: 'a', at: 0 } as const },
      '2026-06-25 09:00',
      '2026-06-25 12:00',
    ],
  ])('has the feed asked %s', (_, feed, state, now, expected) => {
    expect(inBeijing(withUsualTime(feed, stateOf(state), at(now), none).nextAt)).toBe(expected);
  });
});

describe('the next check', () => {
  const daily = feedOf();
  const weekdays = feedOf({ weekdaysOnly: true });

  test.each([
    ['tomorrow when today is there', daily, '2026-06-25', '2026-06-25 13:00', '2026-06-26 12:00'],
    ['in an hour while it is not', daily, '2026-06-24', '2026-06-25 13:00', '2026-06-25 14:00'],
    ['at its hour when asked before', daily, '2026-06-24', '2026-06-25 03:00', '2026-06-25 12:00'],
    ['not within an hour of a check just before', daily, '2026-06-24', '2026-06-25 11:50', '2026-06-25 12:50'],
    ['tomorrow when the day is over', daily, '2026-06-24', '2026-06-25 23:30', '2026-06-26 12:00'],
    ['on Monday after Friday', weekdays, '2026-06-26', '2026-06-26 13:00', '2026-06-29 12:00'],
    ['on Monday when Friday never came', weekdays, '2026-06-25', '2026-06-26 23:30', '2026-06-29 12:00'],
    ['on Monday when asked on Saturday', weekdays, '2026-06-25', '2026-06-27 12:00', '2026-06-29 12:00'],
    ['on Saturday after Friday', daily, '2026-06-26', '2026-06-26 13:00', '2026-06-27 12:00'],
    ['in an hour when nothing was ever there', daily, null, '2026-06-25 13:00', '2026-06-25 14:00'],
    ['in an hour when the last day is still to come', daily, '2027-01-01', '2026-06-25 13:00', '2026-06-25 14:00'],
  ])('comes %s', (_, feed, lastDate, now, expected) => {
    expect(inBeijing(nextCheckAt(feed, stateOf({ lastDate }), answered, at(now), none))).toBe(expected);
  });

  test.each([
    [1, null, '2026-06-25 12:00', '2026-06-25 13:00'],
    [2, null, '2026-06-25 12:00', '2026-06-25 14:00'],
    [3, null, '2026-06-25 12:00', '2026-06-25 16:00'],
    [4, null, '2026-06-25 12:00', '2026-06-25 20:00'],
    [5, null, '2026-06-25 11:00', '2026-06-25 23:00'],
    [60, null, '2026-06-25 11:00', '2026-06-25 23:00'],
    [2_000, null, '2026-06-25 11:00', '2026-06-25 23:00'],
    [3, null, '2026-06-25 22:00', '2026-06-26 12:00'],
    [1, 7_200, '2026-06-25 12:00', '2026-06-25 14:00'],
    [2, 60, '2026-06-25 12:00', '2026-06-25 14:00'],
    [1, 90_000_000, '2026-06-25 13:00', '2026-06-26 13:00'],
  ])('after %d failures and Retry-After %s at %s comes at %s', (failures, wait, now, expected) => {
    const state = stateOf({ lastDate: '2026-06-24', failures });
    expect(inBeijing(nextCheckAt(daily, state, failed(wait), at(now), none))).toBe(expected);
  });

  test('comes up to twenty minutes later, so that readers do not come all at once', () => {
    const next = (random: number) =>
      nextCheckAt(daily, stateOf({ lastDate: '2026-06-25' }), answered, at('2026-06-25 13:00'), () => random);
    expect(inBeijing(next(0.5))).toBe('2026-06-26 12:10');
    expect(next(0.999_999)).toBeLessThan(at('2026-06-26 12:20'));
  });
});

describe('sixty days of checks', () => {
  interface Life {
    usualMinutes: number;
    weekdaysOnly: boolean;
    seed: number;
    /** Minutes after midnight at which each day appears; beyond 1440 it never does. */
    appears: number[];
    failing: boolean[];
  }

  /** Lives sixty days by the plan; the alarm may be late. */
  function live({ usualMinutes, weekdaysOnly, seed, appears, failing }: Life) {
    const feed = feedOf({ usualMinutes, weekdaysOnly });
    let state = stateOf();
    let random = seed;
    const next = () => (random = (random * 16_807) % 2_147_483_647) / 2_147_483_647;
    const start = at('2026-04-01 09:00');
    const days = new Map<string, FeedDay>();
    const checks: number[] = [];
    const planned: number[] = [];
    const asked: { date: string; time: number }[] = [];
    const found = new Map<string, number>();
    const appearsAt = (date: string) => appears[Number(date.slice(-2)) % appears.length] ?? 0;
    for (let now = start; now < start + 60 * 24 * HOUR; now = state.nextAt + Math.floor(next() * 120_000)) {
      const fails = failing[checks.length % failing.length] ?? false;
      if (now > start) checks.push(now);
      for (const date of fails ? [] : datesToCheck(feed, state, [...days.values()].slice(-30), now)) {
        asked.push({ date, time: now });
        const isThere = toMoment(date, appearsAt(date)) <= now && appearsAt(date) < 1_440;
        days.set(date, dayOf(date, isThere ? 'there' : 'absent', now));
        if (isThere && !found.has(date)) found.set(date, now);
      }
      const lastDate = [...found.keys()].toSorted().at(-1) ?? null;
      state = { ...state, lastDate, failures: fails ? state.failures + 1 : 0 };
      const outcome = fails ? failed(null) : answered;
      state.nextAt = nextCheckAt(feed, state, outcome, now, next);
      planned.push(state.nextAt);
    }
    return { checks, planned, asked, found };
  }

  const life = fc.record({
    usualMinutes: fc.integer({ min: 0, max: 1_380 }),
    weekdaysOnly: fc.boolean(),
    seed: fc.integer({ min: 1, max: 2_147_483_646 }),
    appears: fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 31 }),
    failing: fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }),
  });

  test('never come twice within an hour, are not planned before the usual hour or on a day off, and ask for no day before its hour', () => {
    fc.assert(
      fc.property(life, (given) => {
        const { checks, planned, asked } = live(given);
        expect(checks.filter((time, index) => time < (checks[index - 1] ?? 0) + HOUR)).toEqual([]);
        expect(planned.filter((time) => time < toMoment(toDay(time), given.usualMinutes))).toEqual([]);
        expect(planned.filter((time) => given.weekdaysOnly && isWeekend(toDay(time)))).toEqual([]);
        expect(asked.filter(({ date, time }) => time < toMoment(date, given.usualMinutes))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('find every day that appears at its hour within the jitter, and then rest', () => {
    const { checks, found } = live({
      usualMinutes: 720,
      weekdaysOnly: false,
      seed: 7,
      appears: [720],
      failing: [false],
    });
    expect(checks).toHaveLength(60);
    for (const [date, time] of [...found].filter(([, seen]) => seen >= at('2026-04-01 12:00'))) {
      expect(time - toMoment(date, 720)).toBeLessThan(22 * 60_000);
    }
  });

  test('find a day that appears late within an hour and a half, and ask no more often than hourly for one that never does', () => {
    const late = live({ usualMinutes: 720, weekdaysOnly: true, seed: 7, appears: [900], failing: [false] });
    for (const [date, time] of [...late.found].filter(([, seen]) => seen >= at('2026-04-01 12:00'))) {
      expect(time - toMoment(date, 900)).toBeLessThan(90 * 60_000);
    }
    const never = live({ usualMinutes: 720, weekdaysOnly: false, seed: 7, appears: [2_000], failing: [false] });
    expect(never.found.size).toBe(0);
    expect(never.checks.length / 60).toBeLessThan(12);
  });
});

describe('probing backwards', () => {
  test('looks for the newest first, on the days that a feed has', () => {
    const now = at('2026-06-25 09:00');
    expect(newestCandidates(feedOf(), now, 3)).toEqual(['2026-06-25', '2026-06-24', '2026-06-23']);
    expect(newestCandidates(feedOf(), now)).toHaveLength(14);
    const weekdays = newestCandidates(feedOf({ weekdaysOnly: true }), now);
    expect(weekdays).toHaveLength(10);
    expect(weekdays.filter(isWeekend)).toEqual([]);
  });

  test('fills the last days but those that are there', () => {
    const now = at('2026-03-02 09:00');
    const have = new Set(['2026-03-01', '2020-01-01']);
    expect(fillDates(4, now, have)).toEqual(['2026-03-02', '2026-02-28', '2026-02-27']);
    expect(fillDates(4, now, have, true)).toEqual(['2026-03-02', '2026-02-27']);
    expect(fillDates(0, now, have)).toEqual([]);
  });
});
