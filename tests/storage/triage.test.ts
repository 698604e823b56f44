import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { ListPaper } from '@/core/arxiv/list-paper';
import { db } from '@/storage/db';
import { markAllSeen, markSeen, setDismissed, setSaved, setStatus } from '@/storage/marks';
import { addListedPaper, isUnreadPaper, readPaper } from '@/storage/papers';
import { readTriage } from '@/storage/triage';

afterEach(() => Promise.all(db.tables.map((table) => table.clear())));

const TODAY = '2026-06-20';
const at = (day: string) => Date.parse(`${day}T10:00+08:00`);
const only = async (id: string) => (await readTriage([id, 'other'], TODAY))[0];

describe('what the library knows of papers in a list', () => {
  test('is nothing of papers that it does not know', async () => {
    await setSaved('a', true, 5);
    expect((await readTriage(['b', 'a', 'c'], TODAY)).map(({ id }) => id)).toEqual(['a']);
    expect(await readTriage([], TODAY)).toEqual([]);
  });

  test('is that a paper is saved and how far it was read, until the star goes', async () => {
    await setStatus('a', 'reading', 5);
    expect(await only('a')).toMatchObject({ saved: true, status: 'reading', dismissed: false });
    await setSaved('a', false, 6);
    expect(await only('a')).toBeUndefined();
  });

  test('is that a paper was dismissed, today and later', async () => {
    await setDismissed('a', true, at('2026-06-19'));
    await setDismissed('b', true, at('2026-06-20'));
    expect(await only('a')).toMatchObject({ dismissed: true, appearedOn: '2026-06-19' });
    expect(await only('b')).toMatchObject({ dismissed: true, appearedOn: null });
  });

  test('is when its page was opened, and not that it was ticked off', async () => {
    await markSeen('a', 7);
    await markAllSeen(['b'], 8);
    expect(await only('a')).toMatchObject({ openedAt: 7 });
    expect(await only('b')).toBeUndefined();
  });

  test('is the first earlier day on which a report had it, and no day of today’s', async () => {
    await db.appearances.bulkPut([
      { paperId: 'a', reportIds: ['2026-06-18|x', '2026-06-19|x'] },
      { paperId: 'b', reportIds: ['2026-06-20|x'] },
      { paperId: 'c', reportIds: ['0000-00-00|x'] },
    ]);
    expect((await readTriage(['a', 'b', 'c'], TODAY)).map(({ id, appearedOn }) => [id, appearedOn])).toEqual([
      ['a', '2026-06-18'],
    ]);
  });
});

describe('a paper that is saved from a list', () => {
  const listed: ListPaper = {
    id: '2606.00001',
    title: 'A Title',
    authors: ['Ann Lee'],
    categories: ['cs.CV'],
    comments: null,
    abstract: '',
  };

  test('has what the list said, and waits for its page to tell the rest', async () => {
    await addListedPaper(listed);
    expect((await readPaper(listed.id))?.paper).toMatchObject({ ...listed, version: null });
    expect(await isUnreadPaper(listed.id)).toBe(true);
  });

  test('keeps what a report or its page had told', async () => {
    await addListedPaper(listed);
    await db.papers.update(listed.id, { version: 2, title: 'Its Page’s Title' });
    await addListedPaper({ ...listed, title: 'Another' });
    expect((await readPaper(listed.id))?.paper.title).toBe('Its Page’s Title');
  });
});
