import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { OwnSource } from '@/core/library/routes';
import { db } from '@/storage/db';
import { countLists } from '@/storage/list-counts';
import { readListKeys } from '@/storage/list-keys';
import { countTags, setDismissed, setSaved, setStatus } from '@/storage/marks';
import { sampleAnalysis, samplePaper } from '../library-samples';
import { setTags } from '../saves';

afterEach(() => Promise.all(db.tables.map((table) => table.clear())));

const writing = (writtenAt: number) => ({ writing: { writtenAt } as never }); // as: no other field matters here

async function fill() {
  await db.papers.bulkPut([
    samplePaper({ id: '2401.00001', title: 'B', authors: ['Ann', 'Bo'] }),
    samplePaper({ id: '2401.00002', title: 'A', authors: ['Bo'] }),
    samplePaper({ id: '2401.00003', title: 'C', authors: ['Ann Other'] }),
    samplePaper({ id: 'math/0309136', title: 'B', authors: ['Ann'] }),
  ]);
  await setSaved('2401.00001', true, 1);
  await setStatus('2401.00002', 'to-read', 3);
  await setStatus('math/0309136', 'read', 2);
  await setTags('2401.00001', ['三维', '视频']);
  await setTags('math/0309136', ['视频']);
  // Marks that a star left behind.
  await setStatus('2401.00003', 'to-read', 4);
  await setTags('2401.00003', ['视频']);
  await setSaved('2401.00003', false, 5);
  await setDismissed('2401.00003', true, 6);
  await setDismissed('2401.00009', true, 7);
  await db.dismissals.put({ paperId: '2401.00001', dismissedAt: 8 });
}

describe('readListKeys', () => {
  test.each<[OwnSource, string[]]>([
    [{ kind: 'all' }, ['2401.00001', '2401.00002', '2401.00003', 'math/0309136']],
    [{ kind: 'saved', tag: null }, ['2401.00002', 'math/0309136', '2401.00001']],
    [{ kind: 'saved', tag: '视频' }, ['math/0309136', '2401.00001']],
    [{ kind: 'saved', tag: '视' }, []],
    [{ kind: 'status', status: 'to-read' }, ['2401.00002']],
    [{ kind: 'status', status: 'reading' }, []],
    [{ kind: 'status', status: 'read' }, ['math/0309136']],
    [{ kind: 'dismissed' }, ['2401.00009', '2401.00003']],
    [{ kind: 'author', name: 'Ann' }, ['2401.00001', 'math/0309136']],
    [{ kind: 'author', name: 'Nobody' }, []],
  ])('gives %j', async (source, ids) => {
    await fill();
    expect(await readListKeys(source, 'marked')).toEqual(ids);
    expect(await readListKeys(source, 'marked-oldest')).toEqual(ids.toReversed());
  });

  test('sorts by title, and by when papers came', async () => {
    await fill();
    const all = { kind: 'all' } as const;
    expect(await readListKeys(all, 'title')).toEqual(['2401.00002', '2401.00001', 'math/0309136', '2401.00003']);
    expect(await readListKeys(all, 'submitted')).toEqual(['2401.00003', '2401.00002', '2401.00001', 'math/0309136']);
    expect(await readListKeys({ kind: 'dismissed' }, 'title')).toEqual(['2401.00003', '2401.00009']);
  });

  test('sorts thousands by title, also where thousands have the same', async () => {
    const rows = Array.from({ length: 12_000 }, (_, index) =>
      samplePaper({
        id: `24${String(1 + (index % 12)).padStart(2, '0')}.${10_000 + index}`,
        title: index % 3 ? `T${index % 7}` : 'Same',
      }),
    );
    await db.papers.bulkPut(rows);
    const indexed = rows.slice(0, -500);
    await db.searchDocs.bulkPut(indexed.map(({ id, title }, doc) => ({ paperId: id, title, doc, hash: 0 })));
    const ids = await readListKeys({ kind: 'all' }, 'title');
    const titles = new Map(rows.map(({ id, title }) => [id, title]));
    expect(new Set(ids).size).toBe(12_000);
    expect(ids.map((id) => titles.get(id))).toEqual(rows.map(({ title }) => title).toSorted());
  });

  test('leaves out none of the many that wait for the index, which stand last', async () => {
    const rows = Array.from({ length: 2_500 }, (_, at) =>
      samplePaper({ id: `2401.${10_000 + at}`, title: `${9_999 - at}` }),
    );
    await db.papers.bulkPut(rows);
    const ids = await readListKeys({ kind: 'all' }, 'title');
    expect(ids.toSorted()).toEqual(rows.map(({ id }) => id));
    expect(ids.slice(0, 2_000)).toEqual(
      rows
        .slice(0, 2_000)
        .map(({ id }) => id)
        .toReversed(),
    );
  });

  test('names a paper once that models wrote of twice, the newest first', async () => {
    await db.analyses.bulkPut([
      sampleAnalysis({ key: 'a||1', paperId: 'a', ...writing(1) }),
      sampleAnalysis({ key: 'b||1', paperId: 'b', ...writing(2) }),
      sampleAnalysis({ key: 'a||2', paperId: 'a', ...writing(3) }),
      sampleAnalysis({ key: 'c|r|1', paperId: 'c' }),
    ]);
    expect(await readListKeys({ kind: 'written' }, 'marked')).toEqual(['a', 'b']);
  });
});

test('counts what stands in each list, and no marks of papers that are no longer saved', async () => {
  await fill();
  expect(await countLists()).toMatchObject({
    saved: 3,
    dismissed: 2,
    status: { 'to-read': 1, reading: 0, read: 1 },
  });
  expect(await countTags()).toEqual([
    { tag: '视频', count: 2 },
    { tag: '三维', count: 1 },
  ]);
});
