import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { dayOf, dayReport, idOf } from '../day-reports';
import { CHROME_BUILD } from './arxiv';
import { findBrowser, rowsOf } from './killing';

const DAYS = 8;
const PAPERS = 20;
const PATIENCE = { timeout: 30_000, interval: 100 };
const TABLES = ['papers', 'analyses', 'guides', 'reports', 'reportTexts', 'saves', 'appearances'] as const;

type Row = Record<string, unknown>;

const readTable = (page: Page, table: string) => page.evaluate<Row[]>(rowsOf(table as never)); // as: any table can be asked for

async function readLibrary(page: Page): Promise<Record<string, Row[]>> {
  return Object.fromEntries(
    await Promise.all(TABLES.map(async (table) => [table, await readTable(page, table)] as const)),
  );
}

/** When the snapshots were written, in epoch milliseconds. */
const WRITTEN = `(async () => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('snapshots');
  const all = [];
  for await (const file of folder.values()) all.push((await file.getFile()).lastModified);
  return all;
})()`;

async function openBackup(chromium: Chromium): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(chromium.pageUrl('library.html#/import'));
  await page.getByRole('heading', { name: '备份与恢复' }).waitFor();
  return page;
}

async function choose(page: Page, path: string): Promise<void> {
  await page.getByLabel('从备份恢复').setInputFiles(path);
}

async function fates(page: Page): Promise<string[]> {
  await page.getByRole('heading', { name: '恢复之前先看一下' }).waitFor();
  return page.getByRole('table').locator('tbody tr').allInnerTexts();
}

