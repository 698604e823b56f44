import { describe, expect, test } from 'vitest';
import { type DayEntry, groupDay, mergeDay } from '@/core/library/day';
import type { ReportEntry, ReportRecord } from '@/core/library/records';

function entry(id: string, change: Partial<ReportEntry> = {}): ReportEntry {
  return {
    id,
    version: 1,
    title: id,
    titleTree: [id],
    titleChinese: null,
    gist: '',
    categories: ['cs.CV'],
    basis: 'full',
    basisStated: false,
    failed: false,
    ...change,
  };
}

function report(source: string, entries: ReportEntry[], change: Partial<ReportRecord> = {}): ReportRecord {
  const id = `2026-06-19|${source}`;
  return { id, date: '2026-06-19', title: source, source, summary: null, entries, importedAt: 0, ...change };
}

const ids = (entries: readonly DayEntry[]) => entries.map(({ id }) => id);

describe('a day of several reports', () => {
  test('has each paper once, with all sources that have it', () => {
    const day = mergeDay([report('A', [entry('1'), entry('2')]), report('B', [entry('2'), entry('3')])]);
    expect(ids(day.entries)).toEqual(['1', '2', '3']);
    expect(day.entries.map(({ sources }) => sources)).toEqual([['A'], ['A', 'B'], ['B']]);
  });

  test.each<[string, Partial<ReportEntry>, Partial<ReportEntry>]>([
    ['full text before abstract', { basis: 'full' }, { basis: 'abstract' }],
    ['an analysis before none', { basis: 'abstract' }, { basis: null }],
    ['an analysis before a failure', { basis: 'abstract' }, { basis: null, failed: true }],
    ['a newer version before an older one', { version: 2 }, { version: 1 }],
    ['Chinese before another language', {}, { language: 'en' }],
    ['full text before a newer version', { basis: 'full' }, { basis: 'abstract', version: 3 }],
  ])('takes %s, whichever comes first', (_, better, worse) => {
    const [good, bad] = [
      report('好', [entry('1', { ...better, gist: '好' })]),
      report('坏', [entry('1', { ...worse, gist: '坏' })]),
    ];
    expect(mergeDay([good, bad]).entries[0]?.gist).toBe('好');
    expect(mergeDay([bad, good]).entries[0]?.gist).toBe('好');
  });

  test('knows that an analysis failed in one of them, until another has it', () => {
    const failed = report('A', [entry('1', { basis: null, failed: true })]);
    const [listed, analysed] = [report('B', [entry('1', { basis: null })]), report('C', [entry('1')])];
    expect(mergeDay([listed, failed]).entries[0]?.failed).toBe(true);
    expect(mergeDay([failed, listed]).entries[0]?.failed).toBe(true);
    expect(mergeDay([failed, analysed]).entries[0]?.failed).toBe(false);
  });

  test('begins with what somebody chose, and ends with what has no analysis', () => {
    const summary = { sections: [], invented: false };
    const long = report('名单', [entry('1'), entry('2', { basis: null, failed: true }), entry('3')]);
    const chosen = report('精选', [entry('9'), entry('8'), entry('7'), entry('6')], { summary });
    expect(ids(mergeDay([long, chosen]).entries)).toEqual(['9', '8', '7', '6', '1', '3', '2']);
    const invented = { ...chosen, summary: { ...summary, invented: true } };
    expect(ids(mergeDay([long, invented]).entries)).toEqual(['1', '3', '9', '8', '7', '6', '2']);
  });

  test('without a report has nothing', () => expect(mergeDay([])).toEqual({ date: null, reports: [], entries: [] }));
});

const isTwo = ({ id }: DayEntry): boolean => id === '2';

describe('the groups of a day', () => {
  const many = mergeDay([report('甲', [entry('1'), entry('2'), entry('3', { seenOn: '2026-06-18' }), entry('4')])]);

  test.each<[string, ((one: DayEntry) => boolean) | null, number, string[], string[]]>([
    ['a short day is shown whole', null, 3, ['1', '2', '4'], []],
    ['a short day has hits first', isTwo, 3, ['2', '1', '4'], []],
    ['a long day has its hits, and the rest folded', isTwo, 2, ['2'], ['1', '4']],
    ['a long day without hits has its first papers', () => false, 2, ['1', '2'], ['4']],
    ['a long day without keywords has its first papers', null, 2, ['1', '2'], ['4']],
  ])('%s', (_, isWanted, most, first, rest) => {
    const grouped = groupDay(many, isWanted, most);
    expect([ids(grouped.first), ids(grouped.rest), ids(grouped.seen)]).toEqual([first, rest, ['3']]);
  });

  test('have papers without an analysis last, also those that are asked for', () => {
    const day = mergeDay([report('甲', [entry('1', { basis: null }), entry('2'), entry('3', { basis: null })])]);
    const grouped = groupDay(day, ({ id }) => id === '3', 3);
    expect(ids(grouped.first)).toEqual(['2', '3', '1']);
  });
});
