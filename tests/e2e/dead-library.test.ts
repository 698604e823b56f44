import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLibraryJson } from '@/core/library/json';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { CHROME_BUILD, SAMPLE } from './arxiv';

const NOTE = '断开之前写的笔记';

/** Closes every connection to the library, as the browser does by itself after a failure. */
async function closeConnections({ context }: Chromium): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://indexeddb-internals/');
  await page.locator('.force-close').first().click();
  await page.close();
}

describe('a library that the browser drops under an open page', () => {
  let profile: string;
  let chromium: Chromium;
  let page: Page;
  const bar = () => page.getByRole('alert').filter({ hasText: '现在只能看，不能改' });
  const stars = () => page.locator('.item .star');
  const retry = () => page.getByRole('button', { name: '再试一次' }).click();
  const savedCount = () => page.getByRole('link', { name: /^收藏/ }).innerText();
  const place = () => join(profile, 'Default/IndexedDB');

  async function take(button: string): Promise<{ name: string; text: string }> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  }

  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'daodu-dead-'));
    chromium = await openChromium({ extension: CHROME_BUILD, profile });
    await importFiles(chromium, SAMPLE);
    page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl('library.html#/all'));
    await stars().first().click();
    await page.locator('.star[aria-pressed=true]').waitFor();
    await page.locator('.item a').first().click();
    await page.getByLabel('笔记').fill(NOTE);
    await page.getByText('笔记已保存').waitFor();
  });
  afterAll(async () => {
    await chromium.close();
    rmSync(profile, { recursive: true });
  });

  test('is opened again, and its reader notices nothing', async () => {
    await closeConnections(chromium);
    await stars().nth(1).click();
    await expect.poll(savedCount).toMatch(/2$/);
    expect(await bar().count()).toBe(0);
  });

  test('and that does not open again is read from the page, says so, and writes nothing', async () => {
    renameSync(place(), `${place()}-away`);
    writeFileSync(place(), 'no folder');
    await closeConnections(chromium);
    await bar().waitFor();
    expect(await bar().innerText()).toContain('浏览器断开了论文库');
    expect(await bar().innerText()).toContain('6 篇论文还在（其中收藏 2 篇，连同标签和笔记）');
    expect(await page.getByLabel('笔记').inputValue()).toBe(NOTE);
    expect(await stars().evaluateAll((all) => all.map((star) => star.matches(':disabled')))).toEqual(
      Array.from({ length: 6 }, () => true),
    );
    for (const tool of await page.locator('.toolbar button').all()) expect(await tool.isDisabled()).toBe(true);
    expect(await page.getByLabel('笔记').getAttribute('readonly')).not.toBeNull();
    // The panel has its own root, to which no switch of the page reaches.
    expect(await page.getByRole('region', { name: '导读' }).getByRole('button', { name: /收藏/ }).isDisabled()).toBe(
      true,
    );
  });

  test('goes on being exported, from what the page remembers', async () => {
    const json = await take('导出 JSON');
    expect(json.name).toMatch(/^daodu-[\d-]{10}\.json$/);
    const { papers } = readLibraryJson(json.text);
    expect(papers).toHaveLength(6);
    expect(papers.filter(({ saved }) => saved).map(({ saved }) => saved?.note)).toEqual(
      expect.arrayContaining([NOTE, '']),
    );
    const markdown = await take('导出 Markdown');
    expect(markdown.name).toMatch(/\.md$/);
    expect(markdown.text).toContain(NOTE);
    await page.getByText(`已导出 6 篇：${markdown.name}`).waitFor();
  });

  test('shows again what was read, and says of what was not that it cannot be', async () => {
    await page.getByRole('link', { name: /^订阅/ }).click();
    await page.getByText('这里没有读过').waitFor();
    await page.getByRole('link', { name: /^全部论文/ }).click();
    await expect.poll(() => stars().count()).toBe(6);
    await page.locator('.item a').nth(4).click();
    await page.getByText('这篇的解读没有打开过，现在读不到').waitFor();
    await page.locator('.item a').first().click();
    await expect.poll(() => page.getByLabel('笔记').inputValue()).toBe(NOTE);
  });

  test.each([
    ['popup.html', '浏览器断开了论文库'],
    ['options.html', '浏览器断开了论文库'],
    ['sidepanel.html', '浏览器断开了论文库'],
    ['library.html', '浏览器断开了论文库'],
  ])('is told of in %s as well', async (path, sentence) => {
    const other = await chromium.context.newPage();
    await other.goto(chromium.pageUrl(path));
    await other.getByText(sentence).waitFor();
    await other.close();
  });

  test('is there again as soon as it opens', async () => {
    await retry();
    await page.getByText('还是没有连上').waitFor();
    rmSync(place());
    renameSync(`${place()}-away`, place());
    await retry();
    await page.getByText('论文库又连上了').waitFor();
    expect(await bar().count()).toBe(0);
    await stars().nth(2).click();
    await expect.poll(savedCount).toMatch(/3$/);
  });

  test('is not taken for an empty one that stands in its place', async () => {
    const cdp = await chromium.context.newCDPSession(page);
    const origin = chromium.pageUrl('').slice(0, -1);
    await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await bar().filter({ hasText: '论文库的文件不见了' }).waitFor();
    // A page that knew nothing of it makes an empty one.
    const popup = await chromium.context.newPage();
    await popup.goto(chromium.pageUrl('popup.html'));
    await popup.getByText('论文库还是空的').waitFor();
    await retry();
    await page.getByText('还是没有连上').waitFor();
    expect(await stars().count()).toBe(6);
    const { papers } = readLibraryJson((await take('导出 JSON')).text);
    expect(papers.filter(({ saved }) => saved)).toHaveLength(3);
  });
});
