import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { panelText } from '@/scripts/browser/daodu';
import { answerOf, ModelServer } from '../model-server';
import { absUrl, CHROME_BUILD } from './arxiv';
import { expectState, openPaper } from './panel';
import { readSamplePapers, replicaSite } from './sample';
import { allowHosts } from './allow';
import { addModel, writtenReply, WRITTEN } from './writer';

const KEY = 'sk-planted-0123456789';
const PRESET = '其他兼容 OpenAI 的服务';

/** What the background tells a page's content script, asked in that script's own world: an answer, and what comes by the port. */
async function hearMessages(page: Page, id: string): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  const worlds: { id: number; origin: string }[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await cdp.send('Runtime.enable');
  const contextId = worlds.find(({ origin }) => origin.startsWith('chrome-extension:'))?.id;
  if (contextId === undefined) throw new Error('no content script runs on the page');
  const expression = `Promise.all([
    chrome.runtime.sendMessage({ name: 'guide/read', request: { id: '${id}' } }),
    new Promise((hear) => chrome.runtime.connect({ name: 'job' }).onMessage.addListener(hear)),
  ]).then(JSON.stringify)`;
  const { result } = await cdp.send('Runtime.evaluate', { expression, contextId, awaitPromise: true });
  await cdp.detach();
  return String(result.value);
}

/** Everything in the library as one text, but for the one table that keys are kept in. */
const DUMP = `new Promise((resolve) => {
  indexedDB.open('library').onsuccess = async ({ target: { result: library } }) => {
    const names = [...library.objectStoreNames].filter((name) => name !== 'keys');
    const transaction = library.transaction(names);
    const tables = await Promise.all(names.map((name) => new Promise((done) => {
      transaction.objectStore(name).getAll().onsuccess = (event) => done(event.target.result);
    })));
    resolve(JSON.stringify(tables));
  };
})`;

