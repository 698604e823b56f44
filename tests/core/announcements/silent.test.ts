import { describe, expect, test } from 'vitest';
import { isSilent, silentDays } from '@/core/announcements/silent';

/** Epoch milliseconds of a Beijing clock. */
const beijing = (text: string) => Date.parse(`${text}+08:00`);
const LONG_AGO = beijing('2026-01-01T12:00');
const USUAL = 14 * 60;

describe('silentDays', () => {
  test.each([
    ['2026-11-13', '2026-11-18T15:00', 3],
    // The day itself counts from the feed's usual hour on.
    ['2026-11-13', '2026-11-18T13:59', 2],
    ['2026-11-13', '2026-11-16T14:00', 1],
    ['2025-12-24', '2025-12-30T15:00', 3],
    // A weekend and a holiday are no silence.
    ['2026-11-26', '2026-11-29T20:00', 0],
    ['2026-11-26', '2026-11-30T14:00', 1],
    ['2026-11-18', '2026-11-18T20:00', 0],
    ['2026-12-18', '2026-11-18T20:00', 0],
  ])('behind a newest file of %s, at %s, are %i', (last, now, days) =>
    expect(silentDays(last, LONG_AGO, USUAL, beijing(now))).toBe(days),
  );

  test.each([
    ['2026-11-16T13:00', '2026-11-18T15:00', 3],
    ['2026-11-16T14:00', '2026-11-18T15:00', 2],
    ['2026-11-14T10:00', '2026-11-15T23:00', 0],
  ])('without any file, subscribed to at %s, at %s, are %i', (subscribed, now, days) => {
    expect(silentDays(null, beijing(subscribed), USUAL, beijing(now))).toBe(days);
    expect(silentDays('undated', beijing(subscribed), USUAL, beijing(now))).toBe(days);
  });

  test('waits for a file that comes on the next day', () => {
    expect(silentDays('2026-11-13', LONG_AGO, 26 * 60, beijing('2026-11-17T01:59'))).toBe(0);
    expect(silentDays('2026-11-13', LONG_AGO, 26 * 60, beijing('2026-11-17T02:00'))).toBe(1);
  });

  test.each([
    [0, false],
    [2, false],
    [3, true],
    [40, true],
  ])('%i days are silent: %s', (days, silent) => expect(isSilent(days)).toBe(silent));
});
