import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { ZoteroServer } from '../zotero-server';
import { allowHosts } from './allow';
import { CHROME_BUILD, SAMPLE } from './arxiv';
import { readSamplePapers, replicaSite } from './sample';

/** Where Zotero itself listens. */
const PORT = 23119;

describe('发送到 Zotero', () => {
  let chromium: Chromium;
  let zotero: ZoteroServer;
  let page: Page;
  const [paper, other] = readSamplePapers();

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD, site: replicaSite() });
    await importFiles(chromium, SAMPLE);
    await allowHosts(chromium, 'http://127.0.0.1/*');
    page = await chromium.context.newPage();
  });
  beforeEach(async () => {
    zotero = await ZoteroServer.start(PORT);
  });
  afterEach(() => zotero.close());
  afterAll(() => chromium.close());

  const dialog = () => page.getByRole('dialog', { name: '发送到 Zotero' });

  async function sendOne(id: string): Promise<void> {
    await page.goto('about:blank');
    await page.goto(chromium.pageUrl(`library.html#/paper/${id}`));
    await page.getByRole('button', { name: '发送到' }).click();
    await page.getByRole('menuitem', { name: '发送到 Zotero' }).click();
  }

  test('brings a paper with its analysis, tags and note, and says where it went', async () => {
    await page.goto(chromium.pageUrl(`library.html#/paper/${paper.id}`));
    await page.getByLabel('加标签').fill('值得再读');
    await page.keyboard.press('Enter');
    await page.getByLabel('笔记').fill('**先读**第三节');
    await page.getByText('笔记已保存').waitFor();
    await sendOne(paper.id);
    await page.getByText('已发送 1 篇到 Zotero 的“我的文库”。').waitFor();
    expect(zotero.complaints).toEqual([]);
    const [item, ...others] = zotero.items;
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      title: paper.title,
      archiveID: `arXiv:${paper.id}`,
      tags: [{ tag: '值得再读', type: 0 }],
    });
    const notes = item?.notes.map(({ note }) => note) ?? [];
    expect(notes[0]).toMatch(/<h1>解读：[^]*<h2>/);
    expect(notes.at(-1)).toContain('<p><strong>先读</strong>第三节</p>');
    expect(zotero.requests[0]?.headers.origin).toMatch(/^chrome-extension:/);
  });

  test('asks before it sends a paper twice', async () => {
    await sendOne(paper.id);
    await dialog().getByText('这篇在今天').waitFor();
    expect(zotero.requests).toEqual([]);
    await dialog().getByRole('button', { name: '取消' }).click();
    await sendOne(paper.id);
    await dialog().getByRole('button', { name: '再发一份' }).click();
    await page.getByText('已发送 1 篇').waitFor();
    expect(zotero.items).toHaveLength(1);
  });

  test('sends what is selected, but for what was sent before', async () => {
    await page.goto('about:blank');
    await page.goto(chromium.pageUrl('library.html#/report/latest'));
    await page.goto(chromium.pageUrl('library.html#/reports'));
    await page.getByRole('link', { name: /最新/ }).click();
    for (const { id } of [paper, other]) await page.getByRole('checkbox', { name: `选中 ${id}` }).click();
    await page.getByRole('button', { name: '导出选中 2 篇' }).click();
    await page.getByRole('menuitem', { name: '发送到 Zotero' }).click();
    await dialog().getByText('2 篇里有 1 篇以前发送过').waitFor();
    await dialog().getByRole('button', { name: '只发其余 1 篇' }).click();
    await page.getByText('已发送 1 篇').waitFor();
    expect(zotero.items.map(({ title }) => title)).toEqual([other.title]);
  });

  test('says plainly that Zotero does not run, and goes on when it does', async () => {
    await zotero.close();
    await sendOne(other.id);
    await dialog().getByRole('button', { name: '再发一份' }).click();
    const alert = dialog().getByRole('alert');
    await alert.getByText('没有连上 Zotero').waitFor();
    expect(await alert.innerText()).toContain('RIS');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog().getByRole('button', { name: '导出 RIS 文件' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.ris$/);
    await sendOne(other.id);
    await dialog().getByRole('button', { name: '再发一份' }).click();
    await alert.waitFor();
    zotero = await ZoteroServer.start(PORT);
    await dialog().getByRole('button', { name: '再试一次' }).click();
    await dialog().getByRole('button', { name: '再发一份' }).click();
    await page.getByText('已发送 1 篇').waitFor();
    expect(zotero.items).toHaveLength(1);
  });

  test('leaves the keys of the list alone while it asks', async () => {
    await sendOne(paper.id);
    await dialog().waitFor();
    const before = page.url();
    await page.keyboard.press('j');
    expect(page.url()).toBe(before);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog().count()).toBe(0);
  });
});
