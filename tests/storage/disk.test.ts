import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '@/storage/db';
import { requireRoom } from '@/storage/guard';
import { setSaved } from '@/storage/marks';
import { savedPapers } from '@/storage/papers';
import { readFree } from '@/storage/disk';
import { writeBatches } from '@/storage/write-batch';

const QUOTA = 100_000_000;

/** The disk of the browser, with so many bytes of room on it. */
function haveRoom(bytes: number): void {
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ quota: QUOTA, usage: QUOTA - bytes }) } });
}

describe('a disk', () => {
  beforeEach(async () => {
    haveRoom(QUOTA);
    await readFree();
    await Promise.all(db.tables.map((table) => table.clear()));
    await setSaved('2512.00001', true, 1);
  });
  afterEach(() => vi.unstubAllGlobals());

  test('with room is written to', async () => {
    haveRoom(8_000_000);
    await requireRoom();
    await writeBatches([]);
    await setSaved('2512.00002', true, 2);
    expect(await savedPapers()).toHaveLength(2);
  });

  test('with little room takes what the reader notes, and no report', async () => {
    haveRoom(7_999_999);
    await expect(requireRoom()).rejects.toMatchObject({ code: 'storage-full' });
    await expect(writeBatches([])).rejects.toMatchObject({ code: 'storage-full' });
    await setSaved('2512.00002', true, 2);
    expect(await savedPapers()).toHaveLength(2);
  });

  test('without room is not written to at all, and can be read', async () => {
    haveRoom(999_999);
    await readFree();
    await expect(setSaved('2512.00002', true, 2)).rejects.toMatchObject({ code: 'storage-full' });
    expect(await savedPapers()).toMatchObject([{ paper: { id: '2512.00001' } }]);
  });

  test('that has room again takes the next write', async () => {
    haveRoom(0);
    await readFree();
    haveRoom(QUOTA);
    await setSaved('2512.00002', true, 2);
    expect(await savedPapers()).toHaveLength(2);
  });

  test.each([
    ['a browser without the question', {}],
    ['one that refuses to tell', { storage: { estimate: () => Promise.reject(new TypeError('no')) } }],
    ['one that knows of no limit', { storage: { estimate: () => Promise.resolve({}) } }],
    [
      'one of a private window that says nothing',
      { storage: { estimate: () => Promise.resolve({ quota: 0, usage: 0 }) } },
    ],
  ])('of %s counts as one with room', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator);
    await requireRoom();
    await setSaved('2512.00002', true, 2);
    expect(await savedPapers()).toHaveLength(2);
  });
});
