import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FeedJob } from '@/core/jobs/job';
import type { Paper } from '@/core/paper';
import { type Firefox, openFirefox } from '@/scripts/browser/firefox';
import { dayFileOf, lastDays } from '../feed-days';
import { FeedServer } from '../feed-server';
import { absUrl, FIREFOX_BUILD } from './arxiv';
import { type Rows, rowsOf } from './killing';
import { readSamplePapers, replicaSite } from './sample';

/** Shorter than the pause between two signs of life of a running job, so that the background dies while an answer is held. */
const IDLE_MILLISECONDS = 1_500;
const IS_DEAD = '!browser.extension.getViews().some((view) => view.location.pathname.includes("background"))';
/** Our pages lie behind others and are not drawn there. */
const POLLING = { polling: 100, timeout: 0 } as const;

const TABLES = ['reports', 'reportTexts', 'analyses', 'feedDays'] as const;
type Library = Pick<Rows, (typeof TABLES)[number]>;

const papers = readSamplePapers();
const [covered] = papers;
const failed = papers.at(-1) ?? covered;
const HOST = 'https://feeds.example.org/*';
const dayUrl = (date: string) => `https://feeds.example.org/${date}.jsonl`;
const days = lastDays(9);
const [today = ''] = days;

/** What is missing of the days that came in, or is there of others: nothing, where each came as a whole. */
function findHalves({ reports, reportTexts, analyses, feedDays }: Library): string[] {
  const there = feedDays.filter(({ state }) => state === 'there');
  const halves = reports.filter(({ id, entries }) => {
    const text = reportTexts.find(({ reportId }) => reportId === id);
    const own = analyses.filter(({ reportId }) => reportId === id);
    const isNoted = there.some(({ reportId, etag }) => reportId === id && etag !== null);
    // The last one's analysis has failed.
    const counts = [entries.length, text?.report.papers.length, own.length + 1];
    return !isNoted || counts.some((count) => count !== papers.length);
  });
  const listed = new Set(reports.map(({ id }) => id));
  const strays = [
    ...reportTexts.map(({ reportId }) => reportId),
    ...analyses.map(({ reportId }) => reportId),
    ...there.map(({ reportId }) => reportId),
  ].filter((id) => !listed.has(id ?? ''));
  return [...halves.map(({ id }) => `half ${id}`), ...strays.map((id) => `stray ${id ?? ''}`)];
}

/** The days of its reports, newest first. */
const datesOf = ({ reports }: Pick<Library, 'reports'>) =>
  reports
    .map(({ date }) => date ?? '')
    .toSorted()
    .toReversed();

