import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { LIST_ORDERS, type ListOrder, orderFor } from '@/core/library/list-order';
import { type OwnSource, parseRoute } from '@/core/library/routes';
import { db } from '@/storage/db';
import { beginLibraryLook, FIRST_ROWS } from '@/storage/first-library-look';
import { readListKeys } from '@/storage/list-keys';
import { readListRows } from '@/storage/list-rows';
import { countTags, markSeen, setDismissed, setSaved, setStatus } from '@/storage/marks';
import { holdsPapers } from '@/storage/papers';
import { latestListing } from '@/storage/reports';
import { updateIndex } from '@/storage/search-indexer';
import { changeSettings, readSettings } from '@/storage/settings';
import { sampleGuide, samplePaper } from '../library-samples';
import { setTags } from '../saves';

afterEach(async () => {
  if (!db.isOpen()) await db.open();
  await Promise.all(db.tables.map((table) => table.clear()));
});

const idAt = (at: number) => `2401.${String(10_000 + at)}`;

/** More papers than are looked at first, with marks of every kind on some of them. */
async function fill(): Promise<void> {
  const ids = [...Array.from({ length: 40 }, (_, at) => idAt(at)), 'math/0309136', 'hep-th/9901001'];
  await db.papers.bulkPut(ids.map((id, at) => samplePaper({ id, title: `Title ${(at * 7) % 40}` })));
  await db.guides.put({ paperId: idAt(38), guideVersion: 1, guides: [sampleGuide()], saved: false });
  for (let at = 0; at < 20; at += 1) await setSaved(idAt(at * 2), true, 1 + (at % 7));
  await setSaved(idAt(39), true, 3);
  await setSaved(idAt(39), false, 4);
  await setTags(idAt(0), ['三维', '视频']);
  await setTags(idAt(2), ['视频']);
  await setTags(idAt(39), ['视频']); // saved again by it
  await setSaved(idAt(39), false, 5);
  await setStatus(idAt(4), 'reading', 6);
  await markSeen(idAt(37), 1);
  await setDismissed(idAt(35), true, 1);
  await db.dismissals.put({ paperId: idAt(36), dismissedAt: 2 }); // which is saved
  await db.reports.bulkPut(
    ['2025-12-29', '2025-12-30'].map((date) => ({
      id: `${date}|A`,
      date,
      title: 'A',
      source: 'A',
      summary: null,
      entries: [],
      importedAt: 0,
    })),
  );
  await updateIndex(new AbortController().signal);
}

/** What the page reads where there is no first look. */
async function readWithDexie(hash: string) {
  const route = parseRoute(hash);
  const source = (route.kind === 'list' ? route.source : null) as OwnSource; // as: no test asks this for a report
  const settings = await readSettings();
  const ids = await readListKeys(source, orderFor(source, settings.listOrder));
  return {
    hash,
    settings,
    places: { ...(await holdsPapers()), newest: await latestListing(), tags: await countTags() },
    list: { ids, rows: await readListRows(ids.slice(0, FIRST_ROWS)) },
  };
}

describe('the first look', () => {
  test.each(
    LIST_ORDERS.filter((order) => order !== 'title').flatMap((order) =>
      ['#/all', '#/', ''].map((hash) => [hash, order] as const),
    ),
  )('at %j gives what the library itself gives, in the order %s', async (hash, listOrder: ListOrder) => {
    await fill();
    await changeSettings({ listOrder, language: 'en' });
    const look = await beginLibraryLook(hash);
    expect(look).toEqual(await readWithDexie(hash));
    expect(look?.list.ids).toHaveLength(hash === '#/all' ? 42 : 20);
    expect(look?.list.rows.size).toBe(FIRST_ROWS);
  });

  test('gives an empty library as empty', async () => {
    await db.open();
    expect(await beginLibraryLook('#/')).toEqual(await readWithDexie('#/'));
  });

  test.each([
    '#/tag/视频', '#/to-read', '#/dismissed', '#/written', '#/author/Ann', '#/report/2025-12-30', '#/paper/2401.10001',
    '#/all/paper/2401.10001', '#/import', '#/charts', '#/nothing',
  ])('leaves %s to the page', async (hash) => {
    await fill();
    expect(await beginLibraryLook(hash)).toBeNull();
  }); // prettier-ignore

  test('leaves a list by title to the page', async () => {
    await fill();
    await changeSettings({ listOrder: 'title' });
    expect(await beginLibraryLook('#/all')).toBeNull();
  });

  test('leaves all papers to the page while the index does not know them', async () => {
    await db.papers.put(samplePaper());
    expect(await beginLibraryLook('#/all')).toBeNull();
    await updateIndex(new AbortController().signal);
    expect((await beginLibraryLook('#/all'))?.list.ids).toEqual([samplePaper().id]);
    await db.papers.put(samplePaper({ id: '2401.00001' }));
    expect(await beginLibraryLook('#/all')).toBeNull();
    await updateIndex(new AbortController().signal);
    expect((await beginLibraryLook('#/all'))?.list.ids).toEqual(['2401.00001', samplePaper().id]);
  });

  test('leaves a saved paper of which nothing is known to the page', async () => {
    await fill();
    await db.papers.delete(idAt(6));
    expect(await beginLibraryLook('#/')).toBeNull();
  });

  test('leaves thousands of saved papers to the page', async () => {
    const ids = Array.from({ length: 3_000 }, (_, at) => idAt(at));
    await db.papers.bulkPut(ids.map((id) => samplePaper({ id })));
    const saves = ids.map((paperId, at) => ({ paperId, savedAt: at + 1, tags: [], note: '' }));
    await db.saves.bulkPut(saves.slice(1));
    expect((await beginLibraryLook('#/'))?.list.ids).toHaveLength(2_999);
    await db.saves.bulkPut(saves);
    expect(await beginLibraryLook('#/')).toBeNull();
  });

  test('reads nothing where there is no library, and leaves none behind', async () => {
    await db.delete();
    expect(await beginLibraryLook('#/')).toBeNull();
    expect(await indexedDB.databases()).toEqual([]);
  });

  test('reads nothing of a library of another version', async () => {
    db.close();
    await db.delete();
    const newer = new Dexie('library');
    newer.version(99).stores({ reports: 'id' });
    await newer.open();
    expect(await beginLibraryLook('#/')).toBeNull();
    await newer.delete();
  });

  test('closes the library, so that an update can change it', async () => {
    await fill();
    await beginLibraryLook('#/all');
    db.close();
    await db.delete(); // would wait for a connection left open
    expect(await indexedDB.databases()).toEqual([]);
  });
});
