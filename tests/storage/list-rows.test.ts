import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { countSavedAuthors, findAuthors } from '@/storage/authors';
import { db } from '@/storage/db';
import { readListRows } from '@/storage/list-rows';
import { markSeen, setDismissed, setSaved, setStatus } from '@/storage/marks';
import { entry, report } from '../components/popup/samples';
import { samplePaper } from '../library-samples';

afterEach(() => Promise.all(db.tables.map((table) => table.clear())));

describe('readListRows', () => {
  test('gives what a row shows, with the reader’s marks', async () => {
    await db.papers.put(samplePaper({ id: 'a', title: 'A' }));
    await setStatus('a', 'reading', 5);
    await markSeen('a', 6);
    expect(Object.fromEntries(await readListRows(['a']))).toMatchObject({
      a: { paper: { title: 'A' }, savedAt: 5, status: 'reading', seen: true, dismissed: false, known: true },
    });
  });

  test('gives a row for papers that the library has no record of, by the title of a report or by their id', async () => {
    await setDismissed('a', true, 5);
    await setDismissed('2512.00001', true, 5);
    await db.reports.put(report({ id: '2026-06-19|A', entries: [entry({ id: 'a', title: 'Told by a report' })] }));
    await db.appearances.put({ paperId: 'a', reportIds: ['2026-06-19|A'] });
    const rows = await readListRows(['a', '2512.00001']);
    expect([...rows.values()].map(({ paper, known, dismissed }) => [paper.title, known, dismissed])).toEqual([
      ['Told by a report', false, true],
      ['arXiv:2512.00001', false, true],
    ]);
  });
});

describe('authors', () => {
  test('of saved papers are counted, those with most of them first', async () => {
    await db.papers.bulkPut([
      samplePaper({ id: 'a', authors: ['Ann', 'Bo'] }),
      samplePaper({ id: 'b', authors: ['Bo', 'Bo'] }),
      samplePaper({ id: 'c', authors: ['Cy', 'Bo'] }),
    ]);
    await setSaved('a', true, 1);
    await setSaved('b', true, 2);
    expect(await countSavedAuthors()).toEqual([
      { name: 'Bo', saved: 2 },
      { name: 'Ann', saved: 1 },
    ]);
  });

  test('of the whole library are found by how their names begin', async () => {
    await db.papers.bulkPut([
      samplePaper({ id: 'a', authors: ['Kaiming He', 'Bo'] }),
      samplePaper({ id: 'b', authors: ['Kaiming He', 'Kai Xu', '何恺明'] }),
    ]);
    expect(await findAuthors(' kai')).toEqual(['Kai Xu', 'Kaiming He']);
    expect(await findAuthors('何')).toEqual(['何恺明']);
    expect(await findAuthors('he')).toEqual([]);
    expect(await findAuthors(' ')).toEqual([]);
  });
});
