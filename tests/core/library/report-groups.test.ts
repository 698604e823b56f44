import { describe, expect, test } from 'vitest';
import type { ReportEntry, ReportRecord } from '@/core/library/records';
import { groupReport } from '@/core/library/report-groups';

function entry(id: string, change: Partial<ReportEntry> = {}): ReportEntry {
  const texts = { title: `Paper ${id}`, titleTree: [], titleChinese: null, gist: '' };
  return { id, version: 1, ...texts, categories: [], basis: 'abstract', basisStated: true, failed: false, ...change };
}

function report(entries: ReportEntry[]): ReportRecord {
  return {
    id: '2026-06-22|日报',
    date: '2026-06-22',
    title: '日报',
    source: '日报',
    summary: null,
    entries,
    importedAt: 0,
  };
}

const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
const many = (count: number) => Array.from({ length: count }, (_, index) => entry(String(index)));

describe('the groups of a report', () => {
  test.each<[string, Partial<ReportEntry>]>([
    ['its title', { title: 'Training GANs' }],
    ['its Chinese title', { titleChinese: '用 GAN 训练' }],
    ['what it is about', { gist: '一种 GAN。' }],
  ])('have a paper first that has a keyword in %s', (_, change) => {
    const grouped = groupReport(report([...many(100), entry('hit', change)]), ['gan']);
    expect(ids(grouped.first)).toEqual(['hit']);
    expect(grouped.rest).toHaveLength(100);
  });

  test.each<[string, string[]]>([
    ['the word within another word', ['aper']],
    ['no keyword', []],
    ['an empty keyword', [' ']],
  ])('fold what is beyond one screen of a long day by %s', (_, keywords) => {
    const grouped = groupReport(report(many(500)), keywords);
    expect([grouped.first.length, grouped.rest.length]).toEqual([60, 440]);
  });

  test('leave a short day whole, and fold what was there before', () => {
    const grouped = groupReport(report([...many(10), entry('old', { seenOn: '2026-06-19' })]), []);
    expect([grouped.first.length, grouped.rest.length, ids(grouped.seen)]).toEqual([10, 0, ['old']]);
  });

  test('have a paper that stands in the report twice once, as the better analysis has it', () => {
    const grouped = groupReport(report([entry('1'), entry('2'), entry('1', { basis: 'full', gist: '全文' })]), []);
    expect(grouped.first.map(({ id, gist }) => [id, gist])).toEqual([
      ['1', '全文'],
      ['2', ''],
    ]);
  });
});