describe('生成解读', () => {
  let chromium: Chromium;
  let server: ModelServer;
  const [paper, other, third = other] = readSamplePapers();
  /** The one whose full text arXiv does not give. */
  const last = readSamplePapers().at(-1) ?? paper;
  const printed: string[] = [];
  const places = new Set<string>();

  beforeAll(async () => {
    [chromium, server] = await Promise.all([
      openChromium({
        extension: CHROME_BUILD,
        site: replicaSite().addText(`https://arxiv.org/html/${last.id}v${last.version ?? 1}`, 'busy', 503),
      }),
      ModelServer.start(),
    ]);
    chromium.context.on('console', (message) => printed.push(message.text()));
    await allowHosts(chromium, 'http://127.0.0.1/*');
  });
  afterAll(() => Promise.all([chromium.close(), server.close()]));

  test('opens the settings of models before the first use, with the paper kept in mind', async () => {
    const { page, panel } = await openPaper(chromium, absUrl(paper.id));
    await expectState(panel, 'outline');
    const [settings] = await Promise.all([
      chromium.context.waitForEvent('page'),
      panel.getByRole('button', { name: '生成解读' }).click(),
    ]);
    await settings.getByText(`保存后可以回到 ${paper.id} 写解读`).waitFor();
    await addModel(settings, PRESET, `${server.url}/v1`, KEY);
    expect(server.seen).toEqual([]);
    await settings.close();
    await page.close();
  });

  test('streams part by part; finished parts never move; goes on when the tab is closed; is read in a new one', async () => {
    server.otherwise = ({ body }) => writtenReply(body, [{ hold: true }]);
    const { page, panel } = await openPaper(chromium, absUrl(paper.id));
    await panel.getByRole('button', { name: '生成解读' }).click();
    await server.held();
    await page.locator('daodu-panel[data-job=running]').waitFor();
    await expectState(panel, 'outline');
    for (let piece = 0; piece < 2; piece++) {
      server.release();
      await server.held();
    }
    await panel.getByText('画地图太慢').waitFor();
    const before = await panel.getByText('画地图太慢').elementHandle();
    server.release();
    await server.held();
    await panel.getByText('的网络一次画完').waitFor();
    expect(await panel.getByText('画地图太慢').evaluate((node, first) => node === first, before)).toBe(true);
    expect(await panelText(panel)).toContain('scripted-model');
    await page.close();
    server.otherwise = ({ body }) => writtenReply(body);
    for (let piece = 0; piece < 5; piece++) {
      server.release();
      if (piece < 4) await server.held();
    }
    const again = await openPaper(chromium, absUrl(paper.id));
    await again.page.locator('daodu-panel[data-state=analysis]:not([data-job])').waitFor();
    // A page that came before the last word was written shows all of it as it is.
    const whole = again.panel.getByRole('button', { name: /全文/ });
    if ((await whole.count()) > 0) await whole.click();
    const text = await panelText(again.panel);
    for (const part of ['画地图太慢', '一次画完', '快 20 倍', '没有试过海图', '可以画海图', '速度快了二十倍']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('9,000 + 1,000 tokens');
    expect(server.seen).toHaveLength(1);
    await again.page.close();
  });

  test('stands in the library beside the others', async () => {
    const library = await chromium.context.newPage();
    await library.goto(chromium.pageUrl('library.html'));
    await library.getByRole('link', { name: /^我写的解读/ }).click();
    await library.getByText('没有试过海图').waitFor();
    await library.close();
  });

  test('can be stopped, and goes on from there', async () => {
    for (const place of server.placesOf(KEY)) places.add(place);
    server.seen.length = 0;
    server.otherwise = ({ body }) => writtenReply(body, [{ hold: true }]);
    const { page, panel } = await openPaper(chromium, absUrl(other.id));
    await panel.getByRole('button', { name: '生成解读' }).click();
    await server.held();
    server.release();
    await server.held();
    await panel.getByRole('button', { name: '停止' }).click();
    await panel.getByRole('button', { name: '生成解读' }).waitFor();
    await expectState(panel, 'outline');
    server.otherwise = ({ body }) => writtenReply(body);
    await panel.getByRole('button', { name: '生成解读' }).click();
    await page.locator('daodu-panel[data-state=analysis]:not([data-job])').waitFor();
    expect(server.seen).toHaveLength(2);
    await page.close();
  });

  test('says what is wrong, keeps what there is, and can be asked for again', async () => {
    server.otherwise = () => ({ status: 401, body: { error: { message: `Incorrect API key provided: ${KEY}` } } });
    const { page, panel } = await openPaper(chromium, absUrl(paper.id));
    await panel.getByRole('button', { name: '重新生成' }).click();
    await page.locator('daodu-panel[data-job=failed]').waitFor();
    await expectState(panel, 'analysis');
    expect(await panelText(panel)).toContain('没有接受这个密钥');
    server.otherwise = ({ body }) => writtenReply(body);
    await panel.getByRole('button', { name: '重新生成' }).click();
    await page.locator('daodu-panel[data-state=analysis]:not([data-job])').waitFor();
    await page.close();
  });

  test('is written from the abstract, and says so, when arXiv does not give the full text', async () => {
    const { title, gist, method, limitations, findings } = WRITTEN;
    const [contribution, impact, applications] = ['第一次画出海图。', '影响了画图的人。', '可以用于航海。'];
    const written = { title, gist, contribution, method, limitations, impact, applications, findings };
    server.otherwise = () => answerOf(JSON.stringify(written));
    const { page, panel } = await openPaper(chromium, absUrl(last.id));
    await panel.getByRole('button', { name: '生成解读' }).click();
    await page.locator('daodu-panel[data-state=analysis]:not([data-job])').waitFor();
    expect(await panelText(panel)).toContain('仅据摘要');
    await page.close();
  });

  test('is written by a model of Ollama’s on this machine as well, which refuses requests with an Origin', async () => {
    const settings = await chromium.context.newPage();
    await settings.goto(chromium.pageUrl('options.html#models'));
    await settings.getByRole('button', { name: '添加模型', exact: true }).click();
    await addModel(settings, 'Ollama（本机）', server.url, '');
    const others = settings.getByRole('button', { name: /^设为默认/ });
    const before = await others.elementHandle();
    await others.click();
    // It is the other model's now: a page that is closed before that has kept nothing.
    await settings.waitForFunction((button) => !button?.isConnected, before);
    await others.waitFor();
    await settings.close();
    for (const place of server.placesOf(KEY)) places.add(place);
    server.seen.length = 0;
    server.otherwise = ({ headers, body }) =>
      headers.origin === undefined ? writtenReply(body) : { status: 403, body: '' };
    const { page, panel } = await openPaper(chromium, absUrl(third.id));
    await panel.getByRole('button', { name: '生成解读' }).click();
    await page.locator('daodu-panel[data-state=analysis]:not([data-job])').waitFor();
    expect(server.seen.map(({ url }) => url)).toEqual(['/api/chat']);
    await page.close();
  });

  test('never lets the key out of its header', async () => {
    expect(places).toEqual(new Set(['header authorization']));
    expect(server.placesOf(KEY)).toEqual([]); // Ollama was asked without it
    expect(printed.join('\n')).not.toContain(KEY);
    const { page, panel } = await openPaper(chromium, absUrl(paper.id));
    expect(await page.content()).not.toContain(KEY);
    expect(await panel.innerHTML()).not.toContain(KEY);
    expect(await hearMessages(page, paper.id)).toContain('没有试过海图');
    expect(await hearMessages(page, paper.id)).not.toContain(KEY);
    const own = await chromium.context.newPage();
    await own.goto(chromium.pageUrl('library.html'));
    const stored: string = await own.evaluate(
      'Promise.all([chrome.storage?.local?.get(), chrome.storage?.sync?.get()]).then((all) => JSON.stringify(all) + JSON.stringify(localStorage))',
    );
    expect(stored).not.toContain(KEY);
    const library: string = await own.evaluate(DUMP);
    expect(library).toContain('没有试过海图');
    expect(library).not.toContain(KEY);
    await own.close();
    await page.close();
  });
});
