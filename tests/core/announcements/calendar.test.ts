import { describe, expect, test } from 'vitest';
import {
  announcedAt,
  announcementDaysBetween,
  announcementKind,
  feedReadyAt,
  lastAnnouncementDay,
} from '@/core/announcements/calendar';

/** Epoch milliseconds of a Beijing clock. */
const beijing = (text: string) => Date.parse(`${text}+08:00`);

/** A time as New York's clocks show it, by the machine's tables of time zones. */
const inNewYork = (time: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York', dateStyle: 'short', timeStyle: 'short' }).format(
    time,
  );

const everyDay = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => new Date(Date.parse(from) + index * 86_400_000));
const toDate = (day: Date) => day.toISOString().slice(0, 10);

const holidays = (year: number) =>
  everyDay(`${year}-01-01`, 365).filter((day) => announcementKind(toDate(day)) === 'holiday').length;

describe('announcementKind', () => {
  test.each([
    ['2025-12-30', 'of which a real feed exists'],
    ['2025-12-25', 'Christmas, announced on its eve'],
    ['2025-12-29', 'the Monday behind a holiday on Thursday'],
    ['2025-07-04', 'a holiday on a Friday, announced on Thursday'],
    ['2026-06-19', 'the same'],
    ['2026-05-25', 'a holiday that arXiv does not keep'],
    ['2026-10-01', 'a holiday in China'],
    ['2026-11-26', 'Thanksgiving, announced on its eve'],
  ])('something is announced on %s: %s', (date) => expect(announcementKind(date)).toBe('announced'));

  test.each(['2025-12-27', '2025-12-28', '2026-11-28', '2031-03-08', '2024-02-04'])('%s is a weekend', (date) =>
    expect(announcementKind(date)).toBe('weekend'),
  );

  test.each([
    ['2025-01-01', 'behind New Year’s Eve'],
    ['2025-01-02', 'behind New Year'],
    ['2025-07-07', 'behind a Sunday that is one'],
    ['2025-12-26', 'behind Christmas'],
    ['2025-12-31', 'behind a Tuesday'],
    ['2026-06-22', 'a Monday, behind a Friday that is one'],
    ['2026-07-06', 'the same'],
    ['2026-11-27', 'behind Thanksgiving'],
    ['2026-12-28', 'a Monday, behind Christmas on a Friday'],
    ['2027-01-01', 'behind the last day of a known year'],
  ])('%s is a holiday, %s', (date) => expect(announcementKind(date)).toBe('holiday'));

  test.each(['2024-12-31', '2027-01-04', '2027-11-26', '2019-05-06', '2026-02-30', '', 'undated', '2026-1-5'])(
    'nothing is known of %j',
    (date) => expect(announcementKind(date)).toBe('unknown'),
  );

  test('each of the two years has as many days without announcement as arXiv’s list says', () => {
    // Of 2024 the last day counts for 2025, of 2026 it does not; the fourth and sixth of July 2025 are one holiday.
    expect([holidays(2025), holidays(2026)]).toEqual([9, 8]);
  });
});

describe('the hours of an announcement', () => {
  test.each([
    ['2025-12-30', '2025-12-30T09:00', '2025-12-30T13:00'],
    ['2026-07-01', '2026-07-01T08:00', '2026-07-01T12:00'],
    // Clocks in New York change in the night before these Sundays and Mondays.
    ['2026-03-09', '2026-03-09T08:00', '2026-03-09T12:00'],
    ['2026-11-02', '2026-11-02T09:00', '2026-11-02T13:00'],
  ])('%s is announced at %s and in the feeds at %s in Beijing', (date, announced, ready) => {
    expect(announcedAt(date)).toBe(beijing(announced));
    expect(feedReadyAt(date)).toBe(beijing(ready));
  });

  test('is eight in the evening, and midnight, in New York on every day of three years', () => {
    for (const day of everyDay('2025-01-01', 3 * 365)) {
      const before = toDate(new Date(day.getTime() - 86_400_000));
      expect(inNewYork(announcedAt(toDate(day)))).toBe(`${before} 20:00`);
      expect(inNewYork(feedReadyAt(toDate(day)))).toBe(`${toDate(day)} 00:00`);
    }
  });

  test.each(['', '2026-02-30'])('%j has none', (date) =>
    expect([announcedAt(date), feedReadyAt(date)]).toEqual([NaN, NaN]),
  );
});

describe('announcementDaysBetween', () => {
  test.each([
    ['2025-12-23', '2025-12-31', ['2025-12-24', '2025-12-25', '2025-12-29', '2025-12-30']],
    ['2025-12-29', '2025-12-30', ['2025-12-30']],
    // In a year without a list every weekday counts.
    ['2026-12-31', '2027-01-05', ['2027-01-04', '2027-01-05']],
  ])('from %s to %s there are %j', (after, upTo, days) => expect(announcementDaysBetween(after, upTo)).toEqual(days));

  test.each([
    ['2025-12-30', '2025-12-30'],
    ['2025-12-30', '2025-12-23'],
    ['2026-11-27', '2026-11-29'],
    ['', '2026-11-29'],
    ['2026-11-02', 'undated'],
  ])('from %j to %j there are none', (after, upTo) => expect(announcementDaysBetween(after, upTo)).toEqual([]));

  test('looks back no further than is of use', () => {
    const days = announcementDaysBetween('1901-01-01', '2026-11-26');
    expect(days.length).toBeLessThan(400);
    expect(days.at(-1)).toBe('2026-11-26');
  });
});

describe('lastAnnouncementDay', () => {
  test.each([
    ['2025-12-30T08:59', '2025-12-29'],
    ['2025-12-30T09:00', '2025-12-30'],
    ['2025-12-31T23:00', '2025-12-30'],
    ['2026-07-01T07:59', '2026-06-30'],
    ['2026-07-01T08:00', '2026-07-01'],
    ['2026-11-29T12:00', '2026-11-26'],
    ['2027-03-03T12:00', '2027-03-03'],
  ])('at %s in Beijing it is %s', (now, day) => expect(lastAnnouncementDay(beijing(now))).toBe(day));
});
