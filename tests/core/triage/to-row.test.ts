import { describe, expect, test } from 'vitest';
import { toRow, type TriageRecord } from '@/core/triage/to-row';

const now = Date.parse('2026-06-20T10:00+08:00');
const record: TriageRecord = {
  id: '2606.00001',
  titleChinese: '一篇论文',
  gist: '一句话。',
  language: undefined,
  basis: 'full',
  basisStated: true,
  saved: false,
  status: null,
  dismissed: false,
  openedAt: null,
  appearedOn: null,
};
const marksOf = (change: Partial<TriageRecord>, language: 'zh' | 'en' = 'zh') =>
  toRow({ ...record, ...change }, language, now).marks.map(({ text, hint }) => (hint ? `${text} (${hint})` : text));

describe('toRow', () => {
  test.each([
    [{}, ['全文解读']],
    [{ basisStated: false }, ['全文解读 (据格式推测为全文解读)']],
    [{ basis: 'abstract', basisStated: false }, ['仅据摘要']],
    [{ basis: 'unknown' }, ['依据未知']],
    [{ basis: null }, []],
    [{ basis: null, status: 'to-read', saved: true }, ['待读']],
    [{ basis: null, appearedOn: '2026-06-19' }, ['6 月 19 日见过']],
    [{ basis: null, appearedOn: '2025-12-30' }, ['2025 年 12 月 30 日见过']],
    [{ basis: null, appearedOn: '2026-06-18', openedAt: now - 86_400_000 }, ['6 月 19 日看过']],
  ] as const)('marks %j as %j', (change, marks) => expect(marksOf(change)).toEqual(marks));

  test('speaks English where that is asked for', () => {
    expect(marksOf({ appearedOn: '2026-06-19' }, 'en')).toEqual(['Full text', 'seen Jun 19']);
  });

  test.each([
    [{}, 'zh-CN'],
    [{ language: 'en' }, 'en'],
    [{ language: 'other' }, ''],
    [{ language: 'en', gist: '' }, 'zh-CN'],
  ] as const)('says of %j that the gist is in %j', (change, lang) =>
    expect(toRow({ ...record, ...change }, 'zh', now).lang).toBe(lang),
  );
});
