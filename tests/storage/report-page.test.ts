import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Paper, Report } from '@/core/paper';
import { readAnnounced, wantedCategories } from '@/storage/announcements';
import { bringBack } from '@/storage/bring-back';
import { db } from '@/storage/db';
import { setSaved } from '@/storage/marks';
import { keptPapers } from '@/storage/papers';
import { pruneLibrary } from '@/storage/prune';
import { listReports, readFailure, readReport, readReportText } from '@/storage/reports';
import { changeSettings } from '@/storage/settings';
import { takeReport } from '@/storage/take-report';

const DAY = 24 * 3_600_000;
const ID = '2026-06-19|日报';
const ORIGIN = { feedId: 'f', name: '某源', via: 'raw.githubusercontent.com' };

function paper(id: string, change: Partial<Paper> = {}): Paper {
  const analysis = { markdown: '数数。', basis: 'full' as const, sections: [] };
  const blank = { version: 1, titleChinese: null, authors: [], published: null, categories: ['cs.CV'], abstract: '' };
  return {
    ...blank,
    id,
    title: id,
    analysis,
    failure: null,
    keyFindings: [],
    links: [],
    extra: {},
    saved: null,
    ...change,
  };
}

function report(papers: Paper[], date = '2026-06-19'): Report {
  return { kind: 'report', date, title: '日报', summary: null, papers, layout: null };
}

afterEach(() => Promise.all(db.tables.map((table) => table.clear())));

describe('a report that was pruned', () => {
  test('comes back whole from its own text, as if it were new', async () => {
    const text = report([paper('2606.00001'), paper('2606.00002')]);
    await takeReport(text, { now: 0 });
    await setSaved('2606.00001', true, 1);
    await pruneLibrary(91 * DAY);
    expect([...(await keptPapers(['2606.00001', '2606.00002']))]).toEqual(['2606.00001']);

    expect(await bringBack(ID, 92 * DAY)).toMatchObject({ reportId: ID, added: 1 });
    expect([...(await keptPapers(['2606.00001', '2606.00002']))]).toHaveLength(2);
    expect(await readReport(ID)).not.toHaveProperty('prunedAt');
    await pruneLibrary(100 * DAY);
    expect([...(await keptPapers(['2606.00002']))]).toEqual(['2606.00002']);
  });

  test('stays the report of its feed', async () => {
    await takeReport(report([paper('2606.00001')]), { now: 0, origin: ORIGIN });
    const before = await readReport(ID);
    await pruneLibrary(91 * DAY);
    await bringBack(ID, 92 * DAY);
    expect(await readReport(ID)).toEqual({ ...before, importedAt: 92 * DAY });
    expect(await db.reports.count()).toBe(1);
  });

  test('does not come back without its text, and nothing is written', async () => {
    await takeReport(report([paper('2606.00001')]), { now: 0 });
    await pruneLibrary(91 * DAY);
    await db.reportTexts.clear();
    expect(await bringBack(ID, 92 * DAY)).toBeNull();
    expect(await bringBack('2020-01-01|日报', 92 * DAY)).toBeNull();
    expect(await db.papers.count()).toBe(0);
  });

  test('keeps the text of the report', async () => {
    const text = report([paper('2606.00001')]);
    await takeReport(text, { now: 0 });
    await pruneLibrary(91 * DAY);
    expect(await readReportText(ID)).toEqual(text);
  });
});

describe('what a report’s source says in place of an analysis', () => {
  test('is found by report and paper, and nowhere else', async () => {
    const failed = paper('2606.00002', { analysis: null, failure: '请提供论文全文。' });
    await takeReport(report([paper('2606.00001'), failed]), { now: 0 });
    expect(await readFailure(ID, '2606.00002')).toBe('请提供论文全文。');
    expect(await readFailure(ID, '2606.00001')).toBeNull();
    expect(await readFailure('2026-06-20|日报', '2606.00002')).toBeNull();
  });
});

describe('the list of reports', () => {
  test('says by which host a feed’s report came, and of a file none', async () => {
    await takeReport(report([]), { now: 0, origin: ORIGIN });
    await takeReport(report([], '2026-06-20'), { now: 0 });
    expect((await listReports()).map(({ date, via }) => [date, via])).toEqual([
      ['2026-06-20', null],
      ['2026-06-19', 'raw.githubusercontent.com'],
    ]);
  });
});

describe('the categories of a day’s account', () => {
  test('are those that the reader follows', async () => {
    await takeReport(report([paper('2606.00001')]), { now: 0 });
    await changeSettings({ categories: ['cs.RO', 'cs.LG'] });
    expect(await wantedCategories('2026-06-19')).toEqual(['cs.RO', 'cs.LG']);
  });

  test('are the first categories of most papers of that day, where the reader follows none', async () => {
    const papers = ['cs.RO', 'cs.CV', 'cs.RO', 'cs.CV', 'cs.CV', 'cs.CL'].map((first, index) =>
      paper(`2606.0000${index}`, { categories: [first, 'cs.AI'] }),
    );
    await takeReport(report(papers), { now: 0 });
    expect(await wantedCategories('2026-06-19')).toEqual(['cs.CV', 'cs.RO']);
    expect(await wantedCategories('2026-06-20')).toEqual([]);
  });

  test('belong to an announcement of which nothing is known unless it was asked for', async () => {
    expect(await readAnnounced('2026-06-19')).toBeNull();
    await db.announcements.put({ date: '2026-06-19', categories: ['cs.CV'], fetchedAt: 1, items: [] });
    expect(await readAnnounced('2026-06-19')).toMatchObject({ categories: ['cs.CV'] });
  });
});
