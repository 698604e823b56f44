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

/** What version 2 added; as little to be edited. */
const VERSION_2 = {
  analyses: 'key, paperId, reportId, writing.writtenAt',
  models: 'id',
  keys: 'modelId',
  jobs: 'id, state',
  texts: 'id, fetchedAt',
};

/** What version 3 added; as little to be edited. */
const VERSION_3 = {
  feeds: 'id',
  feedStates: 'feedId',
  feedDays: 'key, feedId',
  appearances: 'paperId',
  announcements: 'date',
};

/** What version 4 added; as little to be edited. */
const VERSION_4 = {
  answers: 'key, keptAt',
  news: 'date',
  dailyState: 'id',
  dismissals: 'paperId, dismissedAt',
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

  test('of version 2 opens with everything that was in it, and knows which papers had come before', async () => {
    const old = new Dexie('golden-2');
    old.version(1).stores(VERSION_1);
    old.version(2).stores(VERSION_2);
    for (const [table, row] of Object.entries(ROWS)) await old.table(table).add(row);
    const entries = [
      { id: '1706.03762', title: 'Attention' },
      { id: '1810.04805', title: 'BERT' },
    ];
    await old.table('reports').add({ ...ROWS['reports'], id: '2026-11-23|示例', date: '2026-11-23', entries });
    await old
      .table('reports')
      .add({ ...ROWS['reports'], id: '2026-11-19|示例', date: '2026-11-19', entries: entries.slice(0, 1) });
    old.close();

    const library = new LibraryDb('golden-2');
    for (const table of Object.keys(ROWS).filter((name) => name !== 'reports')) {
      expect(await library.table(table).toArray()).toEqual([ROWS[table]]);
    }
    expect(await library.reports.get('2026-11-20|示例')).toEqual(ROWS['reports']);
    expect((await library.reports.get('2026-11-23|示例'))?.entries).toEqual([
      { id: '1706.03762', title: 'Attention', seenOn: '2026-11-19' },
      { id: '1810.04805', title: 'BERT' },
    ]);
    expect(await library.appearances.toArray()).toEqual([
      { paperId: '1706.03762', reportIds: ['2026-11-19|示例', '2026-11-23|示例'] },
      { paperId: '1810.04805', reportIds: ['2026-11-23|示例'] },
    ]);
    for (const table of ['feeds', 'feedStates', 'feedDays', 'announcements']) {
      expect(await library.table(table).count()).toBe(0);
    }
    library.close();
  });

  test('of version 3 opens with everything that was in it, and has room for what a day’s report is made of', async () => {
    const old = new Dexie('golden-3');
    old.version(1).stores(VERSION_1);
    old.version(2).stores(VERSION_2);
    old.version(3).stores(VERSION_3);
    const rows = {
      ...ROWS,
      feeds: { id: 'a', name: '日报', subscribedAt: 5 },
      feedStates: { feedId: 'a', jitter: 0.5 },
      feedDays: { key: 'a|2026-11-20', feedId: 'a' },
      appearances: { paperId: '1706.03762', reportIds: ['2026-11-20|示例'] },
      announcements: { date: '2026-11-20', categories: ['cs.CV'], fetchedAt: 1, items: [] },
    };
    for (const [table, row] of Object.entries(rows)) await old.table(table).add(row);
    old.close();

    const library = new LibraryDb('golden-3');
    for (const [table, row] of Object.entries(rows)) expect(await library.table(table).toArray()).toEqual([row]);
    for (const table of ['answers', 'news', 'dailyState', 'dismissals']) {
      expect(await library.table(table).count()).toBe(0);
    }
    expect(await library.dismissals.orderBy('dismissedAt').toArray()).toEqual([]);
    library.close();
  });

  test('of version 4 opens with everything that was in it, and what its reader brought in is ready to travel', async () => {
    const old = new Dexie('golden-4');
    old.version(1).stores(VERSION_1);
    old.version(2).stores(VERSION_2);
    old.version(3).stores(VERSION_3);
    old.version(4).stores(VERSION_4);
    const rows = { ...ROWS, dismissals: { paperId: '1810.04805', dismissedAt: 9 } };
    for (const [table, row] of Object.entries(rows)) await old.table(table).add(row);
    old.close();

    const library = new LibraryDb('golden-4');
    for (const [table, row] of Object.entries(rows)) expect(await library.table(table).toArray()).toEqual([row]);
    expect(await library.edits.toArray()).toEqual([
      { key: '1706.03762|note|', at: 7_000, by: '', value: '要读', segment: 0 },
      { key: '1706.03762|saved', at: 7_000, by: '', value: 7, segment: 0 },
      { key: '1706.03762|tag|注意力', at: 7_000, by: '', value: 0, segment: 0 },
      { key: '1810.04805|dismissed', at: 9_000, by: '', value: 9, segment: 0 },
      { key: 'settings|language', at: 1, by: '', value: 'en', segment: 0 },
    ]);
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
    const left = (await indexedDB.databases()).find(({ name }) => name === 'newer');
    expect(left?.version).toBe(990);
  });
});
