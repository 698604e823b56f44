import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnnouncedDay } from '@/core/announcements/announced-day';
import { feedReadyAt, lastAnnouncementDay } from '@/core/announcements/calendar';
import { type Chromium, openChromium, stopWorkers } from '@/scripts/browser/chromium';
import { readPanel } from '@/scripts/browser/daodu';
import { dayFileOf, lastDays, reportOf, rssOf } from '../feed-days';
import { FeedServer } from '../feed-server';
import { allowHosts } from './allow';
import { absUrl, CHROME_BUILD } from './arxiv';
import { findBrowser, type Rows, rowsOf } from './killing';
import { hasNoted } from './preferences';
import { readSamplePapers, replicaSite } from './sample';

const RAW = 'https://raw.githubusercontent.com/Owen-Liuyuxuan/papers_reading_sharing.github.io';
const dayUrl = (date: string, branch = 'main') =>
  `${RAW}/${branch}/docs/other_categories/daily/arxiv_cv_report_${date}.md`;
const otherUrl = (date: string) => `https://feeds.example.org/${date}.jsonl`;

const papers = readSamplePapers();
const site = () => replicaSite(papers);

async function openFeeds(chromium: Chromium): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(chromium.pageUrl('library.html#/feeds'));
  await page.getByRole('heading', { name: '公开的日报' }).waitFor();
  return page;
}

/** Subscribes to an address, as a reader would type it. */
async function subscribeTo(page: Page, address: string, name: string): Promise<void> {
  await page.getByLabel('日报地址').fill(address);
  await page.getByLabel('名称').fill(name);
  await page.getByRole('button', { name: '预览最新的一天' }).click();
  await page.getByRole('button', { name: '订阅', exact: true }).click();
  await page.getByRole('button', { name: '立即检查' }).waitFor();
}

async function fillDays(page: Page, days: number): Promise<void> {
  await page.getByLabel('天数').fill(String(days));
  await page.getByRole('button', { name: `补取最近 ${days} 天` }).click();
}

/** What comes in by real servers and browsers takes its time. */
const PATIENCE = { timeout: 60_000, interval: 200 };

/** The days of which the library has a report, once there are so many. */
async function reportDates(page: Page, count: number): Promise<string[]> {
  const read = async () => (await page.evaluate<{ date: string }[]>(rowsOf('reports'))).map(({ date }) => date);
  await expect.poll(async () => (await read()).length, PATIENCE).toBeGreaterThanOrEqual(count);
  return read();
}

/** Resolves once nothing is waiting or running. */
async function settled(page: Page): Promise<void> {
  const open = async () =>
    (await page.evaluate<{ id: string; state: string }[]>(rowsOf('jobs'))).filter(({ state }) =>
      ['waiting', 'running'].includes(state),
    );
  await expect.poll(open, PATIENCE).toEqual([]);
}

/** Whether the extension may reach an address. */
const mayReach = (page: Page, pattern: string) =>
  page.evaluate<boolean>(`chrome.permissions.contains({ origins: ['${pattern}'] })`);

/** Has the reader follow a category, as the welcome page would. */
const follow = (category: string) => `new Promise((resolve, reject) => {
  const opening = indexedDB.open('library');
  opening.onsuccess = () => {
    const writing = opening.result.transaction('settings', 'readwrite');
    writing.objectStore('settings').put({ name: 'settings', value: { categories: ['${category}'] } });
    writing.oncomplete = resolve;
    writing.onabort = reject;
  };
})`;

