import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { CHROME_BUILD } from './arxiv';
import { findViolations } from './axe';

/** A paper of a report made up for these tests; `number` makes its id and its title. */
function paperText(number: number): string {
  const id = `2512.${10_000 + number}v1`;
  const analysis = `**1. 研究问题：**\n\n第 ${number} 篇论文研究如何让机器更快地读懂一段长视频。\n\n**2. 核心方法：**\n\n它先挑出关键的画面，再把画面连成一条线。`;
  return `<a id='${id}'></a>
## [Paper Number ${number}${number === 77 ? ' on Tardigrades' : ''}](https://arxiv.org/abs/${id})

**Authors:** A. Author

**Published:** 2025-12-29

**Categories:** cs.CV

**Abstract:**

We read long videos.

**Analysis:**

${analysis}

**Key Findings:**

- We read long videos.

**Links:**

- [PDF](https://arxiv.org/pdf/${id})
- [arXiv](https://arxiv.org/abs/${id})

---
`;
}

function reportText(title: string, date: string, numbers: readonly number[]): string {
  const contents = numbers.map((number, at) => `${at + 1}. [Paper Number ${number}](#2512.${10_000 + number}v1)`);
  return `time: ${date.replaceAll('-', '')}

# ${title} - ${date}

## Executive Summary

**1. 主要主题**

${title} 说：长视频是这一天的主题。

---

## Table of Contents

${contents.join('\n')}

---

## Papers

${numbers.map(paperText).join('\n')}`;
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);

const shownPapers = (page: Page) =>
  page.locator('[data-paper]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-paper')));

/** Writes a row of the library, from one of the extension's own pages. */
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

describe('a day in the popup', () => {
  let chromium: Chromium;
  const folder = mkdtempSync(join(tmpdir(), 'daodu-days-'));

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD });
    const files = [
      ['Arxiv Robotics Papers', '2025-12-29', [1, 40]],
      ['Arxiv Computer Vision Papers', '2025-12-30', [1, 2, 3]],
      ['Arxiv Language Papers', '2025-12-30', [2, 3, 4]],
    ] as const;
    const paths = files.map(([title, date, numbers], at) => {
      const path = join(folder, `${at}.md`);
      writeFileSync(path, reportText(title, date, numbers));
      return path;
    });
    await importFiles(chromium, ...paths);
  });
  afterAll(async () => {
    await chromium.close();
    rmSync(folder, { recursive: true });
  });

  async function openPopup(): Promise<Page> {
    const page = await chromium.context.newPage();
    await page.setViewportSize({ width: 420, height: 600 });
    await page.goto(chromium.pageUrl('popup.html'));
    await page.getByRole('list', { name: /论文/ }).waitFor();
    return page;
  }

  test('has both reports, each paper once, and an overview of each', async () => {
    const page = await openPopup();
    const papers = await shownPapers(page);
    expect(papers).toHaveLength(3);
    expect(papers).toEqual(expect.arrayContaining(['2512.10002', '2512.10003', '2512.10004']));
    expect(await page.locator('header').innerText()).toContain('4 篇');
    expect(await page.getByRole('button', { name: /^今日概览 · / }).count()).toBe(2);
    expect(await page.locator('[data-paper="2512.10002"]').getAttribute('title')).toMatch(/^来源：.+、.+/);
    expect(await page.locator('[data-paper="2512.10004"]').getAttribute('title')).toBeNull();
    await page.close();
  });

  test('folds the paper of the day before, by keyboard as well, and says when that was', async () => {
    const page = await openPopup();
    const button = page.getByRole('button', { name: /以前出现过 1 篇/ });
    await button.focus();
    await page.keyboard.press('Enter');
    const row = page.locator('[data-paper="2512.10001"]');
    await row.waitFor();
    expect(await row.innerText()).toContain('12 月 29 日出现过');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    await page.close();
  });

  test('goes to the day before, which has one report, and back', async () => {
    const page = await openPopup();
    await page.getByRole('button', { name: '前一天' }).click();
    await page.locator('[data-paper="2512.10040"]').waitFor();
    expect(await shownPapers(page)).toEqual(['2512.10001', '2512.10040']);
    expect(await page.getByRole('button', { name: '今日概览', exact: true }).count()).toBe(1);
    await page.getByRole('button', { name: '后一天' }).click();
    await page.locator('[data-paper="2512.10004"]').waitFor();
    expect(await page.getByRole('button', { name: '后一天' }).isDisabled()).toBe(true);
    await page.close();
  });

  test('hinders nobody with all that its header can say, light or dark', async () => {
    const page = await openPopup();
    const item = { id: '2512.10001', version: 1, categories: ['cs.CV'], announced: 'new' };
    const announced = { date: '2025-12-30', categories: ['cs.CV', 'cs.RO'], fetchedAt: 1, items: [item] };
    await putRow(page, 'announcements', announced);
    const plain = { presetId: null, template: 'https://feeds.example/{date}.md', github: null, routes: [], prefix: '' };
    const feed = { ...plain, id: 'a', name: '甲', usualMinutes: 0, weekdaysOnly: true, subscribedAt: 1 };
    await putRow(page, 'feeds', feed);
    const state = { feedId: 'a', lastSuccessAt: 1, lastDate: '2025-12-01', lastHost: null, error: null, failures: 0 };
    await putRow(page, 'feedStates', { ...state, nextAt: 9e15 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.reload();
      await page.getByText(/^cs\.CV 公告 1 · /).click();
      await page.getByRole('link', { name: /^“甲”已连续 \d+ 个公告日没有更新$/ }).waitFor();
      await page.getByRole('button', { name: /以前出现过/ }).click();
      expect(await findViolations(page)).toEqual([]);
    }
    await page.close();
  });

  test('of 300 papers shows 60, or those with a keyword, and the rest when it is asked for', async () => {
    const path = join(folder, 'long.md');
    writeFileSync(path, reportText('Arxiv Long List Papers', '2025-12-31', range(50, 300)));
    await importFiles(chromium, path);
    const page = await openPopup();
    await expect.poll(async () => (await shownPapers(page)).length).toBe(60);
    await page.getByRole('button', { name: /^其余 240 篇/ }).click();
    await expect.poll(async () => (await shownPapers(page)).length).toBe(120);
    const heading = await page.getByRole('button', { name: /^其余 240 篇/ }).boundingBox();
    expect(heading?.y).toBeLessThan(300); // what was opened is in sight
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420);

    await putRow(page, 'settings', { name: 'settings', value: { keywords: ['tardigrade'] } });
    await page.reload();
    await page.getByRole('button', { name: /^其余 299 篇/ }).waitFor();
    expect(await shownPapers(page)).toEqual(['2512.10077']);
    await page.close();
  });
});
