import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { stageBackup } from '@/storage/backup-stage';
import { backupBlob } from '@/storage/backup-write';
import { db, SCHEMA_VERSION } from '@/storage/db';
import { listFeeds } from '@/storage/feeds';
import { readGuide } from '@/storage/guides';
import { readModel } from '@/storage/models';
import { readPaper, savedPapers } from '@/storage/papers';
import { rebuildGuides } from '@/storage/rebuild-guides';
import { readReport, readReportText } from '@/storage/reports';
import { readSettings } from '@/storage/settings';
import { makeGolden, readGolden } from '../golden-library';
import { setNote } from '../saves';

/** All but the one that is being made: its dump is added when the next one is begun. */
const SHIPPED = Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 1);

describe.each(SHIPPED)('a library of schema %i', (version) => {
  const golden = readGolden(version);
  const [saved, noted] = golden.rows['saves'] ?? [];
  const id = String(saved?.['paperId']);

  beforeEach(async () => {
    db.close({ disableAutoOpen: false });
    await makeGolden(golden, 'library');
  });

  test('opens with every row as it was', async () => {
    expect(golden.version).toBe(version);
    for (const [table, rows] of Object.entries(golden.rows)) {
      expect(await db.table(table).toArray(), table).toEqual(rows);
    }
    expect(db.verno).toBe(SCHEMA_VERSION);
  });

  test('is read and drawn by this version', async () => {
    expect(await savedPapers()).toMatchObject([{ paper: { id }, note: '先读 §3，再看表 2', tags: ['综述', '重要'] }]);
    expect(await readPaper(id)).toMatchObject({ paper: { id }, analyses: [{ paperId: id }] });
    expect((await readGuide(id))?.guides).toHaveLength(1);
    expect((await rebuildGuides(id))?.guides[0]?.sections.length).toBeGreaterThan(2);
    const [report] = golden.rows['reports'] ?? [];
    const reportId = String(report?.['id']);
    expect((await readReport(reportId))?.entries).toHaveLength(2);
    expect((await readReportText(reportId))?.papers).toHaveLength(2);
    expect(await readSettings()).toMatchObject({ language: 'en', categories: ['cs.CV', 'cs.LG'], keepDays: 90 });
    if (version >= 2) expect(await readModel(null)).toMatchObject({ key: 'sk-golden-0123456789' });
    if (version >= 3) expect(await listFeeds()).toMatchObject([{ feed: { name: '视觉日报' } }]);
  });

  test('takes new notes, and goes whole into a backup', async () => {
    await setNote(String(noted?.['paperId']), '新的笔记');
    expect((await db.saves.get(String(noted?.['paperId'])))?.note).toBe('新的笔记');
    const staged = await stageBackup(await backupBlob({ contents: 'all', now: 0 }), 'a');
    expect(staged).toMatchObject({
      unusable: 0,
      counts: { papers: 2, analyses: 2, reports: 1, reportTexts: 1, saves: 2 },
    });
  });
});
