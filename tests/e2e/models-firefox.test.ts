import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFirefox, type Firefox } from '@/scripts/browser/firefox';
import { Site } from '@/scripts/browser/site';
import { ModelServer } from '../model-server';
import { FIREFOX_BUILD } from './arxiv';

const granted = (page: Page) =>
  page.evaluate('browser.permissions.getAll().then(({ origins }) => origins.filter((one) => !/arxiv/.test(one)))');

describe('the settings of models in Firefox', () => {
  let firefox: Firefox;
  let server: ModelServer;
  let page: Page;

  beforeAll(async () => {
    [firefox, server] = await Promise.all([
      openFirefox({ extension: FIREFOX_BUILD, site: new Site(), grantsHosts: true }),
      ModelServer.start(),
    ]);
    // Only the extension's own pages may open another one here, and the welcome page opens by itself.
    const welcome = await firefox.findPage('welcome.html');
    await welcome.evaluate(() => location.assign('options.html#models'));
    page = await firefox.findPage('options.html');
    server.otherwise = ({ headers }) =>
      headers.origin === undefined ? { steps: [{ say: 'OK' }, { finish: 'stop' }] } : { status: 403, body: '' };
  });
  afterAll(() => Promise.all([firefox.close(), server.close()]));

  const press = (name: string) => page.locator(`::-p-aria(${name})`).click();
  const sees = (text: string) =>
    page.waitForFunction((wanted) => document.body.textContent?.includes(wanted), {}, text);

  test('ask for a host in the click, which Firefox wants, and keep the model', async () => {
    await press('Ollama（本机）');
    await page.locator('#model-address').fill(server.url);
    await page.locator('.model-form [type=submit]').click();
    await sees('已保存“Ollama（本机）”');
    expect(await granted(page)).toEqual(['http://127.0.0.1/*']);
  });

  test('reach an Ollama that refuses what has an Origin', async () => {
    await press('测试连接：Ollama（本机）');
    await page.waitForSelector('.model-row .message:is(.ok, .failed)');
    expect(await page.$eval('.model-row .message', (message) => message.textContent)).toContain('连接成功');
    expect(server.seen.map(({ headers }) => headers['origin'])).toEqual([undefined]);
  });

  test('give the host back with the last model', async () => {
    await press('删除：Ollama（本机）');
    await press('确定删除：Ollama（本机）');
    await sees('交还了访问');
    expect(await granted(page)).toEqual([]);
  });
});
