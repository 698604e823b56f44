import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { importFiles, panelText } from '@/scripts/browser/daodu';
import { ModelServer } from '../model-server';
import { allowHosts } from './allow';
import { absUrl, CHROME_BUILD, SAMPLE } from './arxiv';
import { openPaper } from './panel';
import { readSamplePapers, replicaSite } from './sample';
import { addModel, writtenReply } from './writer';

describe('the settings', () => {
  let chromium: Chromium;
  let models: ModelServer;
  let page: Page;
  const [paper] = readSamplePapers();

  beforeAll(async () => {
    [chromium, models] = await Promise.all([
      openChromium({ extension: CHROME_BUILD, site: replicaSite() }),
      ModelServer.start(),
    ]);
    models.otherwise = ({ body }) => writtenReply(body);
    await importFiles(chromium, SAMPLE);
    await allowHosts(chromium, 'http://127.0.0.1/*');
    page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl('options.html'));
  });
  afterAll(() => Promise.all([chromium.close(), models.close()]));

  test('order and hide the panel’s parts, and change its size and theme', async () => {
    const names = page.locator('.part-list label');
    await page.locator('.part-list li', { hasText: '结果' }).dragTo(page.locator('.part-list li', { hasText: '问题' }));
    await expect.poll(async () => (await names.allInnerTexts()).slice(0, 4)).toEqual(['贡献', '结果', '问题', '方法']);
    await page.getByRole('checkbox', { name: '展望' }).click();
    await page.locator('#panelSize').getByLabel('大', { exact: true }).click();
    await page.locator('#panelTheme').getByLabel('深色').click();
    await page.locator('#panelTheme input:checked[value=dark]').waitFor();

    const { page: abs, panel } = await openPaper(chromium, absUrl(paper.id));
    await panel.getByRole('button', { name: /全文/ }).click();
    const text = await panelText(panel);
    expect(text.indexOf('结果')).toBeLessThan(text.indexOf('问题'));
    expect(text).toContain('按设置没有显示：展望');
    expect(await panel.getAttribute('data-theme')).toBe('dark');
    expect(await panel.locator('.panel').evaluate((node) => getComputedStyle(node).zoom)).toBe('1.15');
    await abs.close();
  });

  test('turn the single keys of the library off', async () => {
    await page.getByRole('checkbox', { name: '论文库里的单键快捷键' }).click();
    await page.getByRole('checkbox', { name: '论文库里的单键快捷键', checked: false }).waitFor();
    const library = await chromium.context.newPage();
    await library.goto(chromium.pageUrl('library.html'));
    await library.locator('.side').waitFor();
    await library.keyboard.press('?');
    expect(await library.getByRole('dialog').count()).toBe(0);
    await library.close();
    await page.getByRole('checkbox', { name: '论文库里的单键快捷键' }).click();
    expect(await page.locator('#shortcuts kbd').first().innerText()).toContain('Shift');
  });

  test('tell which host was asked when and what for, and revoke it', async () => {
    await addModel(page, '其他兼容 OpenAI 的服务', `${models.url}/v1`, 'sk-1');
    const row = page.locator('#hosts li', { hasText: '127.0.0.1' });
    await row.getByText('模型“测试模型”').waitFor();
    await row.getByText('没有访问过').waitFor();
    await page.getByRole('button', { name: /^测试连接/ }).click();
    await row.getByText(/最后一次访问：今天/).waitFor();
    await page.getByRole('button', { name: '撤销对 127.0.0.1 的访问' }).click();
    await page.getByText('已撤销对 127.0.0.1 的访问。').waitFor();
    await row.getByText('已撤销', { exact: true }).waitFor();
    // What comes with the extension has no such button.
    expect(await page.locator('#hosts li', { hasText: 'rss.arxiv.org' }).getByRole('button').count()).toBe(0);
  });

  test('say what is stored', async () => {
    await page.locator('#storage tr', { hasText: '解读' }).waitFor();
    expect(await page.locator('#storage').innerText()).toMatch(/论文库用了约 [\d.]+ (?:KB|MB)/);
  });

  test('empty the library only behind a backup and a typed word', async () => {
    const button = page.getByRole('button', { name: '清空论文库' });
    expect(await button.count()).toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '先备份到文件' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain(paper.id);
    await page.getByLabel('输入“清空”确认').fill('清');
    expect(await button.isDisabled()).toBe(true);
    await page.getByLabel('输入“清空”确认').fill('清空');
    await button.click();
    await page.getByText('论文库已清空').waitFor();
    const library = await chromium.context.newPage();
    await library.goto(chromium.pageUrl('library.html'));
    await library.getByText('论文库还是空的').waitFor();
    await library.close();
  });
});
