import { describe, expect, test } from 'vitest';
import { findSkipReason, oldestFirst, type SkipReason } from '@/core/library/incoming';

describe('findSkipReason', () => {
  test.each<[string, SkipReason]>([
    ['reports/', 'folder'],
    ['__MACOSX/reports/._2025-12-30.md', 'system'],
    ['reports/.DS_Store', 'system'],
    ['.git/config', 'system'],
    ['reports/._2025-12-30.md', 'system'],
    ['index.md', 'page'],
    ['docs/README.zh-CN.md', 'page'],
    ['LICENSE.txt', 'page'],
    ['img/2025-12-30.png', 'kind'],
    ['2025-12-30.html', 'kind'],
    ['LICENSE', 'kind'],
    ['older.zip', 'nested'],
    ['2025-12.tar.gz', 'nested'],
  ])('leaves %s out', (path, reason) => expect(findSkipReason(path)).toBe(reason));

  test.each([
    'arxiv_cv_report_2025-12-30.md',
    '2026-06-25_AI_enhanced_Chinese.jsonl',
    'reports/2025/12/30.MD',
    'daodu-2026-01-01.json',
    '2025-12-30/index.md',
    'indexing-report.md',
    '日报.txt',
  ])('has %s read', (path) => expect(findSkipReason(path)).toBeNull());
});

describe('oldestFirst', () => {
  test('puts days in order, whatever the rest of their names, and what has none behind them as it came', () => {
    const names = ['z.md', 'b/2025-12-31.md', 'a.md', 'c_20251230.md', 'a/2025-12-31.md', '2024/1/2.md'];
    expect(oldestFirst(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual([
      '2024/1/2.md',
      'c_20251230.md',
      'b/2025-12-31.md',
      'a/2025-12-31.md',
      'z.md',
      'a.md',
    ]);
  });
});
