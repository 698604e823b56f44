import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { db } from '@/storage/db';
import { getKnown } from '@/storage/known-rows';

const idOf = (index: number) => `2606.${10_000 + index}`;
const ids = (from: number, to: number, step = 1) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => idOf(from + index * step));

beforeEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
  await db.open();
});

describe('getKnown', () => {
  test.each<[about: string, there: string[], asked: string[]]>([
    ['none', [], ids(0, 30)],
    ['nothing asked for', ids(0, 30), []],
    ['all', ids(0, 30), ids(0, 30)],
    ['some', ids(10, 20), ids(0, 30)],
    ['few among others', ids(0, 150), ids(0, 150, 40)],
    ['few among very many others', ids(0, 900), [idOf(3), idOf(890), idOf(2_000)]],
    ['one by itself', ids(0, 30), [idOf(7)]],
    ['one that is not there', ids(0, 30), ['2606.100005']],
    ['any order, and some twice', ids(0, 30), [idOf(9), idOf(3), idOf(9), 'math/0309136']],
  ])('finds the rows that are there, and no others: %s', async (_, there, asked) => {
    await db.visits.bulkPut(there.map((paperId, index) => ({ paperId, seenAt: index })));
    const expected = asked
      .filter((id) => there.includes(id))
      .map((id) => [id, { paperId: id, seenAt: there.indexOf(id) }]);
    expect(Object.fromEntries(await getKnown(db.visits, asked))).toEqual(Object.fromEntries(expected));
  });

  test('asks once for a day of which nothing is there', async () => {
    const get = vi.spyOn(IDBObjectStore.prototype, 'get');
    await getKnown(db.visits, ids(0, 5_000));
    expect(get).not.toHaveBeenCalled();
  });
});
