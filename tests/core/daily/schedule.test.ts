import { describe, expect, test } from 'vitest';
import { type DailyState, nextTryAt } from '@/core/daily/schedule';

const beijing = (time: string) => Date.parse(`${time.replace(' ', 'T')}:00+08:00`);
const say = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const STATE: DailyState = { settledDay: null, triedAt: null, notBefore: 0, jitter: 0 };

function next(now: string, state: Partial<DailyState> = {}, readerMinutes?: number): [string, string] {
  const { date, at } = nextTryAt(beijing(now), { ...STATE, ...state }, readerMinutes);
  return [date, say(at)];
}

describe('nextTryAt', () => {
  test.each<[string, string, Partial<DailyState>, [string, string]]>([
    ['waits for the hour', '2026-12-03 13:05', { settledDay: '2026-12-02' }, ['2026-12-03', '2026-12-03 13:30']],
    ['is due from then on', '2026-12-03 17:00', { settledDay: '2026-12-02' }, ['2026-12-03', '2026-12-03 17:00']],
    ['is done for the day', '2026-12-03 17:00', { settledDay: '2026-12-03' }, ['2026-12-04', '2026-12-04 13:30']],
    ['leaves weekends out', '2026-12-04 17:00', { settledDay: '2026-12-04' }, ['2026-12-07', '2026-12-07 13:30']],
    ['leaves holidays out', '2026-12-25 17:00', { settledDay: '2026-12-25' }, ['2026-12-29', '2026-12-29 13:30']],
    ['takes unknown weekdays', '2031-01-01 10:00', { settledDay: '2030-12-31' }, ['2031-01-01', '2031-01-01 13:30']],
    ['has the last day first', '2026-12-03 09:00', {}, ['2026-12-02', '2026-12-03 09:00']],
    ['is too late for it when the feeds go on', '2026-12-03 13:00', {}, ['2026-12-03', '2026-12-03 13:30']],
    ['goes on with a Friday until Saturday noon', '2026-12-05 09:00', {}, ['2026-12-04', '2026-12-05 09:00']],
    ['is not older than arXiv', '2026-12-05 13:00', {}, ['2026-12-07', '2026-12-07 13:30']],
  ])('%s', (_, now, state, expected) => expect(next(now, state)).toEqual(expected));

  test.each<[string, Partial<DailyState>, [string, string]]>([
    ['an hour after a try', { triedAt: beijing('2026-12-03 13:30') }, ['2026-12-03', '2026-12-03 14:30']],
    ['as late as it was told', { notBefore: beijing('2026-12-03 16:10') }, ['2026-12-03', '2026-12-03 16:10']],
    [
      'never before an hour',
      { triedAt: beijing('2026-12-03 13:30'), notBefore: 1 },
      ['2026-12-03', '2026-12-03 14:30'],
    ],
    [
      'the next day when it rests longer',
      { notBefore: beijing('2026-12-04 13:20') },
      ['2026-12-04', '2026-12-04 13:30'],
    ],
  ])('tries again %s', (_, state, expected) =>
    expect(next('2026-12-03 13:31', { settledDay: '2026-12-02', ...state })).toEqual(expected),
  );

  test('forgets what a clock that was set back since has left', () => {
    const state = { settledDay: '2027-03-01', triedAt: beijing('2027-03-01 13:30') };
    expect(next('2026-12-03 14:00', state)).toEqual(['2026-12-03', '2026-12-03 14:00']);
  });

  test('comes some minutes later to each installation, always the same', () => {
    const state = { settledDay: '2026-12-02', jitter: 0.8 };
    expect(next('2026-12-03 08:00', state)).toEqual(['2026-12-03', '2026-12-03 13:42']);
    expect(next('2026-12-03 13:40', state)).toEqual(['2026-12-03', '2026-12-03 13:42']);
  });

  test.each([
    ['2026-12-03 05:00', 6 * 60, '2026-12-03 09:15'],
    ['2026-07-01 05:00', 6 * 60, '2026-07-01 08:15'],
    ['2026-12-03 05:00', 10 * 60, '2026-12-03 10:00'],
    ['2026-12-03 05:00', 23 * 60 + 59, '2026-12-03 23:59'],
  ])('at %s takes minute %d, but no time before the lists have changed', (now, minutes, at) => {
    const day = now.slice(0, 10);
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect(next(now, { settledDay: before }, minutes)).toEqual([day, at]);
  });
});
