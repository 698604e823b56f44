import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RestoreInput } from '@/core/jobs/job';
import { isBackupFile, stageBackup } from '@/storage/backup-stage';
import { backupBlob, backupStream } from '@/storage/backup-write';
import { db } from '@/storage/db';
import { saveFeed } from '@/storage/feeds';
import { importText } from '@/storage/import';
import { markSeen, setDismissed, setSaved, setStatus } from '@/storage/marks';
import { readModel, saveModel } from '@/storage/models';
import { emptyLibrary } from '@/storage/reset';
import { mergeStaged } from '@/storage/restore';
import { previewRestore } from '@/storage/restore-preview';
import { markSent, readSent } from '@/storage/sends';
import { changeSettings, readSettings } from '@/storage/settings';
import { staging } from '@/storage/staging';
import { writeBatch } from '@/storage/write-batch';
import { sampleAnalysis, sampleIncoming, sampleModel, samplePaper } from '../library-samples';
import { dayReport } from '../day-reports';
import { setNote, setTags } from '../saves';

const NOW = Date.UTC(2026, 10, 28);
const ID = '1706.03762';
const INPUT: RestoreInput = {
  file: 'daodu-backup.jsonl',
  createdAt: '2026-11-28T00:00:00.000Z',
  takesSettings: false,
  total: 0,
  added: { papers: 0, saves: 0, reports: 0 },
};

const backUp = () => backupBlob({ contents: 'all', now: NOW });

async function restore(backup: Blob, input: Partial<RestoreInput> = {}): Promise<void> {
  await stageBackup(backup, INPUT.file);
  await mergeStaged({ ...INPUT, ...input }, () => Promise.resolve());
}

/** All that the library holds, but for what tells when it was done, and for the search index, which is made of it. */
async function dump(): Promise<Record<string, unknown[]>> {
  const tables = db.tables.filter(({ name }) => !/^(?:edits|search)/.test(name));
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
}

async function addPapers(count: number): Promise<void> {
  const papers = Array.from({ length: count }, (_, index) => {
    const id = `2401.${String(index).padStart(5, '0')}`;
    const analysis = sampleAnalysis({ key: `${id}|a|1`, paperId: id, markdown: `第 ${index} 篇` });
    return sampleIncoming({ paper: samplePaper({ id }), analyses: [analysis], guides: [] });
  });
  await writeBatch({ papers, edition: 1, report: null, text: null });
}

beforeEach(async () => {
  await Promise.all([db.delete(), staging.delete()]);
  await Promise.all([db.open(), staging.open()]);
});

describe('a backup that is restored into an empty library', () => {
  test('brings back all that the reader had', async () => {
    await changeSettings({ language: 'en', categories: ['cs.CV'] });
    await importText(dayReport(1, 4), { now: NOW });
    const [{ paperId } = { paperId: '' }] = await db.guides.limit(1).toArray();
    await setSaved(paperId, true, 7);
    await setTags(paperId, ['综述', '重要']);
    await setNote(paperId, '先读 §3');
    await setStatus(paperId, 'reading', 8);
    await markSeen(paperId, 9);
    await setDismissed('2401.00001', true, 10);
    await markSent(paperId, 'zotero', 11);
    await saveModel(sampleModel(), 'sk-planted-0123456789');
    const backup = await backUp();
    const before = await dump();

    await emptyLibrary();
    await restore(backup);
    const after = await dump();
    for (const [name, rows] of Object.entries(before)) {
      if (name !== 'keys') expect(after[name], name).toEqual(rows);
    }
    expect(after['keys']).toEqual([]);
    expect(await readModel(null)).toMatchObject({ key: null });
    expect(await staging.rows.count()).toBe(0);
  });

  test('is told of before anything is done', async () => {
    await addPapers(3);
    await setSaved('2401.00001', true, 7);
    const backup = await backUp();
    await emptyLibrary();
    const { counts, unusable } = await stageBackup(backup, 'a.jsonl');
    expect({ counts, unusable }).toMatchObject({ counts: { papers: 3, analyses: 3, saves: 1 }, unusable: 0 });
    expect(await previewRestore()).toMatchObject({
      file: 'a.jsonl',
      isFresh: true,
      tables: { papers: { added: 3, changed: 0, same: 0, kept: 0 }, saves: { added: 1 } },
    });
    expect(await db.papers.count()).toBe(0);
  });

  test('may be packed by gzip', async () => {
    await addPapers(3);
    const packed = await new Response(
      backupStream({ contents: 'all', now: NOW }).pipeThrough(new CompressionStream('gzip')),
    ).blob();
    expect(await isBackupFile(packed)).toBe(true);
    await emptyLibrary();
    await restore(packed);
    expect(await db.papers.count()).toBe(3);
    const cut = packed.slice(0, packed.size - 20);
    await expect(stageBackup(cut, 'cut.gz')).rejects.toMatchObject({ code: 'backup-cut' });
    expect(await isBackupFile(new Blob(['{"format":"daodu-library","version":1']))).toBe(false);
    expect(await isBackupFile(new Blob([]))).toBe(false);
  });
});

