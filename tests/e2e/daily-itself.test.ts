import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, openChromium, stopWorkers } from '@/scripts/browser/chromium';
import { CHROME_BUILD } from './arxiv';
import { PATIENCE, readDay, readReport, readTable, setDaily, SETTINGS, wakeWorker } from './daily-library';
import { DailyWorld } from './daily-world';
import { TimedBuild } from './timed-build';

const readAlarms = `chrome.alarms.getAll().then((alarms) => alarms.map(({ name }) => name))`;

describe('a report that comes by itself', () => {
  const profile = mkdtempSync(join(tmpdir(), 'daodu-itself-'));
  const build = new TimedBuild(CHROME_BUILD, '2026-11-24T14:00+08:00');
  let world: DailyWorld;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    world = await DailyWorld.start(build.now);
    await open();
  });
  afterAll(async () => {
    await chromium.close();
    await world.close();
    build.remove();
    rmSync(profile, { recursive: true, force: true });
  });

  /** Opens the browser, with none of our pages in it but the one that looks on, which wakes nothing. */
  async function open(): Promise<void> {
    chromium = await openChromium({ extension: build.folder, server: world.loopback, profile });
    page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl('welcome.html'));
  }

  /** Closes the browser, and opens it at another time. @returns where what is asked for since then begins. */
  async function openAt(moment: string): Promise<number> {
    await chromium.close();
    build.putClock(moment);
    const from = world.asked.length;
    await open();
    return from;
  }

  /** Has the worker look whether a day is due; resolves once it has found none to begin. */
  async function lookAround(): Promise<void> {
    await page.evaluate(`chrome.alarms.clear('daily')`);
    await wakeWorker(page);
    await expect.poll(() => page.evaluate(readAlarms), PATIENCE).toContain('daily');
  }

  /** Resolves once a day's report is there, and looks that it stays the only one however often the worker looks around. */
  async function comesOnce(date: string): Promise<void> {
    await expect.poll(async () => (await readDay(page, date))?.state, PATIENCE).toBe('done');
    expect((await readReport(page, date)).papers).toHaveLength(3);
    const asked = world.asked.length;
    for (let times = 0; times < 3; times++) await lookAround();
    expect(world.asked).toHaveLength(asked);
    expect((await readTable(page, 'reports')).filter((report) => report.date === date)).toHaveLength(1);
  }

  /** What the popup says of the day. */
  async function readDock(): Promise<string> {
    const popup = await chromium.context.newPage();
    await popup.goto(chromium.pageUrl('popup.html'));
    const dock = popup.getByRole('region', { name: '本机日报' });
    await dock.locator('.line').first().waitFor();
    const text = await dock.innerText();
    await popup.close();
    return text;
  }

  test('begins when it is switched on, and not before', async () => {
    const options = await chromium.context.newPage();
    await options.goto(chromium.pageUrl('options.html'));
    await options.getByRole('heading').first().waitFor();
    await setDaily(page, SETTINGS);
    await wakeWorker(page);
    expect(await readDock()).toContain('今天的日报可以在本机生成');
    expect(world.asked).toEqual([]);
    await options.reload();
    await options.getByRole('checkbox', { name: '每个工作日在这台电脑上生成日报' }).click();
    await comesOnce('2026-11-24');
    await options.close();
  });

  test('comes when the browser is opened behind the hour, with no click', async () => {
    await openAt('2026-11-25T14:00+08:00');
    await comesOnce('2026-11-25');
  });

  test('comes with the alarm, though the worker is dead', async () => {
    const from = await openAt('2026-11-26T10:00+08:00');
    await lookAround();
    expect(await readDock()).toMatch(/今天的预计 ?13:30 ?后更新/);
    await stopWorkers(page);
    // The hour has come sooner than the alarm was set for, which is rung at once.
    await setDaily(page, { ...SETTINGS, daily: true, dailyMinutes: 9 * 60 + 20 });
    expect(world.asked.slice(from)).toEqual([]);
    await page.evaluate(`chrome.alarms.create('daily', { when: Date.now() })`);
    await comesOnce('2026-11-26');
  });

  test.each([
    ['a holiday', '2026-11-27T14:00+08:00', '节假日无公告，下一份预计 11 月 30 日 09:20 后更新'],
    ['a weekend', '2026-11-28T15:00+08:00', '周末无公告，下一份预计 11 月 30 日 09:20 后更新'],
    ['the Monday behind a Friday that was a holiday', '2026-12-28T14:00+08:00', '节假日无公告'],
  ])('does not come on %s, and the popup says why', async (_, moment, reason) => {
    const from = await openAt(moment);
    await lookAround();
    expect(await readDock()).toContain(reason);
    expect(world.asked.slice(from)).toEqual([]);
  });

  test('comes on a weekday of a year whose holidays nobody knows yet', async () => {
    await openAt('2027-03-03T14:00+08:00');
    await comesOnce('2027-03-03');
  });
});
