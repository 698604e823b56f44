import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Writing } from '@/core/writing/written';
import { db } from '@/storage/db';
import { setSaved } from '@/storage/marks';
import { readListKeys } from '@/storage/list-keys';
import { readListRows } from '@/storage/list-rows';
import { countLibrary, savedPapers } from '@/storage/papers';
import { writeBatch } from '@/storage/write-batch';
import { sampleAnalysis, sampleGuide, samplePaper } from '../library-samples';

afterEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
});

function writing(writtenAt: number): Writing {
  return { model: 'm', promptVersion: 1, basis: 'full', inputTokens: 1, outputTokens: 1, cost: null, writtenAt };
}

async function add(id: string, writtenAt: number | null): Promise<void> {
  const key = `${id}|x`;
  const analysis = sampleAnalysis({ key, paperId: id, ...(writtenAt !== null && { writing: writing(writtenAt) }) });
  const paper = samplePaper({ id });
  await writeBatch({
    papers: [{ paper, analyses: [analysis], guides: [sampleGuide({ key })], saved: null }],
    edition: 1,
    report: null,
    text: null,
  });
}

describe('the lists of papers', () => {
  test('have what a model of the reader’s wrote, newest first, and no imported analysis', async () => {
    await add('2512.00001', 1);
    await add('2512.00002', null);
    await add('2512.00003', 3);
    expect(await readListKeys({ kind: 'written' }, 'marked')).toEqual(['2512.00003', '2512.00001']);
    expect((await countLibrary()).written).toBe(2);
  });

  test('have what was saved, newest save first, and say of each whether it is', async () => {
    await add('2512.00001', 1);
    await add('2512.00002', null);
    await setSaved('2512.00001', true, 5);
    await setSaved('2512.00002', true, 6);
    expect((await savedPapers()).map(({ paper, savedAt }) => [paper.id, savedAt])).toEqual([
      ['2512.00002', 6],
      ['2512.00001', 5],
    ]);
    await setSaved('2512.00001', false, 7);
    expect((await savedPapers()).map(({ paper }) => paper.id)).toEqual(['2512.00002']);
    expect((await readListRows(['2512.00001'])).get('2512.00001')?.savedAt).toBeNull();
  });
});
