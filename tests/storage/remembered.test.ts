import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { PaperRecord } from '@/core/library/records';
import { db } from '@/storage/db';
import { setSaved } from '@/storage/marks';
import { keepNote } from '@/storage/notes';
import { librarySelection, readPaper, savedPapers } from '@/storage/papers';
import { rememberedPaper, rememberedPapers, rememberSaved, startRemembering } from '@/storage/remembered';
import { sampleAnalysis, samplePaper } from '../library-samples';
import { setTags } from '../saves';

const paper = (id: string): PaperRecord => ({ ...samplePaper(), id, title: `Paper ${id}` });
const SAVED = '1706.03762';

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await rememberSaved();
  await db.papers.bulkPut([samplePaper(), paper('2512.00001')]);
  await db.analyses.put(sampleAnalysis());
});

describe('what a page remembers', () => {
  test('is nothing until it begins to', async () => {
    await readPaper(SAVED);
    expect(rememberedPapers()).toEqual([]);
    startRemembering();
  });

  test('are the papers that it read, as they were read last', async () => {
    await readPaper(SAVED);
    expect(rememberedPaper(SAVED)).toMatchObject({ saved: null, analyses: [{ key: sampleAnalysis().key }] });
    await setSaved(SAVED, true, 5);
    await savedPapers(); // a list reads no analyses, and takes none away
    expect(rememberedPaper(SAVED)).toMatchObject({
      saved: { savedAt: 5 },
      analyses: [{ key: sampleAnalysis().key }],
    });
    expect(rememberedPaper('2512.00001')).toBeNull();
  });

  test('is all that is saved, with tags and notes, though nobody looked at it', async () => {
    await setSaved(SAVED, true, 8);
    await setTags(SAVED, ['注意力']);
    await keepNote('2512.99999', '只有编号', '', 9);
    await rememberSaved();
    expect(rememberedPaper(SAVED)?.saved).toMatchObject({ tags: ['注意力'] });
    expect(rememberedPaper('2512.99999')).toMatchObject({ saved: { savedAt: 9, note: '只有编号' } });
    await keepNote(SAVED, '后来的笔记', '', 10);
    await setSaved('2512.99999', false, 11);
    await rememberSaved();
    expect(rememberedPaper(SAVED)?.saved).toMatchObject({ note: '后来的笔记' });
    expect(rememberedPaper('2512.99999')?.saved).toBeNull();
  });

  test('puts what is saved first, the newest before the others, and forgets of the rest what was read longest ago', async () => {
    const ids = Array.from({ length: 1_200 }, (_, n) => `2601.${String(n).padStart(5, '0')}`);
    await db.papers.bulkPut(ids.map(paper));
    await setSaved('2601.00000', true, 20);
    await setSaved('2601.00001', true, 21);
    await rememberSaved();
    for (let from = 0; from < ids.length; from += 100) await librarySelection(ids.slice(from, from + 100));
    const kept = rememberedPapers().map((one) => one.paper.id);
    expect(kept.slice(0, 2)).toEqual(['2601.00001', '2601.00000']);
    expect(kept).toHaveLength(1_002);
    expect(kept).toContain('2601.01199');
    expect(kept).not.toContain('2601.00002');
  });
});
