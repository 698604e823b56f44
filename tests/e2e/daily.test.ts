import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownReportId } from '@/core/library/own-report';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { panelText } from '@/scripts/browser/daodu';
import { absUrl, CHROME_BUILD } from './arxiv';
import { allowHosts } from './allow';
import {
  askForDay,
  isMade,
  nameModel,
  openOptions,
  readReport,
  readTable,
  setDaily,
  SETTINGS,
  wakeWorker,
} from './daily-library';
import { announcedDays, DailyWorld, measured } from './daily-world';
import { openPaper } from './panel';

describe('the report of a day, made here', () => {
  const [date = ''] = announcedDays(1);
  let world: DailyWorld;
  let chromium: Chromium;
  let page: Page;

  beforeAll(async () => {
    world = await DailyWorld.start();
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
