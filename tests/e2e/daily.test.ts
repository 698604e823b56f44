import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownReportId } from '@/core/library/own-report';
import type { Paper, Report } from '@/core/paper';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { type Chromium, openChromium, stopWorkers } from '@/scripts/browser/chromium';
import { panelText } from '@/scripts/browser/daodu';
import type { Site } from '@/scripts/browser/site';
import { absUrl, CHROME_BUILD } from './arxiv';
import { allowHosts } from './allow';
import { askForDay, readDay, readTable, setDaily, wakeWorker } from './daily-library';
import { announcedDays, type Asked, DailyWorld } from './daily-world';
import { findBrowser, seededRandom } from './killing';
import { openPaper } from './panel';
import { hasNoted } from './preferences';
import { replicaSite } from './sample';
import { addModel } from './writer';

/** How often the worker or the browser is stopped, at least. */
const LEAST_KILLS = 12;
const SEED = Number(process.env['DAODU_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
const random = seededRandom(SEED);
const upTo = (count: number) => Math.floor(random() * count);

/** A report takes some requests to arXiv, three seconds apart. */
const PATIENCE = { timeout: 120_000, interval: 100 };
/** arXiv's interval, less what a request may take longer on its way than the one behind it. */
const LEAST_APART_MILLISECONDS = 2_000;

const SETTINGS = {
  categories: ['cs.CV'],
  dailyMost: 3,
  interests: { primary: ['title'], secondary: [], excluded: [], authors: [] },
};

function siteOf(id: string): Site {
  const plain = {
    titleChinese: null,
    analysis: null,
    failure: null,
    keyFindings: [],
    links: [],
    extra: {},
    saved: null,
  };
  const paper: Paper = {
    ...plain,
    id,
    version: 1,
    title: `Title of ${id}`,
    authors: ['Ana Roe'],
    published: '2026-11-20',
    categories: ['cs.CV'],
    abstract: `About ${id}.`,
  };
  return replicaSite([paper]);
}

/** The shortest time between two requests to arXiv, in milliseconds. */
function shortestPause(asked: readonly Asked[]): number {
  const times = asked.filter(({ of }) => of === 'arxiv').map(({ at }) => at);
  return Math.min(...times.slice(1).map((at, index) => at - (times[index] ?? 0)));
}

async function openOptions(chromium: Chromium): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(chromium.pageUrl('options.html#models'));
  await page.getByRole('heading').first().waitFor();
  return page;
}

async function nameModel(page: Page, world: DailyWorld): Promise<void> {
  await addModel(page, '其他兼容 OpenAI 的服务', `${world.model.url}/v1`, 'sk-planted-0123456789');
}

const isMade = (page: Page, date: string) =>
  expect.poll(async () => (await readDay(page, date))?.state, PATIENCE).toBe('done');

async function readReport(page: Page, date: string): Promise<Report> {
  const text = (await readTable(page, 'reportTexts')).find(({ reportId }) => reportId === ownReportId(date));
  if (!text) throw new Error(`there is no report of ${date}`);
  return text.report;
}

/** What was asked for while something was done, and how long that took. */
async function measured(world: DailyWorld, work: () => Promise<void>) {
  const from = world.asked.length;
  const begun = performance.now();
  await work();
  const asked = world.asked.slice(from);
  const count = (of: Asked['of']) => asked.filter((each) => each.of === of).length;
  return { arxiv: count('arxiv'), model: count('model'), seconds: (performance.now() - begun) / 1_000 };
}

describe('the report of a day, made here', () => {
  const [date = ''] = announcedDays(1);
  let world: DailyWorld;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    world = await DailyWorld.start(siteOf);
    chromium = await openChromium({ extension: CHROME_BUILD, server: world.loopback });
    page = await openOptions(chromium);
    await setDaily(page, SETTINGS);
  });
  afterAll(async () => {
    await chromium.close();
    await world.close();
  });

  test('without a model stands in the popup, and says how it was made', async () => {
    const took = await measured(world, async () => {
      await askForDay(page, date, SETTINGS);
      await isMade(page, date);
    });
    console.info('without a model', took);
    expect(took.model).toBe(0);
    const [report] = await readTable(page, 'reports');
    expect(report).toMatchObject({ id: ownReportId(date), source: '本机生成' });
    expect(report?.entries).toHaveLength(3);
    await expect.poll(() => page.evaluate('chrome.action.getBadgeText({})')).toBe('3');
    const popup = await chromium.context.newPage();
    await popup.goto(chromium.pageUrl('popup.html'));
    for (const { title } of report?.entries ?? []) await popup.getByText(title).first().waitFor();
    expect(await popup.locator('body').innerText()).toContain('自动统计（未用模型）');
    await popup.close();
  });

  test('with a model is the same with analyses, each there once, exported and read back byte for byte', async () => {
    await allowHosts(chromium, 'http://127.0.0.1/*');
    await nameModel(page, world);
    const took = await measured(world, async () => {
      await askForDay(page, date, SETTINGS);
      await isMade(page, date);
    });
    console.info('with a model', took);
    const report = await readReport(page, date);
    expect(report.papers.map(({ analysis }) => analysis?.basis)).toEqual(['full', 'full', 'full']);
    expect(report.summary?.markdown).toContain('怎样更快地画地图');
    const markdown = formatReport(report);
    expect(formatReport(parseReport(markdown).report)).toBe(markdown);
    const ids = report.papers.map(({ id }) => id);
    const analyses = await readTable(page, 'analyses');
    expect(analyses.map(({ paperId }) => paperId).toSorted()).toEqual(ids.toSorted());
    const { page: paper, panel } = await openPaper(chromium, absUrl(ids[0] ?? ''));
    expect(await panelText(paper.locator('daodu-panel'))).toContain('一种更快画地图的方法');
    expect(await panel.getByRole('combobox').count()).toBe(0);
    await paper.close();
  });

  test('by itself is waited for with an alarm, and with none when that is switched off', async () => {
    const readAlarm = () => page.evaluate(`chrome.alarms.get('daily').then((alarm) => alarm?.name ?? null)`);
    expect(await readAlarm()).toBeNull();
    // Without its model: a day that happens to be due asks nobody for anything.
    await setDaily(page, { ...SETTINGS, dailyModel: false, daily: true });
    await wakeWorker(page);
    await expect.poll(readAlarm).toBe('daily');
    await setDaily(page, SETTINGS);
    await wakeWorker(page);
    await expect.poll(readAlarm).toBeNull();
  });
});