describe('a subscription', () => {
  let server: FeedServer;
  let chromium: Chromium;
  let page: Page;
  const [today = '', yesterday = '', before = ''] = lastDays(3, true);
  const announced = lastAnnouncementDay(Date.now());

  beforeAll(async () => {
    server = await FeedServer.start(site());
    server.put('https://rss.arxiv.org/rss/cs.CV', {
      body: rssOf(announced, 'cs.CV', [papers[0].id, papers[1].id, '2611.00001', '2611.00002']),
    });
    server.put(dayUrl(today), { body: reportOf(today, papers) });
    chromium = await openChromium({ extension: CHROME_BUILD, server: server.loopback });
    await allowHosts(chromium, 'https://raw.githubusercontent.com/*', 'https://feeds.example.org/*');
    page = await openFeeds(chromium);
    await page.evaluate(follow('cs.CV'));
  });
  afterAll(() => Promise.all([chromium.close(), server.close()]));

  test('begins with a preview, which asks for nothing before it is clicked, and says what there is', async () => {
    expect(server.seen).toEqual([]);
    await page.getByRole('button', { name: /^预览：everyday_my_arxiv/ }).click();
    await page.getByText('最新的一天', { exact: true }).waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain(`${papers.length} 篇`);
    expect(text).toContain('经 raw.githubusercontent.com');
    expect(text).toContain('没有查到许可说明');
    expect(await page.evaluate(rowsOf('reports'))).toEqual([]);
    expect(server.seen.every(({ headers }) => !headers.cookie && !headers.referer && !headers.authorization)).toBe(
      true,
    );
  });

  test('brings the newest day in, by the branch that has it, and the popup shows it', async () => {
    await page.getByRole('button', { name: '订阅', exact: true }).click();
    expect(await reportDates(page, 1)).toEqual([today]);
    expect(server.askedFor(today).map(({ url }) => url)).toContain(dayUrl(today, 'master'));
    const popup = await chromium.context.newPage();
    await popup.goto(chromium.pageUrl('popup.html'));
    await popup.locator('[data-paper]').first().waitFor();
    expect(await popup.locator('[data-paper]').count()).toBe(papers.length);
    expect(await popup.locator('body').innerText()).toContain('经 raw.githubusercontent.com 获取');
    await popup.close();
  });

  test('lets three of its papers be read offline', async () => {
    const asked = server.seen.length;
    const reader = await chromium.context.newPage();
    for (const { id, analysis } of papers.filter((one) => one.analysis).slice(0, 3)) {
      await reader.goto(chromium.pageUrl(`library.html#/paper/${id}`));
      const words = /[\u4e00-\u9fff]{6}/.exec(analysis?.sections[0]?.markdown ?? '')?.[0] ?? '';
      await reader.getByText(words).first().waitFor();
      await reader.goto(absUrl(id));
      expect(await readPanel(reader)).toMatchObject({ state: 'analysis' });
    }
    await reader.close();
    expect(server.seen.length).toBe(asked);
  });

  test('asks arXiv once what it announced, as soon as that is out', async () => {
    await settled(page);
    // Before that time of the day nobody can be asked.
    const times = Date.now() >= feedReadyAt(announced) ? 1 : 0;
    expect(server.askedFor('rss.arxiv.org')).toHaveLength(times);
    const days = await page.evaluate<AnnouncedDay[]>(rowsOf('announcements'));
    expect(days.map(({ date, items }) => [date, items.length])).toEqual(times === 0 ? [] : [[announced, 4]]);
    // Whoever wants it next, such as the day's report, finds it here.
    const answers = await page.evaluate<Rows['answers']>(rowsOf('answers'));
    const key = `${announced} https://rss.arxiv.org/rss/cs.CV`;
    expect(answers.map((answer) => answer.key)).toEqual(times === 0 ? [] : [key]);
  });

  test('asks again only for what has changed', async () => {
    await page.getByRole('button', { name: '立即检查' }).click();
    await settled(page);
    const last = server.askedFor(`/main/`).at(-1);
    expect(last).toMatchObject({ url: dayUrl(today), status: 304 });
    expect(await reportDates(page, 1)).toEqual([today]);
  });

  test('fills in past days; the worker is stopped in the middle, and nothing is half there or asked for twice', async () => {
    server.put(dayUrl(yesterday), { body: reportOf(yesterday, papers.slice(0, 3)), held: true });
    server.put(dayUrl(before), { body: reportOf(before, papers.slice(2, 4)) });
    await fillDays(page, 7);
    await server.held();
    await stopWorkers(page);
    server.put(dayUrl(yesterday), { body: reportOf(yesterday, papers.slice(0, 3)) });
    server.release();
    // A reader who comes back, or opens a paper, wakes the worker; so does the alarm.
    const visit = await chromium.context.newPage();
    await visit.goto(absUrl(papers[0].id));
    expect(await reportDates(page, 3)).toEqual([before, yesterday, today].toSorted());
    await settled(page);
    expect(server.askedFor(dayUrl(before))).toHaveLength(1);
    expect(server.askedFor(dayUrl(yesterday)).filter(({ status }) => status === 200)).toHaveLength(2);
    await visit.close();
  });

  test('stops filling in when it is told to, and keeps what had come', async () => {
    const [sixth = '', seventh = ''] = lastDays(7, true).slice(5);
    server.put(dayUrl(sixth), { body: reportOf(sixth, papers.slice(0, 1)), held: true });
    await fillDays(page, 14);
    await server.held();
    await page.getByRole('button', { name: /^取消/ }).first().click();
    await settled(page);
    server.release();
    server.put(dayUrl(sixth), null);
    expect(await reportDates(page, 3)).toEqual([before, yesterday, today].toSorted());
    expect(server.askedFor(dayUrl(seventh))).toEqual([]);
    const jobs = await page.evaluate<{ state: string }[]>(rowsOf('jobs'));
    expect(jobs.map(({ state }) => state)).toContain('cancelled');
  });

  test('shows a paper once over its days, and says when it was there before', async () => {
    const popup = await chromium.context.newPage();
    await popup.goto(chromium.pageUrl('popup.html'));
    await popup.getByText(/以前出现过 4 篇/).click();
    const text = await popup.locator('body').innerText();
    const [, month = '', day = ''] = before.split('-').map((part) => String(Number(part)));
    expect(text).toContain(`${month} 月 ${day} 日出现过`);
    for (const { id } of papers) expect(await popup.locator(`[data-paper="${id}"]`).count()).toBe(1);
    await popup.close();
  });

  test('of another feed with the same papers puts both analyses side by side, and the failed one nowhere', async () => {
    const [first, second, third] = [papers[0], papers[1], papers[2] ?? papers[0]];
    server.put(otherUrl(today), { body: dayFileOf([first, second, third]) });
    await page.goto(chromium.pageUrl('library.html#/feeds'));
    await subscribeTo(page, 'https://feeds.example.org/{date}.jsonl', '另一份');
    await reportDates(page, 4);
    const reader = await chromium.context.newPage();
    await reader.goto(absUrl(first.id));
    const panel = await readPanel(reader);
    expect(panel?.state).toBe('analysis');
    const sources = await reader.locator('daodu-panel').evaluate((host) => host.shadowRoot?.textContent ?? '');
    expect(sources).toContain('另一份');
    await reader.close();
    const analyses = await page.evaluate<{ paperId: string; source: string; basis: string }[]>(rowsOf('analyses'));
    const own = analyses.filter(({ source }) => source === '另一份');
    expect(own.map(({ paperId }) => paperId)).toEqual([first.id, second.id].toSorted());
    expect(own.every(({ basis }) => basis === 'abstract')).toBe(true);
    const popup = await chromium.context.newPage();
    await popup.goto(chromium.pageUrl('popup.html'));
    await popup.locator('[data-paper]').first().waitFor();
    for (const { id } of papers.slice(4)) expect(await popup.locator(`[data-paper="${id}"]`).count()).toBe(1);
    await popup.close();
  });

  test('that is given up gives its host back, and keeps what came in', async () => {
    expect(await mayReach(page, 'https://feeds.example.org/*')).toBe(true);
    await page.getByRole('button', { name: '退订', exact: true }).click();
    await page.getByRole('button', { name: '确定退订' }).click();
    await page.getByRole('heading', { name: '公开的日报' }).waitFor();
    expect(await mayReach(page, 'https://feeds.example.org/*')).toBe(false);
    expect(await mayReach(page, 'https://raw.githubusercontent.com/*')).toBe(true);
    expect(await reportDates(page, 4)).toHaveLength(4);
  });
});

