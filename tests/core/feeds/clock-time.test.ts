import { expect, test } from 'vitest';
import { formatClock, parseClock } from '@/core/feeds/clock-time';

test.each([
  ['00:00', 0],
  ['08:05', 485],
  ['12:00', 720],
  ['23:59', 1_439],
])('%s is a time of the day, both ways', (text, minutes) => {
  expect(parseClock(text)).toBe(minutes);
  expect(formatClock(minutes)).toBe(text);
});

test('a field may hold seconds too', () => expect(parseClock('08:05:30.5')).toBe(485));

test.each(['', '8:05', '24:00', '08:60', '08:5', '08.05', '-1:00', '08:05 ', '08:05Z', '八点'])('%j is none', (text) =>
  expect(parseClock(text)).toBeNull(),
);
