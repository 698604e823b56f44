import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf, joinBlocks, newBlock, maskOf, packId, unpackId } from '@/core/search/columns';
import { findStretches, type Page, PageWriter, stretchesOf } from '@/core/search/pages';
import { docOf, eachPosting, packPostings, toPosting } from '@/core/search/postings';
import { findMerge, type Segment } from '@/core/search/segments';

function unpack(bytes: Uint8Array, from = 0, to = bytes.length): number[] {
  const postings: number[] = [];
  eachPosting(bytes, from, to, (doc, byte) => postings.push(toPosting(doc, byte)));
  return postings;
}

describe('postings', () => {
  test('are the same again after they were packed', () => {
    const list = fc.uniqueArray(fc.tuple(fc.nat(0xffffff), fc.nat(255)), { selector: ([doc]) => doc });
    fc.assert(
      fc.property(list, (pairs) => {
        const postings = pairs.map(([doc, byte]) => toPosting(doc, byte)).toSorted((one, other) => one - other);
        expect(unpack(packPostings(postings))).toEqual(postings);
      }),
    );
  });

  test('that lie close take two bytes each', () =>
    expect(packPostings([5, 6, 7].map((doc) => toPosting(doc, 255)))).toHaveLength(6));

  test('that were cut short end', () => expect(unpack(new Uint8Array([0xff, 0xff])).length).toBeLessThan(2));
});

const write = (count: number, length: number): Page[] => {
  const writer = new PageWriter(3);
  const pages: Page[] = [];
  for (let index = 0; index < count; index++) {
    const postings = Array.from({ length }, (_, doc) => toPosting(doc, index % 256));
    const full = writer.add(`term${String(index).padStart(4, '0')}`, postings);
    if (full) pages.push(full);
  }
  const last = writer.end();
  return last ? [...pages, last] : pages;
};

describe('pages', () => {
  test('hold every term once, in order, with its postings', () => {
    const pages = write(500, 100);
    expect(pages.length).toBeGreaterThan(3);
    const all = pages.flatMap(stretchesOf);
    expect(all.map(({ term }) => term)).toEqual(
      Array.from({ length: 500 }, (_, i) => `term${String(i).padStart(4, '0')}`),
    );
    for (const [index, { data, from, to }] of all.entries()) {
      const postings = unpack(data, from, to);
      expect(postings).toHaveLength(100);
      expect(docOf(postings.at(-1) ?? 0)).toBe(99);
      expect((postings[0] ?? 0) % 256).toBe(index % 256);
    }
    expect(pages.every((page) => page.first === page.terms.split('\n')[0] && page.segment === 3)).toBe(true);
  });

  test('give a term, or all that begin with it', () => {
    const [page] = write(20, 1);
    const find = (wanted: string, prefix: boolean) =>
      page ? findStretches(page, wanted, prefix).map(({ term }) => term) : [];
    expect(find('term0001', false)).toEqual(['term0001']);
    expect(find('term000', false)).toEqual([]);
    expect(find('erm0001', false)).toEqual([]);
    expect(find('term000', true)).toHaveLength(10);
    expect(find('x', true)).toEqual([]);
  });

  test('are none for no term', () => expect(new PageWriter(1).end()).toBeNull());
});

describe('columns', () => {
  test.each(['2512.23705', '0704.0001', '1412.9999', '1501.00001', '9912.99999'])('keep the id %s as a number', (id) =>
    expect(unpackId(packId(id))).toBe(id),
  );
  test.each(['math/0309136', '', '2512.1', 'x2512.23705', '2512.237055'])('keep %j as it is', (id) =>
    expect(packId(id)).toBe(0),
  );
  test('find papers by their ids', () => {
    const block = newBlock(0);
    block.ids[0] = packId('2512.23705');
    block.others[1] = 'math/0309136';
    const columns = joinBlocks([block], 3);
    expect(idOf(columns, 1)).toBe('math/0309136');
    expect([...maskOf(columns, ['math/0309136', '2512.00001'])]).toEqual([0, 1, 0]);
    expect([...maskOf(columns, new Set(['2512.23705', 'x']))]).toEqual([1, 0, 0]);
  });
});

const segments = (...sizes: number[]): Segment[] =>
  sizes.map((postings, id) => ({ id, from: id, to: id + 1, postings, docs: 1 }));

const merged = (sizes: number[], alive = 100) => findMerge(segments(...sizes), alive)?.map(({ id }) => id) ?? null;

describe('findMerge', () => {
  test.each([
    [
      [1, 1, 1, 1, 1, 1],
      [0, 1, 2, 3, 4, 5],
    ],
    [
      [9e6, 1, 1, 1, 1, 1, 1],
      [1, 2, 3, 4, 5, 6],
    ],
    [
      [9e6, 2e5, 2e5, 2e5, 1, 2e5, 2e5, 2e5, 1],
      [1, 2, 3, 4, 5, 6, 7, 8],
    ],
  ])('merges of %j the small neighbours', (sizes, expected) => expect(merged(sizes)).toEqual(expected));

  test.each([[[]], [[1, 1, 1, 1, 1]], [[1, 1, 2e5, 1, 1, 1, 1]], [[1, 1, 1, 9e6, 1, 1, 1]]])(
    'leaves %j alone',
    (sizes) => expect(merged(sizes)).toBeNull(),
  );

  test('merges all when most papers have changed', () => {
    const [one] = segments(5);
    expect(one && findMerge([{ ...one, docs: 5_000 }], 1_000)).toHaveLength(1);
    expect(one && findMerge([{ ...one, docs: 2_000 }], 1_000)).toBeNull();
  });
});
