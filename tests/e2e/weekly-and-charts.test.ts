import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toDay } from '@/core/report-day';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { CHROME_BUILD, SAMPLE } from './arxiv';
import { findViolations } from './axe';

const DAY_MS = 86_400_000;

describe('the pages of the week and of the charts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daodu-week-'));
  const { report } = parseReport(readFileSync(SAMPLE, 'utf8'));
  const [first, second, ...rest] = report.papers;
  const today = toDay(Date.now());
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD });
    // Today's report has all papers but one, and one of them was in a report of the week before last.
    const dated = [
      [toDay(Date.now() - 14 * DAY_MS), report.papers.slice(0, 1)],
      [today, [first, ...rest]],
    ] as const;
    for (const [date, papers] of dated) {
      const file = join(folder, `${date}.md`);
      const title = `Arxiv Computer Vision Papers - ${date}`;
      writeFileSync(
        file,
        formatReport({ ...report, date, title, papers: papers.flatMap((paper) => paper ?? []), layout: null }),
      );
      await importFiles(chromium, file);
    }
    await chromium.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl('library.html#/all'));
    await page.getByRole('checkbox', { name: `选中 ${first?.id}` }).waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: first?.title ?? '' })
      .getByRole('button', { name: /收藏/ })
      .first()
      .click();
    await page.locator('.said-bar').filter({ hasText: '已收藏 1 篇' }).waitFor();
  });
  afterAll(async () => {
    await chromium.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the week has what was saved in it and what its reports had, and is copied and kept as both forms', async () => {
    await page.goto(chromium.pageUrl('library.html#/weekly'));
    const week = page.locator('.weekly');
    await week.getByRole('status').filter({ hasText: '收藏 1 篇' }).waitFor();
    expect(await week.innerText()).toContain(`日报 1 份，共 ${report.papers.length - 1} 篇`);
    expect(await week.getByRole('link', { name: first?.title }).count()).toBeGreaterThan(0);
    expect(await week.innerText()).not.toContain(second?.title);
    await page.getByRole('button', { name: '复制（Markdown 和富文本）' }).click();
    await page.getByText('周报已复制').waitFor();
    const forms = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (item ? (await item.getType(type)).text() : '');
      return { text: await read('text/plain'), html: await read('text/html') };
    });
    expect(forms.text).toMatch(/^# 本周周报 \d{4}-W\d\d\n/);
    expect(forms.text).toContain(`[${first?.title}](https://arxiv.org/abs/${first?.id})`);
    expect(forms.html).toContain(`href="https://arxiv.org/abs/${first?.id}"`);
    for (const [button, ending] of [
      ['下载 Markdown', 'md'],
      ['下载网页', 'html'],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(new RegExp(`^daodu-周报-\\d{4}-W\\d\\d\\.${ending}$`));
      expect(readFileSync(await file.path(), 'utf8')).toContain(first?.title);
    }
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '上周' }).click();
    await expect.poll(() => week.innerText()).not.toContain(first?.title);
  });

  test('the charts count each paper on its first day, answer to keys, and have their numbers as a table', async () => {
    await page.goto(chromium.pageUrl('library.html#/charts'));
    const figure = page.locator('figure').filter({ hasText: '每天的论文，按分类' });
    await figure
      .locator('figcaption')
      .filter({ hasText: `共 ${report.papers.length - 1} 篇` })
      .waitFor();
    const told = figure.getByRole('status');
    // One of today's papers had been there before.
    await expect.poll(() => told.innerText()).toContain(`：${report.papers.length - 2} 篇 · `);
    await figure.getByRole('group', { name: '每天的论文，按分类' }).focus();
    await page.keyboard.press('Home');
    await expect.poll(() => told.innerText()).toContain('：1 篇 · ');
    await figure.getByText('看表格').click();
    const cells = await figure.locator('tbody td').allInnerTexts();
    expect(cells.map(Number).reduce((sum, count) => sum + count, 0)).toBe(report.papers.length - 1);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '30 天' }).click();
    await expect.poll(() => told.innerText()).toContain('：');
    await page.emulateMedia({ media: 'print' });
    expect(await figure.getByRole('img').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
  });
});
