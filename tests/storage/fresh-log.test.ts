import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { beginFreshLog } from '@/storage/fresh-log';

afterEach(() => vi.restoreAllMocks());

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

test('writes more than a log holds, of what cannot be packed, and leaves nothing behind', async () => {
  const add = vi.spyOn(IDBObjectStore.prototype, 'add');
  await beginFreshLog();
  const rows = add.mock.calls.map(([row]) => row as Uint8Array); // as: what is written there
  expect(rows.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(5_000_000);
  expect(Math.max(...rows.map(({ length }) => length))).toBeLessThan(64_000);
  expect(new Set(rows.map((row) => row.slice(0, 64).join())).size).toBe(rows.length);
  expect(await names()).toEqual([]);
});

test('leaves nothing behind either where there is no room', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(beginFreshLog()).rejects.toThrow();
  expect(await names()).toEqual([]);
});