describe('a feed that goes wrong', () => {
  let server: FeedServer;
  let chromium: Chromium;
  const [today = '', yesterday = '', before = '', earlier = ''] = lastDays(4);

  beforeAll(async () => {
    server = await FeedServer.start(site());
    chromium = await openChromium({ extension: CHROME_BUILD, server: server.loopback });
    await allowHosts(
      chromium,
      'https://feeds.example.org/*',
      'https://moved.example.org/*',
      'https://slow.example.org/*',
    );
  });
  afterAll(() => Promise.all([chromium.close(), server.close()]));

  test('by leading elsewhere says so, and nobody follows', async () => {
    const page = await openFeeds(chromium);
    server.put(`https://moved.example.org/${today}.md`, {
      status: 302,
      headers: { location: `https://feeds.example.org/${today}.md` },
    });
    await page.getByLabel('日报地址').fill('https://moved.example.org/{date}.md');
    await page.getByRole('button', { name: '预览最新的一天' }).click();
    await page.getByText('该地址已跳转，请填写新地址').waitFor();
    expect(server.askedFor('feeds.example.org')).toEqual([]);
    await page.close();
  });

  test('on one day has its other days, and is told with the reason; the other feed is not delayed', async () => {
    server.put(otherUrl(today), { body: dayFileOf(papers) });
    server.put(otherUrl(yesterday), { body: '这不是日报。' });
    server.put(otherUrl(before), { body: dayFileOf(papers).slice(0, -400) });
    server.put(otherUrl(earlier), { body: dayFileOf(papers), cutAt: 1_000 });
    const page = await openFeeds(chromium);
    await subscribeTo(page, 'https://feeds.example.org/{date}.jsonl', '有好有坏');
    await reportDates(page, 1);
    await settled(page);
    // Another feed hangs meanwhile.
    server.put(`https://slow.example.org/${today}.jsonl`, { body: dayFileOf(papers.slice(0, 1)) });
    const slow = await openFeeds(chromium);
    await subscribeTo(slow, 'https://slow.example.org/{date}.jsonl', '很慢');
    await reportDates(slow, 2);
    server.put(`https://slow.example.org/${yesterday}.jsonl`, { body: dayFileOf(papers), held: true });
    await fillDays(slow, 3);
    await server.held();

    await fillDays(page, 3);
    await page.getByText('读不了').first().waitFor();
    const days = await page.getByRole('table').innerText();
    expect(days).toContain('已取到');
    const dates = await reportDates(page, 3);
    expect(dates.filter((date) => date === before)).toHaveLength(1);
    expect(dates.filter((date) => date === yesterday)).toEqual([]);

    await fillDays(page, 4);
    await page.getByText(/遇到问题/).waitFor();
    server.put(otherUrl(earlier), { body: dayFileOf(papers) });
    expect(await reportDates(page, 4)).toContain(earlier);
    server.release();
    await settled(page);
  });

  test('by asking for patience is left alone for so long, and then answers', async () => {
    const page = await openFeeds(chromium);
    await page.getByRole('link', { name: '有好有坏' }).first().click();
    const [, , , , fifth = ''] = lastDays(5);
    server.put(otherUrl(fifth), { status: 429, headers: { 'retry-after': '2' } });
    await fillDays(page, 5);
    await page.getByText(/遇到问题/).waitFor();
    server.put(otherUrl(fifth), { body: dayFileOf(papers) });
    await settled(page);
    expect(await page.evaluate<{ date: string }[]>(rowsOf('reports'))).toEqual(
      expect.arrayContaining([expect.objectContaining({ date: fifth })]),
    );
  });
});

