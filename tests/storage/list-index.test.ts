import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
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
