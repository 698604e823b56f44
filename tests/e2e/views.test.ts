import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { CHROME_BUILD } from './arxiv';
import { findViolations } from './axe';
import { bigId, fillWithPapers } from './big-library';

const PAPERS = 6_000;
const SAVED = 600;
/** A library that is being indexed answers when it can. */
const WAIT = { timeout: 20_000 };

describe('a library of thousands of papers', () => {
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD });
    page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl('library.html'));
    await page.getByRole('heading', { name: '论文库还是空的' }).waitFor();
    await fillWithPapers(page, PAPERS, SAVED);
  });
  afterAll(() => chromium.close());

  const rows = () => page.locator('.item');
  const row = (at: number) => page.locator(`.item[data-id="${bigId(at)}"]`);
  const place = (name: RegExp) => page.getByRole('link', { name }).innerText();
  const current = () => page.locator('.item.on').getAttribute('data-id');

  async function open(hash: string): Promise<void> {
    await page.goto('about:blank'); // another fragment alone would keep the page
    await page.goto(chromium.pageUrl(`library.html${hash}`));
    await page.locator('.item:not(.waiting)').first().waitFor();
  }

  test('draws the rows in sight alone, at whatever place, each with its place in the whole', async () => {
    await open('#/all');
    await page.getByRole('status').filter({ hasText: '6,000 篇' }).waitFor();
    expect(await rows().first().getAttribute('data-id')).toBe(bigId(PAPERS - 1));
    expect(await rows().count()).toBeLessThan(60);
    await page.locator('.middle').evaluate((middle) => middle.scrollTo(0, middle.scrollHeight));
    await row(0)
      .getByRole('link', { name: /^Paper 0/ })
      .waitFor();
    expect(await row(0).getAttribute('aria-posinset')).toBe('6000');
    expect(await row(0).getAttribute('aria-setsize')).toBe('6000');
    expect(await rows().count()).toBeLessThan(80);
    await page.locator('.middle').evaluate((middle) => middle.scrollTo(0, middle.scrollHeight / 2));
    await expect
      .poll(() =>
        page
          .locator('.item:not(.waiting)')
          .evaluateAll((all) => all.map((one) => Number(one.getAttribute('aria-posinset')))),
      )
      .toSatisfy((places: number[]) => places.some((at) => at > 2_500 && at < 3_500));
  });

  test('moves through it by j and k with the focus, and reads what it rests on', async () => {
    await open('#/all');
    for (let step = 0; step < 45; step++) await page.keyboard.press('j');
    await page.keyboard.press('k');
    const id = bigId(PAPERS - 1 - 44);
    await expect.poll(current, WAIT).toBe(id);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-id')), WAIT).toBe(id);
    await expect
      .poll(() => page.getByRole('region', { name: '论文', exact: true }).innerText())
      .toContain(`Paper ${PAPERS - 45}`);
    await expect.poll(() => page.url(), WAIT).toContain(`#/all/paper/${id}`);
    await page.reload();
    await expect.poll(current, WAIT).toBe(id);
    await page.locator('.item.on a').first().waitFor();
    const box = await page.locator('.item.on').boundingBox();
    expect(box && box.y > 0 && box.y < 768).toBe(true);
  });

  test('sets the status by e, takes it back by z, and has the note by n', async () => {
    await open('#/');
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await expect.poll(() => place(/^待读/), WAIT).toMatch(/1$/);
    await page.keyboard.press('e');
    await expect.poll(() => place(/^在读/), WAIT).toMatch(/1$/);
    await page.keyboard.press('z');
    await expect.poll(() => place(/^待读/), WAIT).toMatch(/1$/);
    await page.keyboard.press('Control+z');
    await expect.poll(() => place(/^待读/), WAIT).toMatch(/0$/);
    await page.keyboard.press('n');
    await page.keyboard.type('ejz 值得一读');
    expect(await page.getByLabel('笔记').inputValue()).toBe('ejz 值得一读');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.classList.contains('item')), WAIT).toBe(true);
    expect(await place(/^待读/)).toMatch(/0$/);
  });

  test('changes hundreds of papers at once, and takes that back but for what changed elsewhere', async () => {
    await open('#/');
    await page.keyboard.press('Control+a');
    const bar = page.getByRole('region', { name: '对选中的论文' });
    await bar.getByText('选中 600 篇').waitFor();
    await bar.getByRole('button', { name: '状态' }).click();
    await page.getByRole('menuitem', { name: '已读' }).click();
    await page.getByRole('status').filter({ hasText: '已把 600 篇标为已读' }).waitFor();
    await expect.poll(() => place(/^已读/), WAIT).toMatch(/600$/);
    await bar.getByLabel('加标签').fill('一次很多');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /^一次很多/ }).waitFor();
    await page.getByRole('button', { name: /^撤销/ }).click();
    await page.getByRole('link', { name: /^一次很多/ }).waitFor({ state: 'detached' });

    const other = await chromium.context.newPage();
    await other.goto(chromium.pageUrl(`library.html#/read/paper/${bigId(7)}`));
    await other.locator('.item.on a').first().waitFor();
    await other.keyboard.press('e');
    await other.getByRole('status').filter({ hasText: '已去掉 1 篇的状态' }).waitFor();
    await other.close();
    await page.locator('body').press('z');
    await page.getByRole('status').filter({ hasText: '已撤销 599 篇；另有 1 篇后来在别处改过' }).waitFor();
    await expect.poll(() => place(/^已读/), WAIT).toMatch(/0$/);
  });

  test('lists the papers of an author, and finds authors by name', async () => {
    await open('#/author/Author%207');
    await page.getByRole('status').filter({ hasText: '120 篇' }).waitFor();
    await page.getByRole('link', { name: '作者', exact: true }).click();
    await page.getByLabel('找作者').fill('author 49');
    await page.getByRole('link', { name: /^Author 49/ }).click();
    await page.getByRole('heading', { name: 'Author 49' }).waitFor();
    expect(page.url()).toContain('#/author/Author%2049');
  });

  test('searches within a list, and says how to go on where nothing is found', async () => {
    await open('#/author/Author%207');
    await page.keyboard.press('/');
    await page.keyboard.type('57');
    await expect.poll(() => rows().count(), WAIT).toBeLessThan(60);
    await expect.poll(() => page.locator('mark').first().innerText(), WAIT).toBe('57');
    await page.getByRole('searchbox').fill('author:nobody');
    await page.getByRole('heading', { name: '没有找到“author:nobody”' }).waitFor();
  });

  test.each(['#/all', '#/authors'])('has no fault that axe finds in %s, light or dark', async (hash) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto('about:blank');
      await page.goto(chromium.pageUrl(`library.html${hash}`));
      await page.locator('.item a, .authors-list a').first().waitFor();
      if (hash === '#/all') {
        await page.keyboard.press('x');
        await page.getByText('选中 1 篇', { exact: true }).waitFor();
      }
      expect(await findViolations(page)).toEqual([]);
    }
  });
});
