import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import { db, LibraryDb } from '@/storage/db';
import { searchLibrary } from '@/storage/search';
import { updateIndex } from '@/storage/search-indexer';
import { writeBatch } from '@/storage/write-batch';
import { sampleIncoming, samplePaper } from '../library-samples';
import { setNote } from '../saves';

const IDS = Array.from({ length: 30 }, (_, index) => `2512.${10_001 + index}`);
const paperOf = (id: string) =>
  samplePaper({ id, title: `Paper ${id.slice(-2)} of many`, abstract: `nr${id.slice(-2)}` });

async function write(ids: readonly string[]): Promise<void> {
  const papers = ids.map((id) => sampleIncoming({ paper: paperOf(id), analyses: [], guides: [] }));
  await writeBatch({ papers, edition: 1, report: null, text: null });
}
const index = () => updateIndex(new AbortController().signal);
const search = (typed: string) => searchLibrary({ typed, order: 'newest', limit: 100, offset: 0 });
const find = async (typed: string) => (await search(typed)).ids;
const segmentsOf = async (table: typeof db.searchPages | typeof db.searchWords) =>
  new Set((await table.toArray()).map(({ segment }) => segment));

const queued = async () => (await db.searchQueue.toArray()).flatMap(({ ids }) => ids);

/** A signal that ends the work at the `count`-th place where it can be ended. */
function endAt(count: number): AbortSignal {
  let left = count;
  const { signal } = new AbortController();
  return Object.assign(signal, {
    throwIfAborted() {
      left -= 1;
      if (left === 0) throw new Error('died');
    },
  });
}

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

test('many small changes make few segments, and what was changed leaves nothing behind', async () => {
  await write(IDS);
  await index();
  for (let round = 0; round < 40; round++) {
    await setNote(IDS[round % IDS.length] ?? '', `round${round}`);
    await index();
  }
  const state = await db.searchState.get('index');
  expect(state?.segments.length).toBeLessThan(8);
  expect(await segmentsOf(db.searchPages)).toEqual(new Set(state?.segments.map(({ id }) => id)));
  expect(await find('round39')).toEqual([IDS[9]]);
  expect(await find('round9')).toEqual([]);
  expect(await find('many')).toHaveLength(30);
  expect(await find('round')).toHaveLength(30);
});

test('knows titles as they are written, for lists that are sorted by them', async () => {
  await write(IDS.slice(0, 2));
  await index();
  const [first = '', second = ''] = IDS;
  await db.papers.update(first, { title: `“${paperOf(first).title}”` });
  await index();
  expect((await db.searchDocs.bulkGet([first, second])).map((row) => row?.title)).toEqual([
    `“${paperOf(first).title}”`,
    paperOf(second).title,
  ]);
});

test('is brought to its end by the next one, wherever the one before died', async () => {
  const wrong: string[] = [];
  for (let place = 1; place < 200; place++) {
    await Promise.all(db.tables.map((table) => table.clear()));
    await write(IDS.slice(0, 8));
    // Segments enough for a merge, so that deaths fall into that as well.
    for (const id of IDS.slice(0, 6)) {
      await setNote(id, 'early');
      await updateIndex(endAt(1_000));
    }
    await setNote(IDS[0] ?? '', 'late');
    await db.papers.delete(IDS[1] ?? '');
    const isDead = await updateIndex(endAt(place)).then(
      () => false,
      () => true,
    );
    const between = await search('of');
    if (between.total + between.pending < 7) wrong.push(`${place}: found ${between.total}, ${between.pending} to come`);
    await index();
    const found = JSON.stringify([await find('late'), (await find('early')).length, (await find('of')).length]);
    if (found !== JSON.stringify([[IDS[0]], 4, 7])) wrong.push(`${place}: ${found}`);
    const state = await db.searchState.get('index');
    const segments = JSON.stringify([...(await segmentsOf(db.searchPages))].toSorted((one, other) => one - other));
    if (segments !== JSON.stringify(state?.segments.map(({ id }) => id).toSorted((one, other) => one - other)))
      wrong.push(`${place}: ${segments}`);
    if (!isDead) break;
    expect(place).toBeLessThan(199);
  }
  expect(wrong).toEqual([]);
}, 60_000);