describe('a backup that is restored into a library with papers of its own', () => {
  test('takes nothing away: tags are joined, of notes both stay', async () => {
    await addPapers(2);
    await setSaved('2401.00000', true, 50);
    await setTags('2401.00000', ['综述', '旧']);
    await setNote('2401.00000', '备份里的笔记');
    await setSaved('2401.00001', true, 60);
    const backup = await backUp();

    await emptyLibrary();
    await addPapers(1);
    await setSaved('2401.00000', true, 90);
    await setTags('2401.00000', ['综述', '新']);
    await setNote('2401.00000', '这里的笔记');
    await restore(backup);
    const row = await db.saves.get('2401.00000');
    expect(row).toMatchObject({ savedAt: 50, tags: ['综述', '新', '旧'] });
    expect(row?.note.split('\n\n').toSorted()).toEqual(['备份里的笔记', '这里的笔记'].toSorted());
    expect(await db.saves.get('2401.00001')).toMatchObject({ savedAt: 60 });
    expect((await db.guides.get('2401.00001'))?.saved).toBe(true);
  });

  test('brings back what was taken away since', async () => {
    await addPapers(1);
    await setSaved('2401.00000', true, 50);
    await setNote('2401.00000', '笔记');
    const backup = await backUp();
    await setSaved('2401.00000', false, 60);
    await setNote('2401.00000', '');
    await restore(backup);
    expect(await db.saves.get('2401.00000')).toMatchObject({ savedAt: 50, note: '笔记' });
    expect((await db.guides.get('2401.00000'))?.saved).toBe(true);
  });

  test('knows of each paper when it was last sent to Zotero, here or there', async () => {
    await markSent('2401.00000', 'zotero', 50);
    await markSent('2401.00001', 'zotero', 60);
    await markSent('2401.00002', 'zotero', 70);
    const backup = await backUp();
    await emptyLibrary();
    await markSent('2401.00001', 'zotero', 90);
    await markSent('2401.00002', 'zotero', 10);
    await markSent('2401.00003', 'zotero', 20);
    await stageBackup(backup, 'a');
    expect((await previewRestore()).tables.sends).toEqual({ added: 1, changed: 1, same: 0, kept: 1 });
    await mergeStaged(INPUT, () => Promise.resolve());
    const ids = ['2401.00000', '2401.00001', '2401.00002', '2401.00003'];
    expect(await readSent(ids, 'zotero')).toEqual({
      '2401.00000': 50,
      '2401.00001': 90,
      '2401.00002': 70,
      '2401.00003': 20,
    });
  });

  test('may be of a time when it was not kept what was sent', async () => {
    await addPapers(1);
    await markSent('2401.00000', 'zotero', 50);
    const lines = (await (await backUp()).text()).split('\n');
    const from = lines.indexOf('{"table":"sends"}');
    const to = lines.findIndex((line) => line.startsWith('{"end":"sends"'));
    const last = JSON.parse(lines.at(-2) ?? '') as { tables: number; rows: number }; // as: the backup's last line
    const end = JSON.stringify({ ...last, tables: last.tables - 1, rows: last.rows - 1 });
    const older = [...lines.slice(0, from), ...lines.slice(to + 1, -2), end, ''].join('\n');
    await emptyLibrary();
    await markSent('2401.00000', 'zotero', 20);
    await restore(new Blob([older]));
    expect(await db.papers.count()).toBe(1);
    expect(await readSent(['2401.00000'], 'zotero')).toEqual({ '2401.00000': 20 });
  });

  test('leaves a paper dismissed that was dismissed after it was saved', async () => {
    await addPapers(2);
    await setSaved('2401.00000', true, 50);
    await setDismissed('2401.00001', true, 50);
    const backup = await backUp();
    await setSaved('2401.00000', false, 60);
    await setDismissed('2401.00000', true, 70);
    await setSaved('2401.00001', true, 80);
    await restore(backup);
    expect(await db.dismissals.toCollection().primaryKeys()).toEqual(['2401.00000']);
    expect(await db.saves.get('2401.00000')).toMatchObject({ savedAt: null });
    expect(await db.saves.get('2401.00001')).toMatchObject({ savedAt: 80 });
  });

  test('changes nothing when all of it is there', async () => {
    await changeSettings({ language: 'en' });
    await importText(dayReport(1, 4), { now: NOW });
    await setSaved(ID, true, 7);
    const backup = await backUp();
    const before = await dump();
    await restore(backup, { takesSettings: true });
    expect(await dump()).toEqual(before);
    await stageBackup(backup, 'again');
    const { tables } = await previewRestore();
    for (const [name, { added, changed }] of Object.entries(tables))
      expect({ added, changed }, name).toEqual({ added: 0, changed: 0 });
  });

  test('comes to the same however often and wherever it is broken off', async () => {
    await importText(dayReport(1, 4), { now: NOW });
    await addPapers(100);
    for (const index of [0, 1, 2]) await setNote(`2401.0000${index}`, `笔记 ${index}`);
    const backup = await backUp();
    const begin = async () => {
      await emptyLibrary();
      await addPapers(60);
      await setNote('2401.00001', '这里的');
      await stageBackup(backup, INPUT.file);
    };
    await begin();
    await mergeStaged(INPUT, () => Promise.resolve());
    const whole = await dump();

    await begin();
    const broken = new Error('killed');
    for (let round = 0, isDone = false; !isDone && round < 200; round++) {
      // Every batch is broken off once behind its transaction, before it is taken out of what is staged.
      const rows = await staging.rows.toArray();
      isDone = await mergeStaged(INPUT, () => Promise.reject(broken)).then(
        () => true,
        () => false,
      );
      if (!isDone && round % 2 === 0) await staging.rows.bulkPut(rows);
      if (!isDone && round % 2 === 0) await mergeStaged(INPUT, () => Promise.reject(broken)).catch(() => undefined);
    }
    expect(await dump()).toEqual(whole);
  });

  test('asks for its settings to be taken, and then keeps those of this version alone', async () => {
    await changeSettings({ language: 'en', glossary: 'a = b', categories: ['cs.CV'] });
    const backup = await backUp();
    await emptyLibrary();
    await changeSettings({ language: 'zh', keywords: ['here'] });
    await stageBackup(backup, 'a');
    expect((await previewRestore()).settingsDiffer).toBe(true);
    await mergeStaged(INPUT, () => Promise.resolve());
    expect(await readSettings()).toMatchObject({ language: 'zh', categories: [] });
    await restore(backup, { takesSettings: true });
    expect(await readSettings()).toMatchObject({ language: 'en', categories: ['cs.CV'], keywords: ['here'] });
  });

  test('subscribes to no feed, and adds no model, that is there under another id', async () => {
    const feed = {
      id: 'one',
      name: '日报',
      presetId: null,
      template: 'https://feeds.example.org/{date}.jsonl',
      github: null,
      routes: [{ kind: 'own' as const, on: true }],
      prefix: '',
      usualMinutes: 0,
      weekdaysOnly: false,
      subscribedAt: 1,
    };
    await saveFeed(feed);
    await saveModel(sampleModel({ id: 'm1' }), null);
    const backup = await backUp();
    await emptyLibrary();
    await saveFeed({ ...feed, id: 'two' });
    await saveModel(sampleModel({ id: 'm2' }), 'sk-here');
    await restore(backup);
    expect(await db.feeds.toCollection().primaryKeys()).toEqual(['two']);
    expect(await db.models.toCollection().primaryKeys()).toEqual(['m2']);
    expect(await db.keys.count()).toBe(1);
  });
});

