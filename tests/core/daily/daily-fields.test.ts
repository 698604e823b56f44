import { describe, expect, test } from 'vitest';
import { formatHour, parseHour, parseMost } from '@/core/daily/daily-fields';

describe('an hour', () => {
  test.each([
    ['13:30', 810],
    ['08:05', 485],
    [' 8：05 ', 485],
    ['00:00', 0],
    ['23:59', 1439],
    ['13:30:00', 810],
  ])('%j', (text, minutes) => {
    expect(parseHour(text)).toBe(minutes);
    expect(parseHour(formatHour(minutes))).toBe(minutes);
  });

  test.each(['', '24:00', '12:60', '1330', '-1:30', '8:5', 'noon'])('none in %j', (text) =>
    expect(parseHour(text)).toBeNull(),
  );

  test('is written with two digits each', () => expect(formatHour(485)).toBe('08:05'));
});

describe('a number of papers', () => {
  test.each([
    ['1', 1],
    ['50', 50],
    [' １０ ', 10],
  ])('%j', (text, most) => expect(parseMost(text)).toBe(most));

  test.each(['', '0', '51', '1.5', '-3', '1e1', 'ten'])('none in %j', (text) => expect(parseMost(text)).toBeNull());
});
