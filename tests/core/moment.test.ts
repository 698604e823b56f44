import { describe, expect, test } from 'vitest';
import { nameDay, nameMoment } from '@/core/moment';

const NOW = Date.parse('2025-12-31T05:42:00Z'); // 13:42 in Beijing

describe('nameDay', () => {
  test.each([
    ['2025-12-30', '12 月 30 日', '30 Dec'],
    ['2025-01-05', '1 月 5 日', '5 Jan'],
    ['2024-12-30', '2024 年 12 月 30 日', '30 Dec 2024'],
    ['2025-02-30', '2025-02-30', '2025-02-30'],
    ['undated', 'undated', 'undated'],
  ])('says %s', (date, zh, en) => {
    expect(nameDay(date, NOW, 'zh')).toBe(zh);
    expect(nameDay(date, NOW, 'en')).toBe(en);
  });
});

describe('nameMoment', () => {
  test.each([
    ['2025-12-31T05:42:00Z', '今天 13:42', 'today 13:42'],
    ['2025-12-30T16:00:00Z', '今天 00:00', 'today 00:00'],
    ['2025-12-30T15:59:00Z', '昨天 23:59', 'yesterday 23:59'],
    ['2025-12-31T16:05:00Z', '明天 00:05', 'tomorrow 00:05'],
    ['2025-12-29T01:00:00Z', '12 月 29 日 09:00', '29 Dec 09:00'],
    ['2026-01-03T01:00:00Z', '2026 年 1 月 3 日 09:00', '3 Jan 2026 09:00'],
  ])('says %s by the clock of Beijing', (time, zh, en) => {
    expect(nameMoment(Date.parse(time), NOW, 'zh')).toBe(zh);
    expect(nameMoment(Date.parse(time), NOW, 'en')).toBe(en);
  });
});
