import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lastAnnouncementDay } from '@/core/announcements/calendar';
import { shiftDay } from '@/core/report-day';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { Site } from '@/scripts/browser/site';
import { CHROME_BUILD } from './arxiv';
import { findViolations } from './axe';
import { countRows, dailyJob, dailyPapers, idOf, newsRow, ownReport, putRows, readRow } from './daily-rows';

const range = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
const DAY_MILLISECONDS = 86_400_000;
const NOW = Date.now();
/** The newest announced day, and three before it that had reports as well. */
const NEWEST = lastAnnouncementDay(NOW);
const EARLIER = [1, 2, 3].map((days) => shiftDay(NEWEST, -days));
const CHOSEN = range(1, 10);
/** Held by somebody who lives: no worker takes the job over. */
const HELD = { state: 'running', owner: 'another', leaseUntil: NOW + DAY_MILLISECONDS, updatedAt: NOW } as const;
const ENDED = { state: 'done', updatedAt: NOW } as const;
/** As `core/settings.ts`; the rest are its defaults. */
const SETTINGS = { name: 'settings', value: { categories: ['cs.CV'] } };

describe('the day’s report that is made here, in Chromium', () => {
  let chromium: Chromium;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD, site: new Site() });
    page = await chromium.context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(chromium.pageUrl('library.html'));
    await page.getByRole('navigation').waitFor();
    await putRows(page, {
      reports: [
        ownReport(NEWEST, CHOSEN, NOW),
        ...EARLIER.map((date, at) => ownReport(date, range(20 * (at + 1), 10), NOW)),
      ],
      news: [newsRow(NEWEST, CHOSEN, 1_000), newsRow(EARLIER[0] ?? '', range(20, 10), 30, 5_000)],
      dailyState: [
        {
          id: 'daily',
          settledDay: NEWEST,
          triedAt: null,
          notBefore: 0,
          jitter: 0,
          last: { kind: 'made', date: NEWEST, at: NOW, announced: 1_010, chosen: 10 },
          readyUnseen: 10,
          noticeDue: null,
        },
      ],
    });
  });
  beforeEach(() =>
    putRows(page, {
      settings: [SETTINGS, { name: 'looks', value: { last: Date.parse(EARLIER[2] ?? '') - 1, earlier: null } }],
    }),
  );
  afterAll(() => chromium.close());

  async function openPopup(): Promise<void> {
    await page.setViewportSize({ width: 420, height: 600 });
    await page.goto(chromium.pageUrl('popup.html'));
    await page.getByRole('region', { name: '本机日报' }).waitFor();
  }

  async function openLibrary(place: string): Promise<void> {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(chromium.pageUrl(`library.html${place}`));
    await page.reload(); // another fragment alone is the same page
  }

  const dock = () => page.getByRole('region', { name: '本机日报' });

  test('is followed while it is made, below a list that stays where it is', async () => {
    const papers = dailyPapers([...Array<'done'>(6).fill('done'), 'running', 'waiting', 'waiting', 'waiting']);
    const progress = { step: 'analyse', papers, cost: 0.13, analysingSince: Date.now() - 6 * 60_000 } as const;
    await putRows(page, { jobs: [dailyJob(NEWEST, HELD, progress)] });
    await page.setViewportSize({ width: 420, height: 600 });
    await page.goto(chromium.pageUrl('popup.html'));
    const first = page.locator('[data-paper]').first();
    await first.waitFor();
    const before = await first.boundingBox();
    await dock()
      .getByText(/^6\/10 篇/)
      .waitFor();
    expect(await first.boundingBox()).toEqual(before);
    expect(await dock().innerText()).toMatch(/已用约 0.13 元.*预计剩余约 \d 分钟/);
    expect(await dock().getByRole('status').innerText()).toMatch(/正在写解读 6\/10 篇$/);
    expect(await dock().locator('math').count()).toBeGreaterThan(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(page)).toEqual([]);
    }
  });

  test('is stopped by keyboard, and keeps what was paid', async () => {
    await openPopup();
    await dock().getByRole('button', { name: '取消' }).focus();
    await page.keyboard.press('Enter');
    await dock().getByRole('button', { name: '继续' }).waitFor();
    expect(await readRow(page, 'jobs', `daily|${NEWEST}`)).toMatchObject({
      state: 'cancelled',
      progress: { cost: 0.13 },
    });
  });

  test('names failed papers with their reasons, and the limit', async () => {
    const papers = dailyPapers(['done', 'done', 'failed', 'failed', 'skipped']);
    await putRows(page, { jobs: [dailyJob(NEWEST, ENDED, { step: 'save', papers, cost: 1.98 })] });
    await openPopup();
    expect(await dock().innerText()).toContain('已用约 2 元，到了每天的费用上限，有 1 篇只有提纲。');
    await dock()
      .getByRole('button', { name: /^2 篇解读没有写成/ })
      .click();
    expect(
      await dock()
        .getByRole('button', { name: /^重试这篇：Paper Number 3/ })
        .count(),
    ).toBe(1);
    expect(await dock().getByText('模型的回答中途断开了', { exact: false }).count()).toBe(2);
    expect(await findViolations(page)).toEqual([]);
    await openLibrary(`#/report/${NEWEST}`);
    await page.getByRole('button', { name: '重试失败的 2 篇' }).waitFor();
  });

  test('keeps a thousand papers that were left out behind a line, those with a keyword first', async () => {
    await openPopup();
    const fold = page.getByRole('button', { name: /^未收入 1000 篇/ });
    await fold.focus();
    await page.keyboard.press('Enter');
    const rows = page.locator('.news-row');
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThan(200);
    expect(await rows.first().getAttribute('data-paper')).toBe(idOf(1_007));
    expect((await fold.boundingBox())?.y).toBeLessThan(300); // what was opened is in sight
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const tip = page.getByRole('tooltip');
    await tip.waitFor();
    expect(await tip.innerText()).toContain('标题里有主要关键词“world model”（+3）');
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'detached' });
    await rows.first().getByRole('button', { name: '收藏' }).click();
    await expect.poll(() => readRow(page, 'saves', idOf(1_007))).toMatchObject({ paperId: idOf(1_007) });
    // As far down as there is anything.
    const main = page.locator('main');
    await expect
      .poll(
        async () => {
          await main.evaluate((element) => element.scrollTo(0, element.scrollHeight));
          return rows.count();
        },
        { timeout: 60_000 },
      )
      .toBe(1_000);
  });

  test('tells beside a chosen paper why it was chosen, to the pointer as well', async () => {
    await openPopup();
    await page.locator('.papers .why').first().hover();
    await page.getByRole('tooltip').waitFor();
    await page.mouse.move(1, 1);
    await page.getByRole('tooltip').waitFor({ state: 'detached' });
    await openLibrary(`#/report/${NEWEST}`);
    await page.locator('.items .why').first().focus();
    expect(await page.getByRole('tooltip').innerText()).toContain('按关键词等得');
  });

  test('has papers dismissed where they stand, and that taken back, in the popup and by key in the library', async () => {
    await openPopup();
    await page.getByRole('button', { name: /^未收入 1000 篇/ }).click();
    const leftOut = page.locator('.news-row');
    await leftOut.nth(2).locator('math').waitFor();
    /** Once the rows are laid out: until then they count as high as most are. */
    const places = async (rows: typeof leftOut) => {
      const isLaidOut = (at: number) =>
        rows.nth(at).evaluate((row) => row.checkVisibility({ contentVisibilityAuto: true }));
      for (const at of [0, 1, 2]) await expect.poll(() => isLaidOut(at)).toBe(true);
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      return Promise.all([0, 1, 2].map((at) => rows.nth(at).boundingBox()));
    };
    const dismissed = (rows: typeof leftOut) => rows.nth(1).getByRole('button', { name: /^不感兴趣/, pressed: true });
    const before = await places(leftOut);
    await leftOut
      .nth(1)
      .getByRole('button', { name: /^不感兴趣/ })
      .press('Enter');
    await dismissed(leftOut).waitFor();
    expect(await places(leftOut)).toEqual(before);
    const id = await leftOut.nth(1).getAttribute('data-paper');
    expect(await readRow(page, 'dismissals', id ?? '')).toMatchObject({ paperId: id });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(page)).toEqual([]);
    }
    await dismissed(leftOut).click();
    await expect.poll(() => countRows(page, 'dismissals')).toBe(0);

    await openLibrary(`#/report/${NEWEST}`);
    const items = page.locator('.item');
    await items.nth(2).locator('math').waitFor();
    await page.keyboard.press('j');
    await expect.poll(() => items.nth(1).getAttribute('class')).toContain('seen');
    const listed = await places(items);
    await page.keyboard.press('d');
    await dismissed(items).waitFor();
    expect(await places(items)).toEqual(listed);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(page)).toEqual([]);
    }
    await page.keyboard.press('d');
    await expect.poll(() => countRows(page, 'dismissals')).toBe(0);
    await dismissed(items).waitFor({ state: 'detached' });
  });

  test('is caught up with after days away: seen by opening, all at once, and taken back', async () => {
    await openPopup();
    const link = dock().getByRole('link', { name: /^补看：.*，3 天 30 篇没看过$/ });
    expect(await link.getAttribute('href')).toBe('library.html#/catch-up');
    await openLibrary('#/catch-up');
    await page.getByRole('button', { name: '全部标为看过' }).waitFor();
    const seen = await countRows(page, 'visits');
    expect(await page.locator('.missed-day').count()).toBe(3);
    expect(
      await page
        .locator('.missed-day')
        .first()
        .getByRole('button', { name: /^未收入/ })
        .count(),
    ).toBe(1);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(page)).toEqual([]);
    }
    const [opened] = await Promise.all([
      chromium.context.waitForEvent('page'),
      page.locator('.missed-day .news-title').first().click(),
    ]);
    await opened.close();
    await page.getByText('9 篇没看过', { exact: true }).waitFor();
    await page.getByRole('button', { name: '全部标为看过' }).click();
    await page.getByText('已把 29 篇标为看过。').waitFor();
    expect(await countRows(page, 'visits')).toBe(seen + 30);
    await page.getByRole('button', { name: '撤消' }).click();
    await expect.poll(() => countRows(page, 'visits')).toBe(seen + 1);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('threw nothing meanwhile', () => expect(errors).toEqual([]));
});
