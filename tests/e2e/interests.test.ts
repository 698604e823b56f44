import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { sampleAnnounced, sampleMade } from '../daily-samples';
import { CHROME_BUILD } from './arxiv';
import { findViolations } from './axe';

/** A day of 500 papers: a fifth about GANs, one of them about organs. */
function dayOfPapers() {
  const papers = Array.from({ length: 500 }, (_, at) =>
    sampleAnnounced({
      id: `2611.${10_000 + at}`,
      title: at % 5 === 0 ? `Study ${at} of GANs` : `Study ${at} of organs`,
      abstract: 'World models are trained on much data. '.repeat(30),
    }),
  );
  const { news } = sampleMade(papers);
  return { ...news, papers: news.papers.slice(0, papers.length) };
}

async function putRow(page: Page, store: string, row: object): Promise<void> {
  await page.evaluate(
    async ([name, value]) => {
      const opening = indexedDB.open('library');
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const writing = opening.result.transaction(name, 'readwrite');
      writing.objectStore(name).put(value);
      await new Promise((resolve) => writing.addEventListener('complete', resolve));
      opening.result.close();
    },
    [store, row] as const,
  );
}

const BIB = `
@article{a, title = {Tactile Grasping}, author = {Roe, Ana and Li, Bo}}
@article{b, title = {{Tactile Grasping} by Robots}, author = {Roe, Ana}}`;

describe('the settings of what a reader looks for', () => {
  let chromium: Chromium;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'daodu-words-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD });
    page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl('options.html#interests'));
    await page.getByText('还没有可以数的论文').waitFor();
    await page.bringToFront(); // a page behind another is idle once a second only
  });
  afterAll(async () => {
    await chromium.close();
    rmSync(folder, { recursive: true });
  });

  const words = (name: string) => page.getByRole('textbox', { name, exact: true });
  const countsOf = (name: string) =>
    page
      .getByRole('list', { name: `${name}各有几篇` })
      .getByRole('listitem')
      .allTextContents();

  test('count what is typed on the newest day, on the line of each word', async () => {
    await putRow(page, 'news', dayOfPapers());
    await page.reload(); // what was put past the library's own doors is not told to open pages
    await page.getByText('11 月 20 日共 500 篇').waitFor();
    await words('主要关键词').pressSequentially('gan\nworld-model\nrobto');
    await page.getByText('11 月 20 日的 500 篇里有 500 篇符合。').waitFor();
    await words('主要关键词').fill('gan\nrobto');
    await page.getByText('11 月 20 日的 500 篇里有 100 篇符合。').waitFor();
    expect(await countsOf('主要关键词')).toEqual(['gan：100 篇', 'robto：0 篇']);
    const [field, counts] = await Promise.all([
      words('主要关键词').boundingBox(),
      page.getByRole('list', { name: '主要关键词各有几篇' }).boundingBox(),
    ]);
    expect(counts?.y).toBe(field?.y);
  });

  test('keep a list of eighty pasted words on one line each with its counts', async () => {
    await words('排除').fill(Array.from({ length: 80 }, (_, at) => `word ${at}`).join('\n'));
    await expect.poll(() => countsOf('排除')).toHaveLength(80);
    const tops = await page.evaluate(() => {
      const area = document.querySelector<HTMLTextAreaElement>('#interests-excluded');
      const last = document.querySelector('#interests-excluded + ol li:last-child');
      return {
        scrolled: area?.scrollTop,
        line: (last?.getBoundingClientRect().top ?? 0) - (area?.getBoundingClientRect().top ?? 0),
      };
    });
    expect(tops).toEqual({ scrolled: 0, line: 4 + 79 * 26 });
    await words('排除').fill('');
  });

  test('take suggestions from a .bib file with one click', async () => {
    await page.locator('#interests input[type=file]').setInputFiles(file('mine.bib', BIB));
    await page.getByText('从 mine.bib 的 2 条文献里找到').waitFor();
    await page.getByRole('button', { name: '把 tactile grasping 加到次要关键词' }).click();
    await page.getByRole('button', { name: '把 Ana Roe 加到关注的作者' }).click();
    expect(await words('次要关键词').inputValue()).toBe('tactile grasping');
    expect(await words('关注的作者').inputValue()).toBe('Ana Roe');
  });

  test('write a file and read it again', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出关键词' }).click(),
    ]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    for (const name of ['主要关键词', '次要关键词', '关注的作者']) await words(name).fill('');
    await page.getByText('11 月 20 日共 500 篇').waitFor();
    await page.locator('#interests input[type=file]').setInputFiles(path);
    await page.getByText('已从 daodu-keywords.txt 加入 4 个。').waitFor();
    expect(await words('主要关键词').inputValue()).toBe('gan\nrobto');
    const other = await chromium.context.newPage(); // what was kept is there for every page
    await other.goto(chromium.pageUrl('options.html'));
    const authors = other.getByRole('textbox', { name: '关注的作者', exact: true });
    await expect.poll(() => authors.inputValue()).toBe('Ana Roe');
    await other.close();
  });

  test.each([320, 640, 1920])(
    'fit a window of %i pixels, and break no rule of access, light or dark',
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
        expect(await findViolations(page)).toEqual([]);
      }
    },
  );

  test('turn the daily report on, and leave notifications off while the browser asks', async () => {
    await page.getByRole('checkbox', { name: '每个工作日在这台电脑上生成日报' }).click();
    await expect
      .poll(() => page.getByRole('checkbox', { name: '每个工作日在这台电脑上生成日报' }).isChecked())
      .toBe(true);
    await page.getByText('还没有选分类').waitFor();
    await page.getByRole('checkbox', { name: '日报好了就通知我' }).click();
    await page.getByText('请点允许').waitFor();
    expect(await page.getByRole('checkbox', { name: '日报好了就通知我' }).isChecked()).toBe(false);
    expect(chromium.requests).toEqual([]);
  });
});
