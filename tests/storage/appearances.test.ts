import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Paper, Report } from '@/core/paper';
import { db } from '@/storage/db';
import { setDismissed } from '@/storage/marks';
import { takeReport } from '@/storage/take-report';

const DAY = 24 * 3_600_000;

afterEach(() => Promise.all(db.tables.map((table) => table.clear())));

function paper(id: string, change: Partial<Paper> = {}): Paper {
  return {
    id,
    version: 1,
    title: `Paper ${id}`,
    titleChinese: null,
    authors: ['A'],
    published: null,
    categories: ['cs.CV'],
    abstract: 'We count.',
    analysis: { markdown: '数数。', basis: 'full', sections: [{ part: 'gist', title: '', markdown: '数数。' }] },
    failure: null,
    keyFindings: [],
    links: [],
    extra: {},
    saved: null,
    ...change,
  };
}

function report(date: string | null, ids: string[], change: Partial<Report> = {}): Report {
  const papers = ids.map((id) => paper(id));
  return { kind: 'report', date, title: '日报', summary: null, papers, layout: null, ...change };
}

const take = (day: Report, feedId?: string) =>
  takeReport(day, { now: DAY, origin: feedId === undefined ? null : { feedId, name: feedId, via: 'example.org' } });

/** The papers of a report that were seen before, with the day. */
async function seenIn(reportId: string): Promise<Record<string, string>> {
  const entries = (await db.reports.get(reportId))?.entries ?? [];
  return Object.fromEntries(entries.flatMap(({ id, seenOn }) => (seenOn === undefined ? [] : [[id, seenOn]])));
}

describe('a paper that comes again', () => {
  test('is marked with the first day on which it was there', async () => {
    await take(report('2026-06-19', ['2606.00001', '2606.00002']));
    await take(report('2026-06-22', ['2606.00002', '2606.00003']));
    await take(report('2026-06-23', ['2606.00002', '2606.00003', '2606.00004']));
    expect(await seenIn('2026-06-19|日报')).toEqual({});
    expect(await seenIn('2026-06-22|日报')).toEqual({ '2606.00002': '2026-06-19' });
    expect(await seenIn('2026-06-23|日报')).toEqual({ '2606.00002': '2026-06-19', '2606.00003': '2026-06-22' });
  });

  test('is marked the same when the days come in another order', async () => {
    await take(report('2026-06-23', ['2606.00002']));
    await take(report('2026-06-22', ['2606.00002']));
    await take(report('2026-06-19', ['2606.00002']));
    expect(await seenIn('2026-06-22|日报')).toEqual({ '2606.00002': '2026-06-19' });
    expect(await seenIn('2026-06-23|日报')).toEqual({ '2606.00002': '2026-06-19' });
  });

  test.each([
    ['on the same day in another feed', report('2026-06-19', ['2606.00001'], { title: '另一份' })],
    ['in a report without a day', report(null, ['2606.00001'])],
    ['in the same report again', report('2026-06-19', ['2606.00001'])],
  ])('%s is not one that was seen before', async (_, again) => {
    await take(report('2026-06-19', ['2606.00001']));
    await take(again);
    for (const { id } of await db.reports.toArray()) expect(await seenIn(id)).toEqual({});
  });

  test('is new again when a mended copy of the earlier day no longer has it', async () => {
    await take(report('2026-06-19', ['2606.00001', '2606.00002']));
    await take(report('2026-06-22', ['2606.00002']));
    await take(report('2026-06-19', ['2606.00001']));
    expect(await seenIn('2026-06-22|日报')).toEqual({});
    expect(await db.appearances.get('2606.00002')).toEqual({ paperId: '2606.00002', reportIds: ['2026-06-22|日报'] });
  });
});

const at = (day: string) => Date.parse(`${day}T14:00+08:00`);

describe('a paper that was dismissed from what a day left out', () => {
  test('is marked where a later day has it, and still is when an earlier day comes in after that', async () => {
    await setDismissed('2606.00001', true, at('2026-06-19'));
    await take(report('2026-06-22', ['2606.00001', '2606.00002']));
    expect(await seenIn('2026-06-22|日报')).toEqual({ '2606.00001': '2026-06-19' });
    await take(report('2026-06-21', ['2606.00001'], { title: '另一份' }));
    expect(await seenIn('2026-06-22|日报')).toEqual({ '2606.00001': '2026-06-19' });
  });

  test('is not marked on that day, nor before, nor once that is taken back', async () => {
    await setDismissed('2606.00001', true, at('2026-06-19'));
    for (const day of ['2026-06-19', '2026-06-18']) await take(report(day, ['2606.00001']));
    expect(await seenIn('2026-06-18|日报')).toEqual({});
    await setDismissed('2606.00002', true, at('2026-06-19'));
    await setDismissed('2606.00002', false, at('2026-06-20'));
    await take(report('2026-06-22', ['2606.00002']));
    expect(await seenIn('2026-06-22|日报')).toEqual({});
  });
});

describe('the same day', () => {
  test('of two feeds under one title is kept twice', async () => {
    await take(report('2026-06-19', ['2606.00001']), 'a');
    await take(report('2026-06-19', ['2606.00001']), 'b');
    expect(await db.reports.toCollection().primaryKeys()).toEqual(['2026-06-19|日报', '2026-06-19|日报|b']);
    expect(await db.analyses.count()).toBe(2);
  });

  test.each([
    ['from a file and then from a feed', undefined, 'a'],
    ['from a feed and then from a file', 'a', undefined],
    ['from one feed twice', 'a', 'a'],
  ])('%s is kept once', async (_, first, second) => {
    await take(report('2026-06-19', ['2606.00001']), first);
    await take(report('2026-06-19', ['2606.00001', '2606.00002']), second);
    expect(await db.reports.toCollection().primaryKeys()).toEqual(['2026-06-19|日报']);
    expect(await db.analyses.count()).toBe(2);
  });
});
