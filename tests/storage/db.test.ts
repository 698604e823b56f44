import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { LibraryDb } from '@/storage/db';
import { sampleAnalysis, sampleGuide, samplePaper } from '../library-samples';

/** The library as version 1 made it; never to be edited, since readers have such libraries. */
const VERSION_1 = {
  papers: 'id',
  analyses: 'key, paperId, reportId',
  guides: 'paperId',
  reports: 'id, date',
  reportTexts: 'reportId',
  saves: 'paperId, savedAt',
  visits: 'paperId',
  settings: 'name',
};

const ROWS: Record<string, object> = {
  papers: samplePaper(),
  analyses: sampleAnalysis(),
  guides: { paperId: '1706.03762', guideVersion: 1, guides: [sampleGuide()], saved: true },
  reports: { id: '2026-11-20|示例', date: '2026-11-20', title: '示例', source: '示例日报', summary: null, entries: [] },
  reportTexts: { reportId: '2026-11-20|示例', report: { kind: 'report' } },
  saves: { paperId: '1706.03762', savedAt: 7, tags: ['注意力'], note: '要读' },
  visits: { paperId: '1706.03762', seenAt: 3 },
  settings: { name: 'settings', value: { language: 'en' } },
};

describe('the library', () => {
  test('of version 1 opens with everything that was in it, and has room for jobs and models', async () => {
    const old = new Dexie('golden-1');
    old.version(1).stores(VERSION_1);
    for (const [table, row] of Object.entries(ROWS)) await old.table(table).add(row);
    old.close();

    const library = new LibraryDb('golden-1');
    for (const [table, row] of Object.entries(ROWS)) expect(await library.table(table).toArray()).toEqual([row]);
    expect(await library.saves.orderBy('savedAt').primaryKeys()).toEqual(['1706.03762']);
    for (const table of ['models', 'keys', 'jobs', 'texts']) expect(await library.table(table).count()).toBe(0);
    library.close();
  });

  test('of a later version is left alone', async () => {
    const newer = new Dexie('newer');
    newer.version(99).stores({ papers: 'id' });
    await newer.open();
    newer.close();
    const library = new LibraryDb('newer');
    await expect(library.papers.count()).rejects.toMatchObject({ inner: { name: 'VersionError' } });
    library.close();
  });
});