/** As far as the second of the three bytes of a Chinese character. */
const cutWithin = (text: string) => new TextEncoder().encode(text.slice(0, text.lastIndexOf('第') + 1)).slice(0, -1);
const asLatin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);

describe('a backup that cannot be used', () => {
  test.each<[string, (text: string) => BlobPart, string]>([
    ['was cut', (text) => text.slice(0, -30), 'backup-cut'],
    ['was cut within a character', cutWithin, 'backup-cut'],
    ['has bytes that are no text', (text) => asLatin1(text), 'backup-broken'],
    ['was changed', (text) => text.replace('第 1 篇', '第 2 篇'), 'backup-broken'],
    ['comes from a newer library', (text) => text.replace(/"schema":\d+/, '"schema":99'), 'file-newer'],
    ['is another file', () => '# 日报\n', 'backup-broken'],
    ['is empty', () => '', 'backup-cut'],
  ])('because it %s changes nothing, and nothing is left of it', async (_, change, code) => {
    await addPapers(3);
    const text = await (await backUp()).text();
    await setNote('2401.00001', '这里的');
    const before = await dump();
    await expect(stageBackup(new Blob([change(text)]), 'bad')).rejects.toMatchObject({ code });
    expect(await dump()).toEqual(before);
    expect(await staging.rows.count()).toBe(0);
    await expect(previewRestore()).rejects.toMatchObject({ code: 'unknown' });
  });

  test('in some of its rows is used without them', async () => {
    await addPapers(2);
    await db.table('papers').put({ ...samplePaper(), id: '2401.00009', authors: 'not a list' });
    await db.table('reports').put({
      id: '2026-11-20|x',
      date: '2026-11-20',
      title: 'x',
      source: 'x',
      summary: { sections: [{ title: 'x', body: [['script', null, 'alert(1)']] }], invented: false },
      entries: [],
      importedAt: 1,
    });
    await markSent('2401.00000', 'zotero', 1e300);
    const backup = await backUp();
    await emptyLibrary();
    expect((await stageBackup(backup, 'a')).unusable).toBe(3);
    await mergeStaged(INPUT, () => Promise.resolve());
    expect(await db.papers.count()).toBe(2);
    expect(await db.reports.count()).toBe(0);
    expect(await db.sends.count()).toBe(0);
  });
});
