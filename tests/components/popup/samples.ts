import { type DayEntry, type Day, mergeDay } from '@/core/library/day';
import type { ReportRecord } from '@/core/library/records';

/** A paper of the day as the library lists it, with what a test changes. */
export function entry(change: Partial<DayEntry> = {}): DayEntry {
  return {
    id: '2512.00001',
    version: 1,
    title: 'Flex-$π$: A Paper',
    titleTree: ['Flex-', ['math', null, ['mi', null, 'π']], ': A Paper'],
    titleChinese: null,
    gist: '一句话说清这篇论文。',
    categories: ['cs.CV', 'cs.RO'],
    basis: 'full',
    basisStated: true,
    failed: false,
    sources: ['计算机视觉日报'],
    ...change,
  };
}

/** A day's report as the library keeps it, with what a test changes. */
export function report(change: Partial<ReportRecord> = {}): ReportRecord {
  return {
    id: '2025-12-30|A Report',
    date: '2025-12-30',
    title: 'A Report',
    source: '计算机视觉日报',
    summary: null,
    entries: [entry()],
    importedAt: 0,
    ...change,
  };
}

/** A day of these reports; of one, if none is given. */
export function day(...reports: ReportRecord[]): Day {
  return mergeDay(reports.length > 0 ? reports : [report()]);
}
