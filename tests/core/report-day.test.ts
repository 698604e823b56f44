import { describe, expect, test } from 'vitest';
import { dateOfName, describeDay, describeSeen, isDay } from '@/core/report-day';

/** Epoch milliseconds of a Beijing clock. */
function beijing(text: string): number {
  return Date.parse(`${text}+08:00`);
}

describe('describeDay', () => {
  test.each([
    ['2025-12-30', '2025-12-30T09:00', '12 月 30 日 周二 · 今天'],
    ['2025-12-30', '2025-12-31T09:00', '12 月 30 日 周二 · 昨天'],
    ['2025-12-30', '2026-01-02T09:00', '12 月 30 日 周二 · 3 天前'],
    ['2026-02-01', '2026-03-03T09:00', '2 月 1 日 周日 · 30 天前'],
  ])('says %s at %s as %s', (date, now, text) => expect(describeDay(date, beijing(now), 'zh')).toBe(text));

  test.each([
    ['2025-12-30', '2025-12-30T00:00', '今天'],
    ['2025-12-30', '2025-12-30T23:59', '今天'],
    ['2025-12-30', '2025-12-31T00:00', '昨天'],
    ['2024-02-29', '2024-03-01T07:59', '昨天'],
  ])('turns the day at midnight in Beijing: %s at %s is %s', (date, now, text) =>
    expect(describeDay(date, beijing(now), 'zh')).toMatch(new RegExp(` · ${text}$`)),
  );

  test.each([
    ['a day to come', '2025-12-31', '2025-12-30T09:00', '12 月 31 日 周三'],
    ['a day long past', '2026-01-01', '2026-02-01T09:00', '1 月 1 日 周四'],
    ['a day of last year', '2025-12-30', '2026-11-22T09:00', '2025 年 12 月 30 日 周二'],
    ['a day of next year', '2026-01-01', '2025-12-30T09:00', '2026 年 1 月 1 日 周四'],
  ])('says no distance for %s', (_, date, now, text) => expect(describeDay(date, beijing(now), 'zh')).toBe(text));

  test.each([
    ['2025-12-30', '2025 年 12 月 30 日 周二'],
    ['2026-11-27', '2026 年 11 月 27 日 周五'],
  ])('says %s with its year in a text that is read at any time', (date, text) =>
    expect(describeDay(date, Infinity, 'zh')).toBe(text),
  );

  test('speaks English', () => {
    expect(describeDay('2025-12-30', beijing('2025-12-31T09:00'), 'en')).toBe('Tue, 30 Dec · yesterday');
    expect(describeDay('2025-12-28', beijing('2026-01-02T09:00'), 'en')).toBe('Sun, 28 Dec · 5 days ago');
  });

  test.each(['', '2025-02-30', '2025-13-01', '30.12.2025', 'undated'])('gives %j back as it is', (text) =>
    expect(describeDay(text, beijing('2025-12-31T09:00'), 'zh')).toBe(text),
  );
});

describe('dateOfName', () => {
  test.each([
    ['arxiv_cv_report_2025-12-30.md', '2025-12-30'],
    ['2026-06-25_AI_enhanced_Chinese.jsonl', '2026-06-25'],
    ['20251230.md', '2025-12-30'],
    ['日报 2025 年 1 月 2 日.md', '2025-01-02'],
    ['2025年12月30日.md', '2025-12-30'],
    ['reports/2025/12/30.md', '2025-12-30'],
    ['archive-2024-01-01/2025_12_30.md', '2025-12-30'],
    ['2025-12-30-2512.23705.md', '2025-12-30'],
  ])('finds the day in %s', (name, date) => expect(dateOfName(name)).toBe(date));

  test.each([
    '',
    'index.md',
    '2025-02-30.md',
    '2025-13-01.md',
    '2512.23705.md',
    '120251230.md',
    '2025-12.md',
    '1999-01-01.md',
  ])('finds none in %j', (name) => expect(dateOfName(name)).toBeNull());
});

describe('describeSeen', () => {
  test.each([
    ['2026-06-19', '6 月 19 日出现过', 'seen Jun 19'],
    ['2026-01-01', '1 月 1 日出现过', 'seen Jan 1'],
    ['2025-12-31', '2025 年 12 月 31 日出现过', 'seen Dec 31, 2025'],
    ['2027-01-01', '2027 年 1 月 1 日出现过', 'seen Jan 1, 2027'],
  ])('says of %s: %s, %s', (date, zh, en) => {
    const now = beijing('2026-11-22T09:00');
    expect([describeSeen(date, 'zh', now), describeSeen(date, 'en', now)]).toEqual([zh, en]);
  });

  test('goes by the year in Beijing', () => {
    expect(describeSeen('2026-01-01', 'zh', beijing('2026-01-01T00:00'))).toBe('1 月 1 日出现过');
    expect(describeSeen('2026-01-01', 'zh', beijing('2025-12-31T23:59'))).toBe('2026 年 1 月 1 日出现过');
  });

  test.each(['', '2025-02-30', 'undated'])('gives %j back as it is', (text) =>
    expect(describeSeen(text, 'zh', beijing('2025-12-31T09:00'))).toBe(text),
  );
});

describe('isDay', () => {
  test.each(['2024-02-29', '2025-12-30'])('knows %s', (text) => expect(isDay(text)).toBe(true));
  test.each(['', '2025-02-29', '2025-12-30T00:00', '2025-1-5', '20251230'])('does not take %j', (text) =>
    expect(isDay(text)).toBe(false),
  );
});
