import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { db } from '@/storage/db';
import { findBrokenImports, forgetImports, noteImport } from '@/storage/import-notes';

/** Locks that are held, by name. */
const held = new Set<string>();
vi.stubGlobal('navigator', {
  locks: {
    request: async (name: string, work: () => Promise<void>) => {
      held.add(name);
      await work();
      held.delete(name);
    },
    query: async () => ({ held: [...held].map((name) => ({ name })), pending: [] }),
  },
});

beforeEach(async () => {
  await db.settings.clear();
  held.clear();
});

const found = async () => (await findBrokenImports()).map(({ file, count }) => [file, count]);

test('an import that runs or has ended is not told of', async () => {
  const end = await noteImport(['a.zip', 'b.md']);
  expect(await found()).toEqual([]);
  expect(await db.settings.count()).toBe(1);
  await end(false);
  expect(await db.settings.count()).toBe(0);
  await vi.waitFor(() => expect(held.size).toBe(0));
});

test('one whose page is gone is, until it is forgotten', async () => {
  await noteImport(['a.zip', 'b.md']);
  held.clear();
  expect(await found()).toEqual([['a.zip', 2]]);
  expect(await found()).toEqual([['a.zip', 2]]);
  await forgetImports((await findBrokenImports()).map(({ name }) => name));
  expect(await found()).toEqual([]);
});

test.each([
  ['the same files that were read to their end', ['a.zip'], true, []],
  ['the same files that were not', ['a.zip'], false, [['a.zip', 1]]],
  ['other files', ['c.zip'], true, [['a.zip', 1]]],
  ['more files', ['a.zip', 'c.zip'], true, [['a.zip', 1]]],
])('is it forgotten with %s', async (_, files, isWhole, left) => {
  await noteImport(['a.zip']);
  held.clear();
  const end = await noteImport(files);
  await end(isWhole);
  expect(await found()).toEqual(left);
});
