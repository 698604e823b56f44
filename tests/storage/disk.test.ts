import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { importAll } from '@/storage/bulk-import';
import { db } from '@/storage/db';
import { requireRoom } from '@/storage/guard';
import { setSaved } from '@/storage/marks';
import { savedPapers } from '@/storage/papers';
import { readFree } from '@/storage/disk';
import { takeDaily } from '@/storage/take-daily';
import { writeBatches } from '@/storage/write-batch';
import { sampleMade } from '../daily-samples';

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
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

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
    await expect(takeDaily(sampleMade(), 1)).rejects.toMatchObject({ code: 'storage-full' });
    await setSaved('2512.00002', true, 2);
    expect(await savedPapers()).toHaveLength(2);
  });

  test('without room is not written to at all, and can be read', async () => {
    haveRoom(999_999);
    await readFree();
    await expect(setSaved('2512.00002', true, 2)).rejects.toMatchObject({ code: 'storage-full' });
    expect(await savedPapers()).toMatchObject([{ paper: { id: '2512.00001' } }]);
  });

  test('is looked at by itself, behind whatever is read', async () => {
    haveRoom(0);
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
    expect(await savedPapers()).toHaveLength(1);
    await expect(setSaved('2512.00002', true, 2)).rejects.toMatchObject({ code: 'storage-full' });
  });

  test('with little room has no file opened', async () => {
    haveRoom(7_999_999);
    const begun: string[] = [];
    const ended: unknown[] = [];
    const end = await importAll(
      [
        { name: 'a.md', inFolder: false, file: new Blob(['# nothing']) },
        { name: 'b.md', inFolder: false, file: new Blob(['x']) },
      ],
      {
        now: 1,
        signal: new AbortController().signal,
        onFound: () => undefined,
        onBegin: (name) => begun.push(name),
        onShare: () => undefined,
        onEnd: (name, outcome) => ended.push([name, outcome]),
      },
    );
    expect(end).toEqual({ halted: true, left: 1 });
    expect(ended).toEqual([['a.md', expect.objectContaining({ code: 'storage-full' })]]);
    expect(begun).toEqual([]);
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
