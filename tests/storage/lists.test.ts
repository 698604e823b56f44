import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { METADATA_JOB } from '@/core/jobs/job';
import { db } from '@/storage/db';
import { importText } from '@/storage/import';
import { readJob } from '@/storage/jobs';
import { setSaved } from '@/storage/marks';
import { readPaper } from '@/storage/papers';
import { addMetadata, unreadSaved } from '@/storage/unread-papers';
import { samplePaper } from '../library-samples';
import { setNote, setTags } from '../saves';

beforeEach(async () => {
  await db.delete();
  await db.open();
});

const take = (text: string, now = 10) => importText(text, { now });
const BIB =
  '@misc{x, title = {Attention}, author = {Vaswani, Ashish}, eprint = {1706.03762}, keywords = {nlp}, annote = {Mine.}, journal = {J. Test}}';

function refuse(): void {
  throw new Error('no');
}

describe('a list', () => {
  test('brings its papers in as saved, with tags and notes, and has arXiv asked for the rest', async () => {
    const result = await take(`${BIB}\n@book{b, title = {A Book}}`);
    expect(result).toMatchObject({ added: 1, merged: 0, papers: 1, reportId: null, skipped: [{ line: 2 }] });
    expect(await readPaper('1706.03762')).toMatchObject({
      paper: { title: 'Attention', authors: ['Ashish Vaswani'], journalRef: 'J. Test' },
      saved: { savedAt: 10, tags: ['nlp'], note: 'Mine.' },
    });
    expect(await unreadSaved(new Set())).toEqual(['1706.03762']);
    expect(await readJob(METADATA_JOB)).toMatchObject({ kind: 'metadata', state: 'waiting' });
  });

  test.each([
    ['identifiers', '1706.03762\n2512.23705', 2],
    [
      'links among other lines',
      'To read\nhttps://arxiv.org/abs/1706.03762\nhttps://huggingface.co/papers/2512.23705',
      2,
    ],
    ['RIS', 'TY  - GEN\nTI  - A\nAN  - arXiv:1706.03762\nER  - \n', 1],
    [
      'PaperMemory',
      '{"Arxiv-1706.03762": {"title": "A", "pdfLink": "https://arxiv.org/pdf/1706.03762.pdf"}, "__dataVersion": 1}',
      1,
    ],
  ])('is known by what it holds: %s', async (_, text, added) => expect((await take(text)).added).toBe(added));

  test('is there as a whole, with somebody who asks arXiv, or not at all', async () => {
    db.jobs.hook('creating', refuse);
    const ids = Array.from({ length: 60 }, (_, at) => `2501.${10_000 + at}`);
    await expect(take(ids.join('\n'))).rejects.toMatchObject({ code: 'storage-failed' });
    db.jobs.hook('creating').unsubscribe(refuse);
    expect([await db.papers.count(), await db.saves.count(), await db.guides.count()]).toEqual([0, 0, 0]);
    expect((await take(ids.join('\n'))).added).toBe(60);
    expect(await readJob(METADATA_JOB)).toMatchObject({ state: 'waiting' });
  });

  test.each([
    ['nothing at all', 'no paper here'],
    ['a table of numbers', '1.5\n2.5'],
  ])('is not found in %s', (_, text) => expect(take(text)).rejects.toMatchObject({ code: 'no-report' }));

  test('overwrites nothing that the reader has: tags are put together, notes stand below each other', async () => {
    await setSaved('1706.03762', true, 5);
    await setTags('1706.03762', ['own']);
    await setNote('1706.03762', 'Own note.');
    await addMetadata([samplePaper({ title: 'Attention Is All You Need', version: 7, from: 'page' })]);
    await take(BIB);
    expect(await readPaper('1706.03762')).toMatchObject({
      paper: { title: 'Attention Is All You Need', version: 7, journalRef: 'J. Test' },
      saved: { savedAt: 5, tags: ['own', 'nlp'], note: 'Own note.\n\nMine.' },
    });
  });

  test('changes nothing when it comes again, nor does an identifier where more is known', async () => {
    await take(BIB);
    expect(await take(BIB, 20)).toMatchObject({ added: 0, merged: 0, unchanged: true });
    expect(await take('1706.03762', 30)).toMatchObject({ added: 0, merged: 0, unchanged: true });
    expect((await readPaper('1706.03762'))?.paper.title).toBe('Attention');
  });

  test('tells more of a paper that was known by its identifier', async () => {
    await take('1706.03762');
    await take(BIB);
    expect((await readPaper('1706.03762'))?.paper).toMatchObject({ title: 'Attention', authors: ['Ashish Vaswani'] });
  });

  test('is completed by what arXiv says, and keeps what only the list knew', async () => {
    await take(BIB);
    await addMetadata([samplePaper({ title: 'Attention Is All You Need', version: 7, from: 'page' })]);
    expect(await readPaper('1706.03762')).toMatchObject({
      paper: { title: 'Attention Is All You Need', version: 7, journalRef: 'J. Test' },
      saved: { tags: ['nlp'], note: 'Mine.' },
    });
    expect(await unreadSaved(new Set())).toEqual([]);
  });

  test('is not asked for where arXiv does not know it', async () => {
    await take('1706.03762');
    expect(await unreadSaved(new Set(['1706.03762']))).toEqual([]);
  });
});
