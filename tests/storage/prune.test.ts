import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Paper, Report } from '@/core/paper';
import { db } from '@/storage/db';
import { markAllSeen, markSeen, setSaved } from '@/storage/marks';
import { pruneLibrary } from '@/storage/prune';
import { readReportText } from '@/storage/reports';
import { changeSettings } from '@/storage/settings';
import { takeReport } from '@/storage/take-report';
import { sampleAnalysis } from '../library-samples';

const DAY = 24 * 3_600_000;
const IDS = ['2606.00001', '2606.00002', '2606.00003', '2606.00004', '2606.00005'];

function report(date: string, ids: readonly string[]): Report {
  const papers = ids.map((id): Paper => {
    const analysis = { markdown: '数数。', basis: 'full' as const, sections: [] };
    const blank = { version: 1, titleChinese: null, authors: [], published: null, categories: [], abstract: '' };
    return { ...blank, id, title: id, analysis, failure: null, keyFindings: [], links: [], extra: {}, saved: null };
  });
  return { kind: 'report', date, title: '日报', summary: null, papers, layout: null };
}

const papersLeft = () => db.papers.toCollection().primaryKeys();

describe('what nobody saved or opened', () => {
  beforeEach(async () => {
    await takeReport(report('2026-06-19', IDS), { now: 0 });
    await setSaved('2606.00001', true, 1);
    await markSeen('2606.00002', 1);
    await takeReport(report('2026-06-22', ['2606.00003']), { now: 3 * DAY });
    await db.analyses.put(sampleAnalysis({ key: 'own', paperId: '2606.00004', reportId: null }));
  });
  afterEach(() => Promise.all(db.tables.map((table) => table.clear())));

  test('is taken out ninety days after it came, and nothing else is', async () => {
    await pruneLibrary(91 * DAY);
    expect(await papersLeft()).toEqual(IDS.slice(0, 4));
    expect(await db.analyses.where('paperId').equals('2606.00005').count()).toBe(0);
    expect(await db.guides.get('2606.00005')).toBeUndefined();
    expect(await db.guides.get('2606.00001')).toMatchObject({ saved: true });
  });

  test('leaves the report and its text as they are, and the day on which its papers were there', async () => {
    const before = await readReportText('2026-06-19|日报');
    await pruneLibrary(91 * DAY);
    expect(await readReportText('2026-06-19|日报')).toEqual(before);
    expect((await db.reports.get('2026-06-19|日报'))?.entries).toHaveLength(IDS.length);
    expect(await db.appearances.count()).toBe(IDS.length);
  });

  test('goes with the last report that has it', async () => {
    await pruneLibrary(91 * DAY);
    await pruneLibrary(94 * DAY);
    expect(await papersLeft()).toEqual(['2606.00001', '2606.00002', '2606.00004']);
  });

  test('is not kept by being marked as seen unopened', async () => {
    expect(await markAllSeen(IDS, 1)).toContain('2606.00005');
    await pruneLibrary(91 * DAY);
    expect(await papersLeft()).toEqual(IDS.slice(0, 4));
  });

  test.each([
    ['before that', 89 * DAY, {}],
    ['when the reader wants all kept', 1_000 * DAY, { keepDays: 0 }],
    ['before the reader’s own number of days', 200 * DAY, { keepDays: 365 }],
  ])('stays %s', async (_, now, settings) => {
    await changeSettings(settings);
    await pruneLibrary(now);
    expect(await papersLeft()).toEqual(IDS);
  });

  test('comes back when its report is brought again', async () => {
    await pruneLibrary(91 * DAY);
    await takeReport(report('2026-06-19', IDS), { now: 92 * DAY });
    expect(await papersLeft()).toEqual(IDS);
    expect(await db.guides.get('2606.00005')).toMatchObject({ guides: [{ date: '2026-06-19' }] });
  });

  test('is all there when it is stopped in between', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(pruneLibrary(91 * DAY, stopped)).rejects.toThrow('stopped');
    expect(await papersLeft()).toEqual(IDS);
  });
});