describe('a browser that is killed while days come in', () => {
  const profile = mkdtempSync(join(tmpdir(), 'daodu-feeds-'));
  let server: FeedServer;
  const days = lastDays(12);

  beforeAll(async () => {
    server = await FeedServer.start(site());
  });
  afterAll(async () => {
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  });

  test('goes on where it was when it is started again', { timeout: 240_000 }, async () => {
    for (const date of days) server.put(otherUrl(date), { body: reportOf(date, papers) });
    const open = () => openChromium({ extension: CHROME_BUILD, server: server.loopback, profile });
    const first = await open();
    await allowHosts(first, 'https://feeds.example.org/*');
    const page = await openFeeds(first);
    await subscribeTo(page, 'https://feeds.example.org/{date}.jsonl', '每天');
    await reportDates(page, 1);
    await settled(page);
    const last = days[6] ?? '';
    server.put(otherUrl(last), { body: reportOf(last, papers), held: true });
    await fillDays(page, days.length);
    await server.held();
    await expect.poll(() => hasNoted(profile, 'feeds.example.org'), PATIENCE).toBe(true);
    const gone = new Promise((resolve) => first.context.once('close', resolve));
    process.kill(findBrowser(profile), 'SIGKILL');
    await gone;
    server.put(otherUrl(last), { body: reportOf(last, papers) });
    server.release();

    const second = await open();
    const again = await openFeeds(second);
    expect(await reportDates(again, days.length)).toEqual(days.toSorted());
    await settled(again);
    for (const date of days.slice(1, 6)) expect(server.askedFor(date), date).toHaveLength(1);
    const texts = await again.evaluate<{ report: { papers: unknown[] } }[]>(rowsOf('reportTexts'));
    expect(texts.every(({ report }) => report.papers.length === papers.length)).toBe(true);
    await second.close();
  });
});