describe('a library that goes to another machine', () => {
  let folder: string;
  let backup: string;
  let whole: Record<string, Row[]>;
  let home: Chromium;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'daodu-backup-'));
    home = await openChromium({ extension: CHROME_BUILD, profile: join(folder, 'home') });
    const files = Array.from({ length: DAYS }, (_, day) => {
      const path = join(folder, `${dayOf(day)}.md`);
      writeFileSync(path, dayReport(day, PAPERS));
      return path;
    });
    for (const file of files) await importFiles(home, file);
    page = await home.context.newPage();
    await page.goto(home.pageUrl(`library.html#/paper/${idOf(0, 0)}`));
    await page.getByLabel('笔记').fill('先读 §3');
    await page.getByText('已保存').waitFor();
    await page.goto(home.pageUrl('library.html#/saved'));
  });
  afterAll(async () => {
    await home.close();
    rmSync(folder, { recursive: true });
  });

  test('leaves as one file', async () => {
    await page.close();
    page = await openBackup(home);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '备份整个论文库' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^daodu-backup-\d{4}-\d{2}-\d{2}\.jsonl$/);
    backup = join(folder, download.suggestedFilename());
    await download.saveAs(backup);
    await page.getByText(`备份已经写好：${download.suggestedFilename()}`).waitFor();
    whole = await readLibrary(page);
    expect(whole['papers']).toHaveLength(DAYS * PAPERS);
    expect(whole['saves']).toHaveLength(1);
  });

  test('is told of before it comes in, and is all there afterwards', async () => {
    const chromium = await openChromium({ extension: CHROME_BUILD });
    try {
      const other = await openBackup(chromium);
      await choose(other, backup);
      expect(await fates(other)).toContain(`论文\t${DAYS * PAPERS}\t0\t0`);
      expect(await readTable(other, 'papers')).toEqual([]);
      const shots = process.env['DAODU_SHOTS'];
      if (shots) await other.screenshot({ path: join(shots, 'preview.png'), fullPage: true });
      await other.getByRole('button', { name: '恢复', exact: true }).click();
      await other.getByText(`恢复完成：新增 ${DAYS * PAPERS} 篇论文、${DAYS} 份日报、1 条收藏与笔记。`).waitFor();
      if (shots) await other.screenshot({ path: join(shots, 'done.png'), fullPage: true });
      expect(await readLibrary(other)).toEqual(whole);

      // Once more there is nothing to be done.
      await choose(other, backup);
      await other.getByText('备份里的内容，论文库都已经有了。').waitFor();
      await other.getByRole('button', { name: '不恢复' }).click();
      await other.getByRole('button', { name: '备份整个论文库' }).waitFor();
    } finally {
      await chromium.close();
    }
  });

  test('is refused when it is cut or changed, and nothing has changed then', async () => {
    const text = readFileSync(backup, 'utf8');
    const bad: [name: string, text: string, said: string][] = [
      ['cut.jsonl', text.slice(0, text.length / 2), '就断了'],
      ['changed.jsonl', text.replace('先读 §3', '先读 §4'), '和写下时不一样'],
      ['newer.jsonl', text.replace('"version":1', '"version":2'), '请先把导读更新到最新版本'],
    ];
    for (const [name, content, said] of bad) {
      const path = join(folder, name);
      writeFileSync(path, content);
      await choose(page, path);
      await page.getByRole('status').filter({ hasText: said }).waitFor();
      expect(await readLibrary(page)).toEqual(whole);
    }
  });

  test('comes in whole though the browser is killed again and again', async () => {
    const profile = join(folder, 'killed');
    const open = () => openChromium({ extension: CHROME_BUILD, profile });
    let chromium = await open();
    let other = await openBackup(chromium);
    await choose(other, backup);
    await other.getByRole('button', { name: '恢复', exact: true }).click();
    const reached: number[] = [];
    for (const part of [0.1, 0.4, 0.7]) {
      await expect
        .poll(async () => (await readTable(other, 'papers')).length, PATIENCE)
        .toBeGreaterThan(part * DAYS * PAPERS);
      reached.push((await readTable(other, 'papers')).length);
      const gone = chromium.context.waitForEvent('close');
      process.kill(findBrowser(profile), 'SIGKILL');
      await gone;
      chromium = await open();
      other = await openBackup(chromium);
    }
    await other.getByText('恢复完成').waitFor();
    console.info('papers at each kill', reached);
    expect(await readLibrary(other)).toEqual(whole);
    await chromium.close();
  });

  test('leaves a snapshot behind, from which it is restored as well', async () => {
    await home.close();
    home = await openChromium({ extension: CHROME_BUILD, profile: join(folder, 'home') });
    page = await openBackup(home);
    const snapshot = page.getByRole('button', { name: /^恢复 \d{4}-\d{2}-\d{2}$/ });
    await expect
      .poll(async () => {
        await page.reload();
        await page.getByRole('heading', { name: '每周快照' }).waitFor();
        return snapshot.count();
      }, PATIENCE)
      .toBe(1);
    const shots = process.env['DAODU_SHOTS'];
    if (shots) await page.screenshot({ path: join(shots, 'snapshots.png'), fullPage: true });
    await page.goto(home.pageUrl(`library.html#/paper/${idOf(0, 0)}`));
    await page.getByLabel('笔记').fill('');
    await page.getByText('已保存').waitFor();
    await page.goto(home.pageUrl('library.html#/import'));
    await snapshot.click();
    expect(await fates(page)).toContain('收藏与笔记\t0\t1\t0');
    await page.getByRole('button', { name: '恢复', exact: true }).click();
    await page.getByText('恢复完成').waitFor();
    expect(await readTable(page, 'saves')).toMatchObject([{ paperId: idOf(0, 0), note: '先读 §3' }]);
  });

  test('is told of where the browser has lost the library, and brings back what was saved', async () => {
    await page.goto(home.pageUrl('welcome.html'));
    const written = await page.evaluate<number[]>(WRITTEN);
    for (const name of ['library', 'library-staging']) {
      await expect
        .poll(
          () =>
            page.evaluate<string>(`new Promise((resolve) => {
              const deleting = indexedDB.deleteDatabase('${name}');
              deleting.onsuccess = () => resolve('deleted');
              deleting.onblocked = () => resolve('blocked');
            })`),
          PATIENCE,
        )
        .toBe('deleted');
    }
    await page.goto(home.pageUrl('library.html'));
    await page.getByText(/这里还有 \d{4}-\d{2}-\d{2} 的快照/).waitFor();
    const shots = process.env['DAODU_SHOTS'];
    if (shots) await page.screenshot({ path: join(shots, 'lost.png') });
    await page.getByRole('link', { name: '打开每周快照' }).click();
    await page.getByRole('button', { name: /^恢复 \d{4}-\d{2}-\d{2}$/ }).click();
    await page.getByRole('button', { name: '恢复', exact: true }).click();
    await page.getByText('恢复完成').waitFor();
    expect(await readTable(page, 'saves')).toMatchObject([{ paperId: idOf(0, 0), note: '先读 §3' }]);
    await page.goto(home.pageUrl('library.html'));
    await page.locator('.item:not(.waiting)').waitFor();
    expect(await page.getByText('的快照').count()).toBe(0);

    // The new library's own snapshot is due on the same day, and must not take the place of the other.
    await home.close();
    home = await openChromium({ extension: CHROME_BUILD, profile: join(folder, 'home') });
    page = await openBackup(home);
    const isNoted = async () => (await readTable(page, 'settings')).some(({ name }) => name === 'snapshot-at');
    await expect.poll(isNoted, PATIENCE).toBe(true);
    expect(await page.evaluate(WRITTEN)).toEqual(written);
  });
});
