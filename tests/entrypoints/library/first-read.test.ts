import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { readFirst } from '@/entrypoints/library/first-read';
import { db } from '@/storage/db';
import { beginLibraryLook } from '@/storage/first-library-look';
import { setSaved } from '@/storage/marks';
import { updateIndex } from '@/storage/search-indexer';
import { samplePaper } from '../../library-samples';

const IDS = ['2401.00001', '2401.00002', '2401.00003'];

afterEach(async () => {
  delete globalThis.daoduLibraryLook;
  await Promise.all(db.tables.map((table) => table.clear()));
});

async function fill(): Promise<void> {
  await db.papers.bulkPut(IDS.map((id) => samplePaper({ id })));
  await setSaved('2401.00002', true, 1);
  await updateIndex(new AbortController().signal);
}

const idsOf = async (hash: string) => (await readFirst(hash))?.list?.data.parts.flatMap(({ ids }) => ids);

describe('what the page is drawn from at first', () => {
  test.each(['#/', '#/all'])('is the same at %s with a look and without one', async (hash) => {
    await fill();
    const without = await readFirst(hash);
    globalThis.daoduLibraryLook = beginLibraryLook(hash);
    expect(await readFirst(hash)).toEqual(without);
    expect(without?.list?.rows.size).toBe(hash === '#/' ? 1 : 3);
  });

  test('is what the look has read', async () => {
    await fill();
    const look = await beginLibraryLook('#/all');
    globalThis.daoduLibraryLook = Promise.resolve(look && { ...look, list: { ...look.list, ids: ['2401.00003'] } });
    expect(await idsOf('#/all')).toEqual(['2401.00003']);
  });

  test('is no look at another place', async () => {
    await fill();
    globalThis.daoduLibraryLook = beginLibraryLook('#/all');
    expect(await idsOf('#/')).toEqual(['2401.00002']);
    expect(await idsOf('#/dismissed')).toEqual([]);
    expect(await idsOf('#/import')).toBeUndefined();
  });
});
