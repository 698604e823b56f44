import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { ModelServer } from '../model-server';
import { CHROME_BUILD } from './arxiv';
import { findViolations } from './axe';

const KEY = 'sk-planted-0123456789';
const LOCAL = 'http://127.0.0.1/*';

/** Stands for the reader's “allow”: headless Chromium has nobody to answer its questions, which then never settle. */
async function allow(chromium: Chromium): Promise<void> {
  const page = await chromium.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    // A string, since `chrome` here is the browser's own page's, of which TypeScript knows nothing.
    `chrome.developerPrivate.addHostPermission('${new URL(chromium.pageUrl('')).host}', '${LOCAL}')`,
  );
  await page.close();
}

/** The hosts that Daodu may reach now, arXiv's aside. */
function grantedHosts(page: Page): Promise<string[]> {
  return page.evaluate(
    'chrome.permissions.getAll().then(({ origins }) => origins.filter((one) => !/arxiv/.test(one)))',
  );
}

describe('the settings of models', () => {
  let chromium: Chromium;
  let server: ModelServer;
  let page: Page;
  const printed: string[] = [];

  beforeAll(async () => {
    [chromium, server] = await Promise.all([openChromium({ extension: CHROME_BUILD }), ModelServer.start()]);
    page = await chromium.context.newPage();
    page.on('console', (message) => printed.push(message.text()));
    await page.goto(chromium.pageUrl('options.html?paper=2512.23705#models'));
  });
  afterAll(() => Promise.all([chromium.close(), server.close()]));
  beforeEach(async () => {
    await page.bringToFront(); // a page behind another, such as the welcome page, is drawn once a second only
    server.otherwise = () => ({ steps: [{ say: 'OK' }, { finish: 'stop' }] });
    server.seen.length = 0;
  });

  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

  async function add(preset: string, baseUrl: string, key: string): Promise<void> {
    await press(preset);
    await page.getByLabel('名称', { exact: true }).fill('测试模型');
    await page.getByLabel('地址', { exact: true }).fill(baseUrl);
    await page.getByLabel('模型名', { exact: true }).fill('scripted-model');
    if (key !== '') await page.getByLabel('密钥', { exact: true }).fill(key);
    await press('保存');
  }

  test('go on while the browser asks', async () => {
    await add('其他兼容 OpenAI 的服务', `${server.url}/v1/chat/completions`, KEY);
    await page.getByText('浏览器会询问是否允许访问').waitFor();
    expect(await grantedHosts(page)).toEqual([]);
    await page.getByLabel('名称', { exact: true }).fill('改过');
    expect(await page.getByRole('button', { name: '保存', exact: true }).isEnabled()).toBe(true);
    await press('取消');
    await page.getByRole('button', { name: 'DeepSeek' }).waitFor();
  });

  test('add a model, and lead back to the paper', async () => {
    await allow(chromium);
    await page.reload();
    await add('其他兼容 OpenAI 的服务', `${server.url}/v1/chat/completions`, KEY);
    await page.getByText('已保存“测试模型”').waitFor();
    expect(await grantedHosts(page)).toEqual([LOCAL]);
    const link = page.getByRole('link', { name: '回到 2512.23705 写解读' });
    expect(await link.getAttribute('href')).toBe('https://arxiv.org/abs/2512.23705');
    expect(server.seen).toEqual([]);
  });

  test('test it, with the key in a header alone and without Origin or cookies', async () => {
    await press('测试连接：测试模型');
    await page.getByText(/连接成功，scripted-model 用了 [\d.]+ 秒回答。/).waitFor();
    expect(server.seen.map(({ url }) => url)).toEqual(['/v1/chat/completions']);
    expect(server.placesOf(KEY)).toEqual(['header authorization']);
    expect(server.seen[0]?.headers['origin']).toBeUndefined();
    expect(server.seen[0]?.headers['cookie']).toBeUndefined();
  });

  test('say what is wrong with a key, and with an address where nobody answers', async () => {
    server.otherwise = () => ({ status: 401, body: { error: { message: `Incorrect API key provided: ${KEY}` } } });
    await press('测试连接：测试模型');
    await page.getByText('没有接受这个密钥').waitFor();
    await press('编辑：测试模型');
    await page.getByLabel('地址', { exact: true }).fill('http://127.0.0.1:9/v1');
    await press('保存');
    await page.getByText('已保存“测试模型”').waitFor();
    await page.getByText('没有密钥').waitFor(); // it was for the other origin
    await press('测试连接：测试模型');
    await page.getByText('连不上模型服务').waitFor();
    await press('编辑：测试模型');
    await page.getByLabel('地址', { exact: true }).fill(`${server.url}/v1`);
    await page.getByLabel('密钥', { exact: true }).fill(KEY);
    await press('保存');
    await page.getByText('已保存“测试模型”').waitFor();
  });

  test('reach an Ollama that refuses what has an Origin', async () => {
    server.otherwise = ({ headers }) =>
      headers.origin === undefined ? { steps: [{ say: 'OK' }, { finish: 'stop' }] } : { status: 403, body: '' };
    await press('添加模型');
    await press('Ollama（本机）');
    await page.getByLabel('地址', { exact: true }).fill(`${server.url}/`);
    await press('保存');
    await press('测试连接：Ollama（本机）');
    await page.getByText('连接成功').waitFor();
    expect(server.seen.map(({ url }) => url)).toContain('/api/chat');
  });

  test('leave Origin on the requests of web pages', async () => {
    // A page that is allowed to ask it: the rule is for our own requests.
    server.otherwise = () => ({
      headers: { 'access-control-allow-origin': '*', 'content-type': 'text/html' },
      body: '<!doctype html><title>a page</title>',
    });
    const other = await chromium.context.newPage();
    await other.goto(`${server.url}/`);
    await other.evaluate((url) => fetch(url, { method: 'POST', body: '{}' }), `${server.url}/api/chat`);
    const asked = server.seen.filter(({ method }) => method === 'POST');
    expect(asked.map(({ headers }) => headers['origin'])).toEqual([server.url]);
    await other.close();
  });

  test('tell how to let extensions in where a server keeps refusing', async () => {
    server.otherwise = () => ({ status: 403, body: '' });
    await press('测试连接：Ollama（本机）');
    await page.getByRole('region', { name: '让 Ollama 接受浏览器扩展' }).waitFor();
    await press('复制 Linux');
    await page.getByText(/已复制|没有复制成功/).waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  test('give the access back with the last model, and not before', async () => {
    await press('删除：Ollama（本机）');
    await press('确定删除：Ollama（本机）');
    await page.getByText('已删除“Ollama（本机）”。').waitFor();
    expect(await grantedHosts(page)).toEqual([LOCAL]);
    await press('删除：测试模型');
    await press('确定删除：测试模型');
    await page.getByText('并交还了访问').waitFor();
    expect(await grantedHosts(page)).toEqual([]);
    await page.getByRole('button', { name: 'DeepSeek' }).waitFor();
  });

  test('never showed or printed the key', async () => {
    expect(await page.content()).not.toContain('sk-planted');
    expect(printed.join('\n')).not.toContain('sk-planted');
    expect(page.url()).not.toContain('sk-planted');
    const stored = await page.evaluate('chrome.storage?.local?.get() ?? {}'); // no permission for it: nothing is there
    expect(JSON.stringify(stored)).not.toContain('sk-planted');
  });
});
