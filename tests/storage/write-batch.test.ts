import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ReportRecord } from '@/core/library/records';
import { db } from '@/storage/db';
import { readGuide } from '@/storage/guides';
import { readMarks, setSaved } from '@/storage/marks';
import { addPagePaper, countLibrary, isUnreadPaper, readPaper, savedPapers } from '@/storage/papers';
import { listReports } from '@/storage/reports';
import { writeBatch } from '@/storage/write-batch';
import type { IncomingPaper } from '@/storage/write-papers';
import { sampleAnalysis, sampleGuide, sampleIncoming, samplePage, samplePaper } from '../library-samples';
import { setNote } from '../saves';

const ID = '1706.03762';

function reportOf(papers: IncomingPaper[], note = '') {
  const report: ReportRecord = {
    id: '2026-11-20|示例',
    date: '2026-11-20',
    title: '示例',
    source: '示例日报',
    summary: null,
    entries: [],
    importedAt: 1,
  };
  const parsed = { kind: 'report' as const, date: null, title: note, summary: null, papers: [], layout: null };
  return { papers, edition: 1, report, text: { reportId: report.id, report: parsed } };
}

beforeEach(async () => {
  await db.delete();
  await db.open();
});

describe('writeBatch', () => {
  test('writes a report with its papers, analyses and guides', async () => {
    expect(await writeBatch(reportOf([sampleIncoming()]))).toEqual({ added: 1, merged: 0 });
    expect((await readPaper(ID))?.analyses).toHaveLength(1);
    expect((await readGuide(ID))?.guides).toEqual([sampleGuide()]);
    expect(await listReports()).toHaveLength(1);
  });

  test('changes nothing when the same report comes again', async () => {
    await writeBatch(reportOf([sampleIncoming()]));
    const before = await Promise.all(db.tables.map((table) => table.toArray()));
    expect(await writeBatch(reportOf([sampleIncoming()]))).toEqual({ added: 0, merged: 0 });
    expect(await Promise.all(db.tables.map((table) => table.toArray()))).toEqual(before);
  });

  test('replaces the analyses of a corrected copy and keeps those of other sources', async () => {
    const other = sampleIncoming({
      analyses: [sampleAnalysis({ key: 'other', reportId: 'another' })],
      guides: [sampleGuide({ key: 'other' })],
    });
    await writeBatch({ papers: [other], edition: 1, report: null, text: null });
    await writeBatch(reportOf([sampleIncoming()], 'first'));
    await writeBatch(reportOf([sampleIncoming({ analyses: [], guides: [] })], 'second'));
    expect((await readPaper(ID))?.analyses.map((row) => row.key)).toEqual(['other']);
    expect((await readGuide(ID))?.guides.map((guide) => guide.key)).toEqual(['other']);
  });

  test('knows a newer version of a paper as the same paper', async () => {
    await writeBatch(reportOf([sampleIncoming()]));
    const next = sampleIncoming({
      paper: samplePaper({ version: 2 }),
      analyses: [sampleAnalysis({ key: 'v2', version: 2 })],
      guides: [sampleGuide({ key: 'v2', version: 2 })],
    });
    expect(await writeBatch({ papers: [next], edition: 1, report: null, text: null })).toEqual({ added: 0, merged: 1 });
    expect((await countLibrary()).papers).toBe(1);
    expect((await readGuide(ID))?.guides.map((guide) => guide.version)).toEqual([2, 1]);
  });

  test('keeps the star when a report comes later', async () => {
    await writeBatch({ papers: [sampleIncoming({ analyses: [], guides: [] })], edition: 1, report: null, text: null });
    await setSaved(ID, true, 5);
    await writeBatch(reportOf([sampleIncoming()]));
    expect(await readGuide(ID)).toMatchObject({ saved: true, guides: [{ key: sampleGuide().key }] });
  });

  test('writes nothing at all when one row cannot be written', async () => {
    const bad = sampleIncoming({ paper: samplePaper({ id: '2010.11929', title: (() => 1) as unknown as string }) }); // as: a value that cannot be stored
    await expect(writeBatch(reportOf([sampleIncoming(), bad]))).rejects.toMatchObject({ code: 'storage-failed' });
    expect(await countLibrary()).toEqual({ papers: 0, reports: 0, saved: 0, written: 0 });
  });
});

describe('setSaved', () => {
  test('keeps a paper of which only the id is known, until its page tells the rest', async () => {
    await setSaved(ID, true, 5);
    expect(await savedPapers()).toMatchObject([{ paper: { id: ID, title: `arXiv:${ID}` } }]);
    expect(await isUnreadPaper(ID)).toBe(true);
    await addPagePaper(samplePage());
    expect(await savedPapers()).toMatchObject([{ paper: { id: ID, title: 'Attention Is All You Need' } }]);
    expect(await isUnreadPaper(ID)).toBe(false);
  });

  test('leaves a known paper as it is', async () => {
    await writeBatch(reportOf([sampleIncoming()]));
    await setSaved(ID, true, 5);
    expect((await readPaper(ID))?.paper).toEqual(samplePaper());
    expect(await isUnreadPaper(ID)).toBe(false);
  });

  test('keeps tags and note when the star is taken back and given again', async () => {
    await writeBatch(reportOf([sampleIncoming()]));
    await setSaved(ID, true, 5);
    await setNote(ID, '要再读');
    await setSaved(ID, false, 6);
    expect(await savedPapers()).toEqual([]);
    expect(await readMarks([ID, '2010.11929'])).toEqual({
      [ID]: { saved: false, seen: false },
      '2010.11929': { saved: false, seen: false },
    });
    await setSaved(ID, true, 7);
    expect(await savedPapers()).toMatchObject([{ note: '要再读', savedAt: 7 }]);
    expect((await readGuide(ID))?.saved).toBe(true);
  });

  test('makes a record for a paper without an analysis', async () => {
    await setSaved('2010.11929', true, 5);
    expect(await readGuide('2010.11929')).toMatchObject({ saved: true, guides: [] });
  });
});
