import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { Dexie, liveQuery, type ObservabilitySet } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { db } from '@/storage/db';
import { countPapers, readIndexedIds } from '@/storage/list-index';
import { readListKeys } from '@/storage/list-keys';
import { updateIndex } from '@/storage/search-indexer';
import { samplePaper } from '../library-samples';
import { setNote } from '../saves';

const clear = () => Promise.all(db.tables.map((table) => table.clear()));
afterEach(clear);

const index = () => updateIndex(new AbortController().signal);
const keys = () => db.papers.orderBy('id').primaryKeys();
const IDS = ['0704.0001', '1412.9999', '1501.00001', '2512.00012', '2512.23705', 'astro-ph/9901001', 'math/0309136'];

test('is asked for nothing before the index has seen all papers', async () => {
  await db.papers.bulkPut(IDS.map((id) => samplePaper({ id })));
  expect(await readIndexedIds()).toBeNull();
  expect(await countPapers()).toBe(IDS.length);
  await index();
  expect(await readIndexedIds()).toEqual(await keys());
});

type Step = { kind: 'put' | 'delete' | 'note' | 'index'; id: string };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('put', 'put', 'delete', 'note', 'index'),
  id: fc.constantFrom(...IDS),
});

test('names the papers that there are, whatever was written since and however far the index is behind', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      await clear();
      await index();
      for (const { kind, id } of steps) {
        if (kind === 'put') await db.papers.put(samplePaper({ id }));
        else if (kind === 'delete') await db.papers.delete(id);
        else if (kind === 'note') await setNote(id, `about ${steps.length}`);
        else await index();
      }
      expect(await readIndexedIds()).toEqual(await keys());
      expect(await readListKeys({ kind: 'all' }, 'marked')).toEqual(await keys());
      expect(await countPapers()).toBe((await keys()).length);
    }),
    { numRuns: 60 },
  );
});

test('leaves a library of which much waits to itself', async () => {
  await index();
  const many = Array.from({ length: 1_001 }, (_, at) => samplePaper({ id: `2401.${10_000 + at}` }));
  await db.papers.bulkPut(many);
  expect(await readIndexedIds()).toBeNull();
  expect(await readListKeys({ kind: 'all' }, 'marked')).toHaveLength(1_001);
});

test('is not read anew with each step of the index, but with each paper that comes', async () => {
  await index();
  const many = Array.from({ length: 1_500 }, (_, at) => samplePaper({ id: `2401.${10_000 + at}` }));
  await db.papers.bulkPut(many);
  const read: number[] = [];
  const subscription = liveQuery(async () => (await readListKeys({ kind: 'all' }, 'marked')).length).subscribe(
    (count) => read.push(count),
  );
  try {
    await vi.waitUntil(() => read.length > 0);
    await index();
    await db.papers.put(samplePaper({ id: '2512.00012' }));
    await vi.waitUntil(() => read.at(-1) === 1_501);
    expect(read).toEqual([1_500, 1_501]);
    await index();
    await db.papers.delete('2512.00012');
    await vi.waitUntil(() => read.at(-1) === 1_500);
  } finally {
    subscription.unsubscribe();
  }
});

test('tells no view what the index writes for searches', async () => {
  const told: string[] = [];
  const listen = (parts: ObservabilitySet) => void told.push(...Object.keys(parts));
  Dexie.on('storagemutated', listen);
  try {
    await db.papers.bulkPut(IDS.map((id) => samplePaper({ id })));
    await index();
  } finally {
    Dexie.on.storagemutated.unsubscribe(listen);
  }
  expect(await db.searchPages.count()).toBeGreaterThan(0);
  expect(told).toContain('idb://library/searchState/');
  expect(told.filter((part) => /searchPages|searchWords/.test(part))).toEqual([]);
});
