import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { BackupReader } from '@/core/backup/read';
import { backupBlob } from '@/storage/backup-write';
import { db, SCHEMA_VERSION } from '@/storage/db';
import { setSaved } from '@/storage/marks';
import { saveModel } from '@/storage/models';
import { markSent } from '@/storage/sends';
import { emptyLibrary } from '@/storage/reset';
import { changeSettings, readSettings } from '@/storage/settings';
import { writeBatch } from '@/storage/write-batch';
import { sampleAnalysis, sampleIncoming, sampleModel, samplePaper } from '../library-samples';
import { setNote } from '../saves';

const NOW = Date.UTC(2026, 10, 28);

async function readBack(contents: 'all' | 'own') {
  const text = await (await backupBlob({ contents, now: NOW })).text();
  const reader = new BackupReader(SCHEMA_VERSION);
  const rows = text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => reader.read(line) ?? []);
  reader.end('');
  return { text, rows, header: reader.header };
}

beforeEach(async () => {
  await db.delete();
  await db.open();
});

describe('a backup of the library', () => {
  beforeEach(async () => {
    const others = Array.from({ length: 30 }, (_, index) =>
      sampleIncoming({ paper: samplePaper({ id: `2401.000${index + 10}` }), analyses: [], guides: [] }),
    );
    await writeBatch({ papers: [sampleIncoming(), ...others], edition: 1, report: null, text: null });
    await setSaved('1706.03762', true, 7);
    await setNote('1706.03762', '先读 §3');
    await changeSettings({ language: 'en' });
  });

  test('holds all papers, and what the reader made of them', async () => {
    const { rows, header } = await readBack('all');
    expect(header).toMatchObject({
      version: 1,
      schema: SCHEMA_VERSION,
      createdAt: '2026-11-28T00:00:00.000Z',
      contents: 'all',
    });
    const papers = rows.flatMap(({ table, row }) => (table === 'papers' ? row['id'] : []));
    expect(papers).toEqual(await db.papers.toCollection().primaryKeys());
    expect(rows).toContainEqual({
      table: 'saves',
      row: { paperId: '1706.03762', savedAt: 7, tags: [], note: '先读 §3' },
    });
    expect(rows).toContainEqual({ table: 'analyses', row: sampleAnalysis() });
  });

  test('holds of a snapshot only the papers that the reader’s own is about', async () => {
    await markSent('1706.03762', 'zotero', 9);
    const { rows } = await readBack('own');
    expect(rows).toContainEqual({ table: 'sends', row: { paperId: '1706.03762', zotero: 9 } });
    expect(rows.flatMap(({ table, row }) => (table === 'papers' ? row['id'] : []))).toEqual(['1706.03762']);
    expect(rows).toContainEqual({ table: 'settings', row: expect.objectContaining({ name: 'settings' }) });
  });

  test.each(['all', 'own'] as const)(
    'holds no key, and nothing that is of this machine alone (%s)',
    async (contents) => {
      await saveModel(sampleModel({ name: '写手' }), 'sk-planted-0123456789');
      await db.settings.put({ name: 'webdav', value: { password: 'planted-password' } });
      await db.answers.put({ key: 'a', text: 'planted-answer', keptAt: 1 });
      const { text } = await readBack(contents);
      expect(text).toContain('写手');
      expect(text).not.toMatch(/sk-planted|planted-password|planted-answer/);
    },
  );

  test('can be stopped', async () => {
    const stopping = new AbortController();
    stopping.abort(new DOMException('enough', 'AbortError'));
    await expect(backupBlob({ contents: 'all', now: NOW, signal: stopping.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  test('is what is left of a library that is emptied', async () => {
    await saveModel(sampleModel(), 'sk-planted-0123456789');
    await emptyLibrary();
    for (const table of db.tables) expect(await table.count(), table.name).toBe(0);
    expect((await readSettings()).language).toBe('zh');
  });
});