test('two at once lose nothing and find nothing twice', async () => {
  await write(IDS);
  await Promise.all([index(), index()]);
  await setNote(IDS[3] ?? '', 'noted');
  await Promise.all([index(), index(), index()]);
  expect(await find('many')).toEqual(IDS.toReversed());
  expect(await find('noted')).toEqual([IDS[3]]);
  expect(await search('')).toMatchObject({ total: 30, pending: 0 });
});

test('a library that was emptied has an empty index, also for a page that searched before', async () => {
  await write(IDS);
  await index();
  expect(await find('many')).toHaveLength(30);
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  expect(await search('')).toMatchObject({ ids: [], total: 0, pending: 0 });
  await write(IDS.slice(0, 2));
  await index();
  expect(await find('many')).toEqual([IDS[1], IDS[0]]);
});

test('papers that nobody queued are found by a comparison, and those that are gone go', async () => {
  await write(IDS.slice(0, 5));
  await index();
  const raw = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('library');
    opening.addEventListener('success', () => resolve(opening.result));
  });
  await new Promise<void>((resolve) => {
    const writing = raw.transaction('papers', 'readwrite');
    for (const id of IDS.slice(5)) writing.objectStore('papers').put(paperOf(id));
    writing.objectStore('papers').delete(IDS[0] ?? '');
    writing.addEventListener('complete', () => resolve());
  });
  raw.close();
  await setNote(IDS[1] ?? '', 'queued');
  await index();
  expect(await find('many')).toEqual(IDS.slice(1).toReversed());
  expect(await db.searchQueue.count()).toBe(0);
});

test('a library of before there was an index opens without any of the work, and is searched step by step', async () => {
  const name = 'golden-search';
  const old = new Dexie(name);
  old.version(4).stores({
    papers: 'id',
    analyses: 'key, paperId, reportId, writing.writtenAt',
    guides: 'paperId',
    saves: 'paperId, savedAt',
    dismissals: 'paperId, dismissedAt',
    settings: 'name',
  });
  await old.table('papers').bulkAdd(IDS.map(paperOf));
  old.close();
  const library = new LibraryDb(name);
  expect(await library.papers.count()).toBe(30);
  expect(await library.searchQueue.count()).toBe(0);
  expect(await library.searchState.count()).toBe(0);
  library.close();
  // The same rows, in the library that is searched.
  await db.papers.bulkAdd(IDS.map(paperOf));
  await db.searchQueue.clear();
  expect(await search('many')).toMatchObject({ total: 0, pending: 30 });
  await index();
  expect(await search('many')).toMatchObject({ total: 30, pending: 0 });
});

test('every write of searchable texts queues its papers in its transaction, and no other does', async () => {
  await write(IDS.slice(0, 3));
  expect(await queued()).toEqual(IDS.slice(0, 3));
  await db.searchQueue.clear();
  await db.analyses
    .where('paperId')
    .equals(IDS[0] ?? '')
    .delete();
  await db.visits.put({ paperId: IDS[0] ?? '', seenAt: 1 });
  await db.dismissals.put({ paperId: IDS[0] ?? '', dismissedAt: 1 });
  expect(await queued()).toEqual([]);
  await db.saves.update(IDS[1] ?? '', { note: 'x' });
  expect(await queued()).toEqual([]);
  await setNote(IDS[1] ?? '', 'x');
  await db.papers
    .where('id')
    .between(IDS[2] ?? '', IDS[2] ?? '', true, true)
    .delete();
  expect(await queued()).toEqual([IDS[1], IDS[2]]);
  await db.searchQueue.clear();
  await expect(
    db.transaction('rw', db.papers, async () => {
      await db.papers.put(paperOf(IDS[4] ?? ''));
      throw new Error('the write fails');
    }),
  ).rejects.toThrow('the write fails');
  expect(await queued()).toEqual([]);
});
