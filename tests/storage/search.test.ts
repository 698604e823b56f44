import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { db } from '@/storage/db';
import { setDismissed, setSaved, setStatus, markSeen } from '@/storage/marks';
import { searchLibrary, type SearchRequest } from '@/storage/search';
import { updateIndex } from '@/storage/search-indexer';
import { writeBatch } from '@/storage/write-batch';
import { sampleIncoming, sampleAnalysis, samplePaper } from '../library-samples';
import { setNote, setTags } from '../saves';

const PAPERS = [
  { id: '2512.00001', title: 'Diffusion Models for Video', authors: ['Kaiming He'], published: '2025-12-01' },
  { id: '2512.00002', title: '3D高斯 Splatting', authors: ['Ying Diffusion'], published: '2025-12-20' },
  { id: '2511.00003', title: 'G$^2$VLM', titleChinese: '透明物体的深度', published: '2025-11-03' },
];

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  const papers = PAPERS.map((paper) => {
    const analysis = sampleAnalysis({ key: `${paper.id}|x|1`, paperId: paper.id, markdown: '一种扩散模型 diffusion' });
    return sampleIncoming({ paper: samplePaper(paper), analyses: paper.id === '2512.00001' ? [] : [analysis] });
  });
  await writeBatch({ papers, edition: 1, report: null, text: null });
  await index();
});

const index = () => updateIndex(new AbortController().signal);
const search = (typed: string, rest: Partial<SearchRequest> = {}) =>
  searchLibrary({ typed, order: 'best', limit: 50, offset: 0, ...rest });
const find = async (typed: string, rest: Partial<SearchRequest> = {}) =>
  (await search(typed, rest)).ids.map((id) => Number(id.slice(-1)));

test.each([
  ['', [2, 1, 3]],
  ['diffusion', [1, 2, 3]],
  ['diff', [1, 2, 3]],
  ['author:diffusion', [2]],
  ['扩散模型', [2, 3]],
  ['g2vlm', [3]],
  ['vlm', [3]],
  ['3d高斯', [2]],
  ['2511.00003v4', [3]],
  ['has:analysis', [2, 3]],
  ['-has:analysis', [1]],
  ['date:2025-12', [2, 1]],
  ['date:>2025-11 -diffusion', []],
  ['"models for"', [1]],
  ['"for models"', []],
  ['-"models for"', [2, 3]],
  ['cat:cs.CL', [2, 1, 3]],
  ['cat:cs.CV', []],
  ['is:saved', []],
  ['has:note', []],
])('finds by %j', async (typed, expected) => expect(await find(typed)).toEqual(expected));

test('finds by what readers added', async () => {
  await setSaved('2512.00001', true, 1);
  await setTags('2512.00001', ['视频']);
  await setNote('2511.00003', '复现一下');
  await setStatus('2512.00002', 'to-read', 2);
  await markSeen('2512.00001', 3);
  await setDismissed('2511.00003', true, 4);
  await index();
  const found = await Promise.all(
    ['tag:视频', 'has:note', 'is:saved', 'is:to-read', 'is:unread', 'is:dismissed', '-is:dismissed'].map((typed) =>
      find(typed),
    ),
  );
  expect(found).toEqual([[1], [3], [2, 1], [2], [2, 3], [3], [2, 1]]);
});

test('gives the newest first, a part at a time, within a list', async () => {
  expect(await find('diffusion', { order: 'newest' })).toEqual([2, 1, 3]);
  expect(await search('diffusion', { order: 'newest', offset: 1, limit: 1 })).toMatchObject({
    ids: ['2512.00001'],
    total: 3,
    isExact: true,
    words: ['diffusion'],
    pending: 0,
  });
  expect(await find('diffusion', { within: new Set(['2511.00003', '0000.00000']) })).toEqual([3]);
});

test('is left when nobody waits for it any more', async () => {
  const given = AbortSignal.abort();
  await expect(search('diffusion', { signal: given })).rejects.toThrow();
});

test.each([
  ['difusion', [1, 2, 3], 'diffusion'],
  ['author:difusion', [2], 'diffusion'],
  ['splattign', [2], 'splatting'],
])('finds by %j, which is misspelt, and tells what it meant', async (typed, expected, word) => {
  expect(await find(typed)).toEqual(expected);
  expect((await search(typed)).words).toContain(word);
});

test.each(['"difusion"', '-difusion tag:x', 'dfiusoin', 'vidoe2', '扩撒模型'])('does not guess at %j', async (typed) =>
  expect(await find(typed)).toEqual([]),
);

test('says how many papers wait for the index, and finds what is in it', async () => {
  const papers = [sampleIncoming({ paper: samplePaper({ id: '2512.00009', title: 'Diffusion again' }), analyses: [] })];
  await writeBatch({ papers, edition: 1, report: null, text: null });
  await setNote('2512.00001', 'a word');
  expect(await search('diffusion')).toMatchObject({ total: 3, pending: 2 });
  await index();
  expect(await search('diffusion')).toMatchObject({ total: 4, pending: 0 });
  expect(await find('word')).toEqual([1]);
});

test('forgets what was changed or taken out', async () => {
  await setNote('2512.00001', 'first words');
  await index();
  await setNote('2512.00001', 'second words');
  await db.papers.delete('2512.00002');
  await index();
  expect(await find('first')).toEqual([]);
  expect(await find('second')).toEqual([1]);
  expect(await find('')).toEqual([1, 3]);
});

test('has nothing to do for what changes no searchable text', async () => {
  const before = await db.searchState.get('index');
  await setSaved('2512.00001', true, 1);
  await writeBatch({
    papers: [sampleIncoming({ paper: samplePaper(PAPERS[0]), analyses: [], guides: [] })],
    edition: 1,
    report: null,
    text: null,
  });
  await index();
  expect(await db.searchState.get('index')).toMatchObject({ nextDoc: before?.nextDoc });
});
