import { describe, expect, test } from 'vitest';
import { laterReports, seenBefore, withAppearance, withoutAppearance } from '@/core/library/appearances';

const row = (...reportIds: string[]) => ({ paperId: '1', reportIds });

test('reports stand by their day, each once', () => {
  const both = withAppearance(withAppearance(undefined, '1', '2026-06-22|B'), '1', '2026-06-19|A');
  expect(both).toEqual(row('2026-06-19|A', '2026-06-22|B'));
  expect(withAppearance(both, '1', '2026-06-22|B')).toEqual(both);
  expect(withoutAppearance(both, '2026-06-19|A')).toEqual(row('2026-06-22|B'));
  expect(withoutAppearance(row('2026-06-19|A'), '2026-06-19|A')).toBeNull();
});

describe('the day before a report’s own', () => {
  test.each([
    ['2026-06-22|B', '2026-06-19'],
    ['2026-06-23|C', '2026-06-19'],
    ['2026-06-19|A', null],
    ['2026-06-19|Z', null],
    ['2026-06-18|A', null],
    ['0000-00-00|N', null],
  ])('of %s is %s', (id, date) =>
    expect(seenBefore(row('0000-00-00|N', '2026-06-19|A', '2026-06-22|B', '2026-06-23|C'), id)).toBe(date),
  );
});

test('later reports are those of later days only', () => {
  const all = row('0000-00-00|N', '2026-06-19|A', '2026-06-19|B', '2026-06-22|A');
  expect(laterReports(all, '2026-06-19|A')).toEqual(['2026-06-22|A']);
  expect(laterReports(all, '2026-06-22|A')).toEqual([]);
});
