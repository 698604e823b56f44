import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, stopWorkers, type Chromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { listingHtml, searchHtml } from '../list-pages';
import { hasShared } from '../shared';
import { arxivSite, CHROME_BUILD, SAMPLE, sharedPages } from './arxiv';
import { findViolations } from './axe';
import { readSamplePapers, replicaSite } from './sample';

const NEW = 'https://arxiv.org/list/cs.CV/new';
const DARK = 'https://arxiv.org/list/cs.CV/pastweek';
const SEARCH = 'https://arxiv.org/search/?query=video&searchtype=all';

const papers = readSamplePapers();
const [known] = papers;
/** Papers of which the library knows nothing. */
const others = Array.from({ length: 25 }, (_, at) => ({
  id: `2512.${30_000 + at}`,
  title: `An Unknown Paper ${at}`,
  authors: ['Ann Lee'],
  categories: ['cs.CV'],
  abstract: 'We read long videos. '.repeat(20),
}));
const first = others[0] ?? known;
const listed = [first, ...papers, ...others.slice(1)];

/** What the page noted of itself; see `watchShifts`. */
interface Watched {
  shifts: number[];
}

/** Notes what moves. arXiv's own header does so by itself where the browser paints it half parsed. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { shifts: [] };
    Object.assign(window, watched);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node: Node | null }[] }; // as: of this type
        const moved = sources.map(({ node }) => (node instanceof Element ? node : node?.parentElement));
        if (moved.some((element) => !element?.closest('header'))) watched.shifts.push(value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

const rowOf = (page: Page, id: string): Locator =>
  page
    .locator(`dd:has(daodu-row), li:has(daodu-row)`)
    .filter({ has: page.getByRole('group', { name: `arXiv:${id}` }) });

async function open(chromium: Chromium, url = NEW): Promise<Page> {
  const page = await chromium.context.newPage();
  await watchShifts(page);
  await page.goto(url);
  await page.locator('daodu-row[data-state=ready]').last().waitFor();
  await page.locator(':root[data-daodu-list]').waitFor();
  return page;
}

describe('a list on arXiv', () => {
  let chromium: Chromium;

  beforeAll(async () => {
    const site = replicaSite()
      .addText(NEW, listingHtml(listed))
      .addText(DARK, listingHtml(listed, 'html, body { background: #181a1b; color: #ddd } a { color: #8ab4f8 }'))
      .addText(SEARCH, searchHtml(listed));
    chromium = await openChromium({ extension: CHROME_BUILD, site });
    await chromium.context.addInitScript('globalThis.__name = (value) => value');
    await importFiles(chromium, SAMPLE);
  });
  afterAll(() => chromium.close());

  test.each([NEW, SEARCH])(
    'has a row beside each paper of %s, Chinese where the library has it; nothing moves',
    async (url) => {
      const page = await open(chromium, url);
      expect(await page.locator('daodu-row').count()).toBe(listed.length);
      const row = rowOf(page, known.id);
      expect(await row.locator('.gist').innerText()).toMatch(/\p{Script=Han}{6}/u);
      expect(await row.getByText(/全文解读|仅据摘要|依据未知/).count()).toBe(1);
      expect(await rowOf(page, first.id).locator('.gist').count()).toBe(0);
      expect(await page.getByRole('region', { name: '导读' }).innerText()).toContain(`本页 ${listed.length} 篇`);
      expect(await page.evaluate(() => (window as unknown as Watched).shifts)).toEqual([]); // as: set by watchShifts
      await page.close();
    },
  );

  test('saves with one click what it says, also by a worker that had died, and takes it back', async () => {
    const page = await open(chromium);
    await stopWorkers(page);
    const unknown = first.id;
    await rowOf(page, unknown).getByRole('button', { name: '收藏' }).click();
    await rowOf(page, unknown).getByRole('button', { name: '已收藏', pressed: true }).waitFor();
    const library = await chromium.context.newPage();
    await library.goto(chromium.pageUrl('library.html'));
    await library.getByText('An Unknown Paper 0').first().waitFor();
    await library.close();
    await page.reload();
    await rowOf(page, unknown).getByRole('button', { name: '已收藏', pressed: true }).click();
    await rowOf(page, unknown).getByRole('button', { name: '☆ 收藏', pressed: false }).waitFor();
    await page.close();
  });

  test('is gone through by keys; what is dismissed folds to a line and stays so until it is restored', async () => {
    const page = await open(chromium);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const row = rowOf(page, known.id);
    expect(await row.locator('.row').evaluate((element) => element.matches(':focus-visible'))).toBe(true);
    await page.keyboard.press('e');
    await row.locator('.brief dd').first().waitFor();
    expect(await row.locator('.brief').innerText()).toMatch(/问题|方法|结果/);
    await page.keyboard.press('e');
    await row.locator('.brief').waitFor({ state: 'detached' });

    await page.keyboard.press('k');
    await page.keyboard.press('x');
    const folded = rowOf(page, first.id);
    await folded.getByRole('button', { name: '恢复' }).waitFor();
    expect((await folded.boundingBox())?.height).toBeLessThan(40);
    expect(await folded.innerText()).not.toContain('Subjects');
    expect(await folded.getByRole('link', { name: first.title }).isVisible()).toBe(true);
    await page.reload();
    await folded.getByRole('button', { name: '恢复' }).click();
    await folded.getByRole('button', { name: '不感兴趣' }).waitFor();
    expect(await page.getByText('Subjects').count()).toBe(listed.length);
    await page.close();
  });

  test('leaves keys to the page while one types or holds a modifier, and explains them', async () => {
    const page = await open(chromium);
    await page.keyboard.press('/');
    await page.keyboard.type('jksx?');
    expect(await page.getByRole('textbox').inputValue()).toBe('jksx?');
    await page.getByRole('textbox').blur();
    await page.keyboard.press('Control+j');
    await page.keyboard.press('Alt+x');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.getByRole('button', { name: '恢复' }).count()).toBe(0);
    await page.close();
  });

  test('follows what was done with a paper elsewhere', async () => {
    const page = await open(chromium);
    const paper = await chromium.context.newPage();
    await paper.goto(`https://arxiv.org/abs/${known.id}`);
    await paper.getByRole('button', { name: '收藏' }).click();
    await paper.getByRole('button', { name: '已收藏' }).waitFor();
    await paper.close();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await rowOf(page, known.id).getByRole('button', { name: '已收藏' }).click();
    await rowOf(page, known.id).getByRole('button', { name: '☆ 收藏' }).waitFor();
    await page.close();
  });

  test.each([NEW, DARK])('can be read and used by everybody on %s', async (url) => {
    const page = await open(chromium, url);
    await rowOf(page, known.id).getByRole('button', { name: '展开' }).click();
    await rowOf(page, known.id).locator('.brief dd').first().waitFor();
    // The page around the rows is arXiv's own affair.
    expect((await findViolations(page)).filter((line) => line.includes('daodu-'))).toEqual([]);
    const dark = await page.locator('daodu-row[data-theme=dark]').count();
    expect(dark).toBe(url === DARK ? listed.length : 0);
    await page.close();
  });

  test('is arXiv’s own again once the reader wants no rows', async () => {
    const options = await chromium.context.newPage();
    await options.goto(chromium.pageUrl('options.html'));
    const tick = options.getByRole('checkbox', { name: /每篇论文旁/ });
    // The box follows what is kept, a moment later.
    await tick.click();
    await options.locator('#lists:not(:checked)').waitFor();
    const page = await chromium.context.newPage();
    await page.goto(NEW);
    await page.locator(':root[data-daodu-list]').waitFor();
    expect(await page.locator('daodu-row, daodu-list').count()).toBe(0);
    expect(await page.getByText('An Unknown Paper 0').isVisible()).toBe(true);
    await page.close();
    await options.bringToFront();
    await tick.click();
    await options.locator('#lists:checked').waitFor();
    await options.close();
  });
});

describe.runIf(hasShared)('arXiv’s own lists', () => {
  test('have a row for each paper in both looks, and nothing moves', async () => {
    // Both looks of a list have one address; the mirror has the older one.
    const pages = [...sharedPages('listing'), ...sharedPages('search')].map((page) =>
      page.look === '2025' ? { ...page, url: page.url.replace('//', '//export.') } : page,
    );
    const chromium = await openChromium({ extension: CHROME_BUILD, site: arxivSite(pages) });
    await chromium.context.addInitScript('globalThis.__name = (value) => value');
    for (const { url, file } of pages) {
      const page = await open(chromium, url);
      const [items, rows, { shifts }] = await page.evaluate(
        () =>
          [
            document.querySelectorAll('#dlpage dl > dd, li.arxiv-result').length,
            document.querySelectorAll('daodu-row').length,
            { shifts: (window as unknown as Watched).shifts }, // as: set by watchShifts
          ] as const,
      );
      expect({ file, rows, shifts }).toEqual({ file, rows: items, shifts: [] });
      await page.close();
    }
    await chromium.close();
  });
});
