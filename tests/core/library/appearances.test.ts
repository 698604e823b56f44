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

describe('the day before a report’s own of a paper that was dismissed', () => {
  const at = Date.parse('2026-06-20T00:30+08:00');
  test.each([
    ['in no report, and in one of a later day', undefined, '2026-06-22|B', '2026-06-20'],
    ['in no report, and in one of that day', undefined, '2026-06-20|A', null],
    ['in no report, and in one of an earlier day', undefined, '2026-06-19|A', null],
    ['in no report, and in one without a day', undefined, '0000-00-00|N', null],
    ['in an earlier report', row('2026-06-19|A', '2026-06-22|B'), '2026-06-22|B', '2026-06-19'],
    ['before its other report', row('2026-06-22|B', '2026-06-23|B'), '2026-06-23|B', '2026-06-20'],
  ])('%s', (_, reports, id, date) => expect(seenBefore(reports, id, at)).toBe(date));
});

test('later reports are those of later days only', () => {
  const all = row('0000-00-00|N', '2026-06-19|A', '2026-06-19|B', '2026-06-22|A');
  expect(laterReports(all, '2026-06-19|A')).toEqual(['2026-06-22|A']);
  expect(laterReports(all, '2026-06-22|A')).toEqual([]);
});