describe('a subscription in Firefox', () => {
  let server: FeedServer;
  let firefox: Firefox;
  let page: Page;
  /** The feed's own place in the library. */
  let place = '';
  let opened = 0;

  beforeAll(async () => {
    server = await FeedServer.start(replicaSite(papers));
    server.put(dayUrl(today), { body: dayFileOf(papers) });
    firefox = await openFirefox({
      extension: FIREFOX_BUILD,
      site: server.loopback,
      grantsHosts: true,
      idleMilliseconds: IDLE_MILLISECONDS,
    });
    // Only the extension's own pages may open another one here, and the welcome page opens by itself.
    const welcome = await firefox.findPage('welcome.html');
    await welcome.evaluate(() => location.assign('library.html#/feeds'));
    page = await firefox.findPage('library.html#/feeds');
  });
  afterAll(async () => {
    await firefox.close();
    await server.close();
  });

  async function press(name: string): Promise<void> {
    await page.bringToFront();
    await page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
  }
  const sees = (text: string) =>
    page.waitForFunction((wanted) => document.body.textContent?.includes(wanted), POLLING, text);
  const readText = (part: 'main' | 'body') => page.$eval(part, (element) => element.innerText);

  const readRows = <T extends keyof Rows>(table: T) => page.evaluate(rowsOf(table)) as Promise<Rows[T]>; // as: see `Rows`
  async function readLibrary(): Promise<Library> {
    const [reports, reportTexts, analyses, feedDays] = await Promise.all([
      readRows('reports'),
      readRows('reportTexts'),
      readRows('analyses'),
      readRows('feedDays'),
    ]);
    return { reports, reportTexts, analyses, feedDays };
  }
  /** The job of the feed; null before there was any. */
  async function readJob(): Promise<FeedJob | null> {
    const jobs = (await page.evaluate(rowsOf('jobs'))) as FeedJob[]; // as: those of other kinds are left out
    return jobs.find(({ kind }) => kind === 'feed') ?? null;
  }
  const mayReach = () => page.evaluate(`browser.permissions.contains({ origins: ['${HOST}'] })`);

  /** What the panel of a paper's page shows; to open it wakes the background. */
  async function visit({ id }: Paper): Promise<{ state: string | null; text: string }> {
    const visited = await firefox.open(absUrl(id));
    await visited.waitForSelector('daodu-panel:not([data-state=loading])');
    // A background this short-lived may die over the page's question; its reader is told to load the page again then.
    while (await visited.$('daodu-panel[data-state=error]')) {
      await visited.reload({ waitUntil: 'domcontentloaded' });
      await visited.waitForSelector('daodu-panel:not([data-state=loading])');
    }
    const panel = await visited.$eval('daodu-panel', (host) => ({
      state: host.getAttribute('data-state'),
      text: host.shadowRoot?.textContent ?? '',
    }));
    await visited.close();
    return panel;
  }

  /** Opens one of our own pages in place of the one before, which wakes the background. */
  async function open(path: string, drawn: string): Promise<void> {
    await page.evaluate((address) => location.assign(address), path);
    page = await firefox.findPage(path);
    await page.waitForFunction((selector) => document.querySelector(selector) !== null, POLLING, drawn);
  }
  /** Opens the library anew, at the page of the feed. */
  async function openLibrary(): Promise<void> {
    opened += 1;
    await open(`library.html?${opened}${place}`, '#feed-fill');
  }

  /**
   * Resolves once something has come about. A background this short-lived may die before it has looked for jobs, and its alarm
   * rings late; readers open more than one page.
   */
  async function until(
    signal: AbortSignal,
    isSo: () => boolean | Promise<boolean>,
    wake: () => Promise<unknown> = () => visit(covered),
  ): Promise<void> {
    while (!(await isSo())) {
      signal.throwIfAborted();
      await wake();
    }
  }
  const done = (signal: AbortSignal, wake?: () => Promise<unknown>) =>
    until(signal, async () => (await readJob())?.state === 'done', wake);

  test('asks for nothing before 预览, and then shows what there is', async () => {
    await sees('公开的日报');
    expect(await mayReach()).toBe(false);
    await page.locator('#feed-address').fill('https://feeds.example.org/{date}.jsonl');
    await page.locator('#feed-name').fill('每天');
    expect(server.seen).toEqual([]);
    await press('预览最新的一天');
    await sees('最新的一天');
    await page.waitForSelector('.day-facts');
    const text = await readText('main');
    expect(text).toContain(`${papers.length} 篇`);
    expect(text).toContain(`${papers.length - 1} 篇`);
    expect(text).toContain('仅据摘要');
    expect(text).toContain('经 feeds.example.org');
    expect(await mayReach()).toBe(true);
    expect(server.seen.map(({ url }) => url)).toEqual([dayUrl(today)]);
    expect(server.seen.every(({ headers }) => !headers.cookie && !headers.referer && !headers.authorization)).toBe(
      true,
    );
    const { reports, feedDays } = await readLibrary();
    expect([reports, feedDays, await readJob()]).toEqual([[], [], null]);
  });

  test('brings the day in, and a paper’s page shows it', async ({ signal }) => {
    await press('订阅');
    await sees('立即检查');
    place = await page.evaluate(() => location.hash);
    await done(signal);
    const library = await readLibrary();
    expect(datesOf(library)).toEqual([today]);
    expect(findHalves(library)).toEqual([]);
    // Taken out, each of these rows would be missed.
    for (const table of TABLES) {
      expect(findHalves({ ...library, [table]: library[table].slice(1) }), table).not.toEqual([]);
    }
    const shown = await visit(covered);
    expect(shown.state).toBe('analysis');
    expect(shown.text).toContain('另一份源说的第 1 篇');
    expect(shown.text).toContain('每天');
    expect((await visit(failed)).state).not.toBe('analysis');
  });

  test('asked again is told that nothing is new, and has nothing twice', async ({ signal }) => {
    const before = await readLibrary();
    const asked = server.seen.length;
    await press('立即检查');
    await until(signal, () => server.seen.length > asked);
    await done(signal);
    const again = server.seen.slice(asked);
    // A background that died before it had noted the answer asks once more.
    expect(again.map(({ url, status }) => [url, status])).toEqual(again.map(() => [dayUrl(today), 304]));
    const after = await readLibrary();
    const checkedAt = 0;
    const plain = (library: Library) => ({
      ...library,
      feedDays: library.feedDays.map((day) => ({ ...day, checkedAt })),
    });
    expect(plain(after)).toEqual(plain(before));
  });

  test('is shown in the popup', async () => {
    await open('popup.html', '[data-paper]');
    const text = await readText('body');
    expect(text).toContain(covered.title);
    expect(text).toContain('经 feeds.example.org 获取');
    await openLibrary();
  });

  // Each scene asks for three days more than the one before.
  test.for([
    ['before an answer', 'a paper’s page', 4, true, () => visit(covered)],
    ['in the middle of a file', 'the library', 7, 1_000, openLibrary],
  ] as const)(
    'fills in past days though Firefox ends the background %s; %s wakes it',
    { timeout: 240_000 },
    async ([, , count, held, wake], { signal }) => {
      const asked = days.slice(count - 3, count);
      const [first = '', second = '', third = ''] = asked;
      for (const date of [first, third]) server.put(dayUrl(date), { body: dayFileOf(papers) });
      server.put(dayUrl(second), { body: dayFileOf(papers), held });
      const before = server.seen.length;
      const askedFor = (date: string) => server.seen.slice(before).filter(({ url }) => url === dayUrl(date));
      await page.locator('#feed-fill').fill(String(count));
      await press(`补取最近 ${count} 天`);
      await until(signal, () => askedFor(second).length > 0);
      await page.waitForFunction(IS_DEAD, POLLING);
      // Nothing more comes while the answer is held, whoever waits for it.
      const { left = [] } = (await readJob())?.progress ?? {};
      expect(left).toEqual([second, third]);
      const halfway = await readLibrary();
      expect(findHalves(halfway)).toEqual([]);
      expect(datesOf(halfway)).toEqual(days.slice(0, count - 2));
      expect(askedFor(third)).toEqual([]);
      const finished = askedFor(first).length;

      // Its alarm would wake the background as well; a browser may forget it.
      await page.evaluate('browser.alarms.clearAll()');
      server.put(dayUrl(second), { body: dayFileOf(papers) });
      server.release();
      await done(signal, wake);
      const library = await readLibrary();
      expect(findHalves(library)).toEqual([]);
      expect(datesOf(library)).toEqual(days.slice(0, count));
      expect(askedFor(first)).toHaveLength(finished);
      expect(askedFor(today)).toEqual([]);
    },
  );

  test('whose address leads elsewhere says so, follows nowhere, and keeps what came in', async ({ signal }) => {
    const asked = server.seen.length;
    const location = 'https://elsewhere.example.org/day.jsonl';
    server.put(dayUrl(today), { status: 302, headers: { location } });
    await press('立即检查');
    await until(signal, () => server.seen.length > asked);
    await done(signal);
    await sees('该地址已跳转，请填写新地址');
    expect(server.askedFor('elsewhere')).toEqual([]);
    expect((await readRows('reports')).map(({ date }) => date)).toContain(today);
  });

  test('that is given up gives its host back, and keeps what came in', async () => {
    expect(await mayReach()).toBe(true);
    await press('退订');
    await press('确定退订');
    await sees('公开的日报');
    expect(await mayReach()).toBe(false);
    expect(await readRows('reports')).toHaveLength(7);
    expect(await readRows('feedDays')).toEqual([]);
    expect((await visit(covered)).state).toBe('analysis');
  });

  test('to an address that leads elsewhere is not begun', async () => {
    const asked = server.seen.length;
    await page.locator('#feed-address').fill('https://feeds.example.org/{date}.jsonl');
    await press('预览最新的一天');
    await sees('该地址已跳转，请填写新地址');
    const again = server.seen.slice(asked).map(({ url }) => url);
    expect(again).toEqual(again.map(() => dayUrl(today)));
    expect(await page.$('::-p-aria([name="订阅"][role="button"])')).toBeNull();
    await press('取消');
    await sees('公开的日报');
    await page.waitForFunction(`browser.permissions.contains({ origins: ['${HOST}'] }).then((may) => !may)`, POLLING);
  });
});
