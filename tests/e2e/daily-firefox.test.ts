import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DailyJob } from '@/core/jobs/job';
import { ownReportId } from '@/core/library/own-report';
import type { Report } from '@/core/paper';
import { type Firefox, openFirefox } from '@/scripts/browser/firefox';
import { FIREFOX_BUILD } from './arxiv';
import { DailyWorld } from './daily-world';
import { type Rows, rowsOf } from './killing';
import { TimedBuild } from './timed-build';

const TODAY = '2026-11-18';
const YESTERDAY = '2026-11-17';
/** Longer than arXiv's interval, shorter than the pause between two signs of life of a running job. */
const IDLE_MILLISECONDS = 8_000;
const IS_DEAD = '!browser.extension.getViews().some((view) => view.location.pathname.includes("background"))';
/** Our pages may lie behind others and are not drawn there. */
const POLLING = { polling: 100, timeout: 60_000 } as const;

const twice = (keys: readonly string[]) => keys.filter((key, at) => keys.indexOf(key) !== at);

/** The button with this name for readers; runs in the page. */
const findButton = (name: string) =>
  [...document.querySelectorAll('button')].find((button) => (button.ariaLabel ?? button.textContent?.trim()) === name);

describe('the report of a day, made in Firefox', () => {
  const build = new TimedBuild(FIREFOX_BUILD, '2026-11-18T10:00+08:00');
  let world: DailyWorld;
  let firefox: Firefox;
  let page: Page;
  let opened = 0;

  beforeAll(async () => {
    world = await DailyWorld.start(build.now);
    firefox = await openFirefox({
      extension: build.folder,
      site: world.loopback,
      grantsHosts: true,
      idleMilliseconds: IDLE_MILLISECONDS,
    });
    // Only the extension's own pages may open another one here, and the welcome page opens by itself.
    page = await firefox.findPage('welcome.html');
  });
  afterAll(async () => {
    await firefox.close();
    await world.close();
    build.remove();
  });

  /** Opens one of our own pages in place of the one before, which wakes the background. */
  async function open(path: string, drawn: string): Promise<void> {
    opened += 1;
    const [file = '', place = ''] = path.split(/(?=#)/);
    const address = `${file}?${opened}${place}`;
    await page.evaluate((next) => location.assign(next), address);
    page = await firefox.findPage(address);
    await page.bringToFront();
    await page.waitForFunction((selector) => document.querySelector(selector) !== null, POLLING, drawn);
  }
  const openPopup = () => open('popup.html', '[aria-label="本机日报"]');
  async function press(name: string): Promise<void> {
    const found = await page.waitForFunction(findButton, POLLING, name);
    await (found as ElementHandle).click(); // as: it waits until one is found
  }
  const sees = (text: string) =>
    page.waitForFunction((wanted) => document.body.textContent?.includes(wanted), POLLING, text);
  const readRows = <T extends keyof Rows>(table: T) => page.evaluate(rowsOf(table)) as Promise<Rows[T]>; // as: see `Rows`

  /** How often the background began. */
  const readStarts = () => page.evaluate(() => Number(localStorage.getItem('starts')));

  async function readDay(date: string): Promise<DailyJob | null> {
    const jobs = (await page.evaluate(rowsOf('jobs'))) as DailyJob[]; // as: those of other kinds are left out
    return jobs.find(({ id }) => id === `daily|${date}`) ?? null;
  }
  async function readReport(date: string): Promise<Report | undefined> {
    return (await readRows('reportTexts')).find(({ reportId }) => reportId === ownReportId(date))?.report;
  }
  /** Resolves once the report of a day is there; a background that dies meanwhile is woken as readers do. */
  async function made(date: string, signal: AbortSignal): Promise<Report | undefined> {
    while ((await readDay(date))?.state !== 'done') {
      signal.throwIfAborted();
      if (await page.evaluate(IS_DEAD)) await openPopup();
    }
    return readReport(date);
  }
  const askedFor = (kind: string) =>
    world.asked.flatMap(({ of, key }) => (`${of} ${key}`.startsWith(kind) ? [key] : []));

  test('without a model is begun in the popup, comes there, and says how it was made', async ({ signal }) => {
    await open('options.html', '#daily-most');
    await page.locator('.categories input[type=search]').fill('cs.CV');
    await page.locator('.groups input[type=checkbox]').click();
    await page.waitForFunction(() => document.querySelector('.chosen')?.textContent?.includes('cs.CV'), POLLING);
    await page.locator('#interests-primary').fill('title');
    // Typed over what stands there: puppeteer empties a field behind the page's back, which draws it full again.
    await page.click('#daily-most', { count: 3 });
    await page.keyboard.type('3');
    await page.keyboard.press('Tab');
    const isKept = async () => JSON.stringify(await page.evaluate(rowsOf('settings'))).includes('"dailyMost":3');
    await expect.poll(isKept, { timeout: 60_000 }).toBe(true);
    await openPopup();
    await sees('今天的日报可以在本机生成');
    expect(world.asked).toEqual([]);
    await press('现在生成今天的日报');
    const report = await made(TODAY, signal);
    expect(report?.papers).toHaveLength(3);
    await page.waitForFunction(() => document.querySelectorAll('.papers [data-paper]').length === 3, POLLING);
    await sees('自动统计（未用模型）');
    expect(askedFor('model')).toEqual([]);
  });

  test('with a model named later is made anew with it, and has its analyses', async ({ signal }) => {
    await open('options.html#models', '#models');
    await press('其他兼容 OpenAI 的服务');
    await page.locator('#model-address').fill(`${world.model.url}/v1`);
    await page.locator('#model-model').fill('scripted-model');
    await page.locator('#model-key').fill('sk-planted-0123456789');
    await page.locator('.model-form [type=submit]').click();
    await sees('已保存');
    await openPopup();
    await sees('11 月 18 日的日报没有用模型。');
    await press('用模型做');
    await page.waitForFunction(() => document.querySelector('.day-progress') !== null, POLLING);
    const report = await made(TODAY, signal);
    expect(report?.papers.map(({ analysis }) => analysis?.basis)).toEqual(['full', 'full', 'full']);
    await sees('一种更快画地图的方法');
    await sees('怎样更快地画地图');
    expect(twice(askedFor(''))).toEqual([]);
  });

  test('goes on where it was when Firefox ends the background in the middle, and pays nothing twice', async ({
    signal,
  }) => {
    const from = { guides: askedFor('model guide').length, all: world.asked.length };
    const guides = () => askedFor('model guide').slice(from.guides);
    world.instead = (key) =>
      key.startsWith('guide') && guides().length > 1 ? { late: true, steps: [{ cut: true }] } : null;
    await open('library.html#/catch-up', '.missing-days');
    await press('补做 11 月 17 日的日报');
    while (guides().length < 3) {
      signal.throwIfAborted();
      if (await page.evaluate(IS_DEAD)) await openPopup();
    }
    await page.waitForFunction(IS_DEAD, POLLING);
    const starts = await readStarts();
    const [paid = '', ...lost] = guides();
    const asked = world.asked.length;
    const before = await readDay(YESTERDAY);
    expect(before).toMatchObject({ state: 'running', progress: { step: 'analyse' } });
    expect((await readRows('analyses')).map(({ paperId }) => `guide ${paperId}`)).toContain(paid);

    // Its alarm would wake the background as well; a browser may forget it.
    await page.evaluate('browser.alarms.clearAll()');
    world.instead = () => null;
    world.letGo();
    await openPopup();
    const report = await made(YESTERDAY, signal);
    expect(report?.papers.map(({ analysis }) => analysis?.basis)).toEqual(['full', 'full', 'full']);
    const again = world.asked.slice(asked).map(({ key }) => key);
    // What was asked for and never answered, and what comes behind it.
    const owed = [...new Set([...lost, 'overview'])].toSorted();
    expect([...new Set(again)].toSorted()).toEqual(owed);
    // On a slow machine the background ends once more meanwhile; only what was on its way then, two at most, is asked for anew.
    const more = (await readStarts()) - starts - 1;
    expect(again.length - owed.length, `begun anew ${more} times more`).toBeLessThanOrEqual(2 * more);
    expect((await readRows('analyses')).filter(({ paperId }) => `guide ${paperId}` === paid)).toHaveLength(1);
    await open(`library.html#/report/${YESTERDAY}`, '.report-daily, .items');
    await sees('怎样更快地画地图');
  });
});
