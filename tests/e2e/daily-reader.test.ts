import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { allowHosts } from './allow';
import { CHROME_BUILD } from './arxiv';
import { PATIENCE, readDay, readReport, readTable } from './daily-library';
import { DailyWorld } from './daily-world';
import { TimedBuild } from './timed-build';
import { addModel } from './writer';

/** A Wednesday morning behind arXiv's announcement and before the hour at which reports come by themselves. */
const MOMENT = '2026-11-18T10:00+08:00';
const TODAY = '2026-11-18';
const YESTERDAY = '2026-11-17';
const MONDAY = '2026-11-16';
const WRONG_KEY = 'sk-wrong-0123456789';
const RIGHT_KEY = 'sk-right-0123456789';
const PATIENT = { timeout: 60_000 };
/** Notes in a page what it asks the browser for, and whether that was in a click. */
const NOTE_QUESTIONS = `{
  const ask = chrome.permissions.request.bind(chrome.permissions);
  globalThis.questions = [];
  chrome.permissions.request = ({ permissions = [], origins = [] }) => {
    questions.push({ of: [...permissions, ...origins].join(), inClick: navigator.userActivation.isActive });
    return ask({ permissions, origins });
  };
}`;

describe('a reader who has reports made each day', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daodu-reader-'));
  const profile = join(folder, 'profile');
  const build = new TimedBuild(CHROME_BUILD, MOMENT);
  let world: DailyWorld;
  let chromium: Chromium;
  let options: Page;
  let popup: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    world = await DailyWorld.start(build.now);
    // Headless Chromium has nobody to answer its question for notifications, and asks it no more of who had them before.
    const restore = build.demandOptional();
    await (await openChromium({ extension: build.folder, server: world.loopback, profile })).close();
    restore();
    chromium = await openChromium({ extension: build.folder, server: world.loopback, profile });
    chromium.context.on('page', (page) => page.on('pageerror', (error) => errors.push(String(error))));
    await allowHosts(chromium, 'http://127.0.0.1/*');
    options = await chromium.context.newPage();
    await options.addInitScript(NOTE_QUESTIONS);
    await options.goto(chromium.pageUrl('options.html'));
  });
  afterAll(async () => {
    await chromium.close();
    await world.close();
    build.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const dock = () => popup.getByRole('region', { name: '本机日报' });
  const press = (name: string | RegExp) => dock().getByRole('button', { name }).click();
  const askedFor = (kind: string) => world.asked.filter(({ of, key }) => of === 'model' && key.startsWith(kind));
  const statesOf = async (date: string) => (await readDay(options, date))?.progress.papers?.map(({ state }) => state);
  const isWhole = (date: string) =>
    expect
      .poll(async () => [(await readDay(options, date))?.state, ...((await statesOf(date)) ?? [])], PATIENCE)
      .toEqual(['done', 'done', 'done', 'done']);

  async function openPopup(): Promise<void> {
    popup ??= await chromium.context.newPage();
    await popup.setViewportSize({ width: 420, height: 600 });
    await popup.goto(chromium.pageUrl('popup.html'));
    await popup.bringToFront();
    await dock().waitFor({ state: 'attached' });
  }

  /** Changes the key of the model in the settings. */
  async function changeKey(key: string): Promise<void> {
    await options.bringToFront();
    await options.getByRole('button', { name: '编辑：测试模型' }).click();
    await options.getByRole('button', { name: '更换', exact: true }).click();
    await options.getByLabel('密钥', { exact: true }).fill(key);
    await options.getByRole('button', { name: '保存', exact: true }).click();
    await options.locator('.model-form').waitFor({ state: 'detached' });
  }

  test('says what they follow and look for, and has the day that there is at once, and the next one announced', async () => {
    await openPopup();
    await dock().getByText('选好关注的分类').waitFor();
    await options.bringToFront();
    await options.getByRole('searchbox', { name: /查找分类/ }).fill('cs.CV');
    await options.getByRole('checkbox', { name: /^cs\.CV/ }).click();
    await options.getByRole('textbox', { name: '主要关键词', exact: true }).pressSequentially('title');
    await options.getByLabel('最多收入几篇').fill('3');
    await options.getByLabel('最多收入几篇').press('Tab');
    expect(world.asked).toEqual([]);
    await options.getByRole('checkbox', { name: '每个工作日在这台电脑上生成日报' }).click();
    // Until arXiv's feeds go on to today's, yesterday's is what there is.
    await expect.poll(async () => (await readDay(options, YESTERDAY))?.state, PATIENCE).toBe('done');
    await popup.bringToFront();
    await dock()
      .getByText(/^今天的预计 ?13:30 ?后更新$/)
      .waitFor();
    expect(await popup.locator('.papers [data-paper]').count()).toBe(3);
    expect(await readDay(options, TODAY)).toBeNull();
  });

  test('names a model with its price, and is told what a day takes', async () => {
    await options.bringToFront();
    await addModel(options, '其他兼容 OpenAI 的服务', `${world.model.url}/v1`, WRONG_KEY);
    await options.getByRole('button', { name: '编辑：测试模型' }).click();
    await options.getByLabel('输入价格').fill('2');
    await options.getByLabel('输出价格').fill('8');
    await options.getByRole('button', { name: '保存', exact: true }).click();
    await options.getByText(/估计每天约 \d+ 次请求、约 [\d.]+ 元/).waitFor();
    await popup.bringToFront();
    const today = dock().locator('.line').filter({ hasText: '今天的预计' });
    await today.getByText(/约 \d+ 次请求，约 [\d.]+ 元/).waitFor();
    // What was made without it is offered to it as well.
    await dock().getByText('11 月 17 日的日报没有用模型。').waitFor();
    expect(askedFor('')).toEqual([]);
  });

  test('with a wrong key gets the day without a model, and is told so', async () => {
    world.instead = (_, { headers }) =>
      headers.authorization === `Bearer ${RIGHT_KEY}` ? null : { status: 401, body: { error: { message: 'no' } } };
    await openPopup();
    await press('现在生成今天的日报');
    await dock()
      .getByText(/模型没有用上，今天的日报是不用模型做的。|模型没有用上，11 月 18 日的日报是不用模型做的。/)
      .waitFor(PATIENT);
    expect(await dock().innerText()).toContain('没有接受这个密钥');
    expect(await popup.locator('.papers [data-paper]').count()).toBe(3);
    expect(await popup.locator('body').innerText()).toContain('自动统计（未用模型）');
    expect(askedFor('')).toHaveLength(1);
    expect((await readReport(options, TODAY)).papers.map(({ analysis }) => analysis)).toEqual([null, null, null]);
  });

  test('mends the key, follows how far the day is, stops it, and pays nothing twice when it goes on', async () => {
    await changeKey(RIGHT_KEY);
    world.instead = (key) => {
      const isHeld = key.startsWith('guide') && askedFor('guide').length > 1;
      return isHeld ? { late: true, steps: [{ cut: true }] } : null;
    };
    const refused = askedFor('').length;
    await popup.bringToFront();
    await press('用模型再试');
    await dock()
      .getByText(/^1\/3 篇/)
      .waitFor(PATIENT);
    expect(await dock().innerText()).toMatch(/正在写解读[^]*已用约 0\.\d+ 元/);
    expect(await dock().getByRole('progressbar').getAttribute('value')).toBe('1');
    await expect.poll(() => askedFor('guide').length, PATIENCE).toBe(3);
    const cost = (await readDay(options, TODAY))?.progress.cost;
    await press('取消');
    await dock().getByText('的日报已停止，写好的都留着。').waitFor();
    expect(await readTable(options, 'analyses')).toHaveLength(1);
    expect((await readDay(options, TODAY))?.progress.cost).toBe(cost);
    expect((await readTable(options, 'jobs')).map(({ state }) => state)).not.toContain('running');
    // Stopped, it stays so.
    const stopped = askedFor('').length;
    world.letGo();
    const [paid = '', , last = ''] = askedFor('guide').map(({ key }) => key);

    world.instead = (key) => (key === last ? { steps: [{ say: '{' }, { finish: 'filter' }] } : null);
    await openPopup();
    expect(askedFor('')).toHaveLength(stopped);
    await press('继续');
    await dock().getByText('1 篇解读没有写成').waitFor(PATIENT);
    expect((await statesOf(TODAY))?.toSorted()).toEqual(['done', 'done', 'failed']);
    expect(askedFor(paid)).toHaveLength(1);
    // The one that the wrong key was told of was asked for once more.
    const scores = askedFor('score').slice(refused);
    expect(new Set(scores.map(({ key }) => key)).size).toBe(scores.length);
    expect(askedFor('overview')).toHaveLength(1);
  });

  test('has a paper that failed tried again, and it comes in', async () => {
    world.instead = () => null;
    const before = askedFor('').length;
    await press(/^1 篇解读没有写成/);
    await press(/^重试这篇：Title of /);
    await isWhole(TODAY);
    expect(askedFor('').slice(before)).toHaveLength(1);
    const report = await readReport(options, TODAY);
    expect(report.papers.map(({ analysis }) => analysis?.basis)).toEqual(['full', 'full', 'full']);
    await popup.getByText('一种更快画地图的方法').nth(2).waitFor();
    await expect.poll(() => dock().innerText()).not.toContain('没有写成');
  });

  test('sees why a paper was chosen by pointing at it, and what was left out by opening its line', async () => {
    await openPopup();
    await popup.locator('.papers .why').first().hover();
    const tip = popup.getByRole('tooltip');
    await tip.waitFor();
    expect(await tip.innerText()).toContain('标题里有主要关键词“title”（+3）');
    expect(await tip.innerText()).toContain('模型打分：');
    await popup.mouse.move(1, 1);
    await tip.waitFor({ state: 'detached' });
    const papers = (await readReport(options, TODAY)).papers;
    await popup.getByRole('button', { name: /^未收入 \d+ 篇/ }).click();
    const row = popup.locator('.news-row').first();
    await row.waitFor();
    expect(papers.map(({ id }) => id)).not.toContain(await row.getAttribute('data-paper'));
    await row.locator('.why').hover();
    await tip.waitFor();
    expect(await tip.innerText()).toContain('讲地图');
  });

  test('downloads the Markdown, which is read back byte for byte', async () => {
    const library = await chromium.context.newPage();
    await library.goto(chromium.pageUrl(`library.html#/report/${TODAY}`));
    await library.getByRole('button', { name: '导出日报' }).click();
    const [download] = await Promise.all([
      library.waitForEvent('download'),
      library.getByRole('menuitem', { name: /Markdown/ }).click(),
    ]);
    const path = join(folder, 'report.md');
    await download.saveAs(path);
    const text = readFileSync(path, 'utf8');
    const { report } = parseReport(text);
    expect(formatReport(report)).toBe(text);
    expect(report.papers.map(({ id, analysis }) => [id, analysis?.markdown])).toEqual(
      (await readReport(options, TODAY)).papers.map(({ id, analysis }) => [id, analysis?.markdown]),
    );
    await library.close();
  });

  test('is asked for notifications in the click that wants them, and not before', async () => {
    const readQuestions = () =>
      options.evaluate<object[]>(`questions.filter((question) => question.of === 'notifications')`);
    expect(await readQuestions()).toEqual([]);
    await options.bringToFront();
    const wish = options.getByRole('checkbox', { name: '日报好了就通知我' });
    await wish.click();
    await expect.poll(() => wish.isChecked()).toBe(true);
    expect(await readQuestions()).toEqual([{ of: 'notifications', inClick: true }]);
    expect(await options.evaluate('chrome.notifications.getAll()')).toEqual({});
  });

  test('has a missed day made up to the limit, is told once that it is ready, and has the rest written', async () => {
    await options.getByLabel('每天最多花几元').fill('0.1');
    await options.getByLabel('每天最多花几元').press('Tab');
    const library = await chromium.context.newPage();
    await library.goto(chromium.pageUrl('library.html#/catch-up'));
    await library.getByRole('button', { name: /^补做.*11 月 16 日的日报$/ }).click();
    await openPopup();
    await dock()
      .getByText(/到了每天的费用上限，有 1 篇只有提纲。/)
      .waitFor(PATIENT);
    expect((await readReport(options, MONDAY)).papers.filter(({ analysis }) => analysis)).toHaveLength(2);
    await expect.poll(() => options.evaluate('chrome.notifications.getAll()')).toEqual({ [`daily|${MONDAY}`]: true });
    await options.evaluate(`chrome.notifications.clear('daily|${MONDAY}')`);
    const before = askedFor('guide').length;
    await press('继续写完');
    await isWhole(MONDAY);
    expect(askedFor('guide').slice(before)).toHaveLength(1);
    expect((await readReport(options, MONDAY)).summary?.markdown).toContain('怎样更快地画地图');
    expect(await options.evaluate('chrome.notifications.getAll()')).toEqual({});
    await library.close();
  });

  test('met no error in any page', () => expect(errors).toEqual([]));
});