describe(`a day in which the worker and the browser are killed (DAODU_SEED=${SEED})`, () => {
  const days = announcedDays(4);
  const profile = mkdtempSync(join(tmpdir(), 'daodu-daily-'));
  const kills: Record<string, number> = {};
  const total = () => Object.values(kills).reduce((sum, count) => sum + count, 0);
  const reports: Report[] = [];
  let world: DailyWorld;
  let chromium: Chromium;
  let page: Page;

  const open = () => openChromium({ extension: CHROME_BUILD, server: world.loopback, profile });

  beforeAll(async () => {
    world = await DailyWorld.start(siteOf);
  });
  afterAll(async () => {
    await chromium.close();
    await world.close();
    rmSync(profile, { recursive: true, force: true });
  });

  /** What the library has, and so is never asked for again. */
  async function keptKeys(date: string): Promise<Set<string>> {
    const [answers, texts, analyses] = await Promise.all([
      readTable(page, 'answers'),
      readTable(page, 'texts'),
      readTable(page, 'analyses'),
    ]);
    const job = await readDay(page, date);
    const scored = Object.keys(job?.progress.scores ?? {});
    const isOver = job?.progress.step === 'save' || job?.state === 'done';
    return new Set([
      ...answers.map(({ key }) => key.slice('YYYY-MM-DD '.length)),
      ...texts.map(({ id }) => `https://arxiv.org/html/${id}`),
      ...analyses.map(({ paperId }) => `guide ${paperId}`),
      ...world.asked.flatMap(({ key }) => {
        const [kind, ...ids] = key.split(' ');
        return kind === 'score' && ids.every((id) => scored.includes(id)) ? key : [];
      }),
      ...(isOver ? ['overview'] : []),
    ]);
  }

  /** Ends the worker, or the browser with all that it holds. @returns what the library had by then. */
  async function kill(date: string, kind: 'worker' | 'browser'): Promise<Set<string>> {
    let kept = new Set<string>();
    if (kind === 'worker') {
      await stopWorkers(page);
      kept = await keptKeys(date);
    } else {
      kept = await keptKeys(date);
      const gone = new Promise((resolve) => chromium.context.once('close', resolve));
      process.kill(findBrowser(profile), 'SIGKILL');
      await gone;
    }
    world.letGo();
    if (kind === 'browser') {
      chromium = await open();
      page = await openOptions(chromium);
    }
    await wakeWorker(page);
    return kept;
  }

  /** Makes a day's report with as many kills as are asked for, and looks that nothing was asked for twice. */
  async function makeDay(date: string, most: number): Promise<void> {
    const from = world.asked.length;
    const asked = () => world.asked.slice(from);
    /** How often a request may have been lost. */
    const lost = new Map<string, number>();
    await askForDay(page, date, SETTINGS);
    for (let count = 0; count < most; count++) {
      let isReached = false;
      const phase = upTo(2) === 0 ? 'before' : 'after';
      void world.atRequest(1 + upTo(3), phase).then(() => (isReached = true));
      await expect.poll(async () => isReached || (await readDay(page, date))?.state === 'done', PATIENCE).toBe(true);
      if (!isReached) break;
      if (phase === 'after') for (let looks = upTo(6); looks > 0; looks--) await readDay(page, date);
      const kind = upTo(3) === 0 ? 'browser' : 'worker';
      const before = new Set(asked().map(({ key }) => key));
      const kept = await kill(date, kind);
      kills[`${kind} ${phase}`] = (kills[`${kind} ${phase}`] ?? 0) + 1;
      for (const key of before) if (!kept.has(key)) lost.set(key, (lost.get(key) ?? 0) + 1);
    }
    await isMade(page, date);
    const counts = new Map<string, number>();
    for (const { key } of asked()) counts.set(key, (counts.get(key) ?? 0) + 1);
    const twice = [...counts].filter(([key, count]) => count > 1 + (lost.get(key) ?? 0));
    expect(twice, `asked again: ${date}, DAODU_SEED=${SEED}`).toEqual([]);
  }

  test('is first made without that', { timeout: 400_000 }, async () => {
    const plain = await openChromium({ extension: CHROME_BUILD, server: world.loopback });
    const own = await openOptions(plain);
    await setDaily(own, SETTINGS);
    await allowHosts(plain, 'http://127.0.0.1/*');
    await nameModel(own, world);
    for (const date of days) {
      const took = await measured(world, async () => {
        await askForDay(own, date, SETTINGS);
        await isMade(own, date);
      });
      console.info(date, took);
      reports.push(await readReport(own, date));
    }
    await plain.close();
    expect(shortestPause(world.asked)).toBeGreaterThan(LEAST_APART_MILLISECONDS);
  });

  test('is the same in the end, with nothing paid twice and arXiv left its time', { timeout: 900_000 }, async () => {
    chromium = await open();
    page = await openOptions(chromium);
    await setDaily(page, SETTINGS);
    await allowHosts(chromium, 'http://127.0.0.1/*');
    await nameModel(page, world);
    await expect.poll(() => hasNoted(profile, 'http://127.0.0.1/*'), PATIENCE).toBe(true);
    const from = world.asked.length;
    for (const [index, date] of days.entries()) {
      await makeDay(date, Math.max(4, Math.ceil((LEAST_KILLS - total()) / (days.length - index))));
      expect(await readReport(page, date), `${date}, DAODU_SEED=${SEED}`).toEqual(reports[index]);
    }
    const asked = world.asked.slice(from);
    console.info(`${total()} kills, ${asked.length} requests`, kills, `shortest pause ${shortestPause(asked)} ms`);
    expect(total()).toBeGreaterThanOrEqual(LEAST_KILLS);
    expect(shortestPause(asked)).toBeGreaterThan(LEAST_APART_MILLISECONDS);
    const analyses = await readTable(page, 'analyses');
    expect(new Set(analyses.map(({ paperId }) => paperId)).size).toBe(analyses.length);
  });
});
