import { expect, test } from 'vitest';
import { openChromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { CHROME_BUILD, SAMPLE } from './arxiv';
import { readSamplePapers, replicaSite } from './sample';

test('发到 Obsidian opens it with the paper on the clipboard, in the vault and folder that the settings name', async () => {
  const [paper] = readSamplePapers();
  const chromium = await openChromium({ extension: CHROME_BUILD, site: replicaSite() });
  await importFiles(chromium, SAMPLE);
  const page = await chromium.context.newPage();
  // No program answers here: what the browser is asked to open is caught at the link.
  await page.addInitScript('HTMLAnchorElement.prototype.click = function () { document.title = this.href; }');
  await page.goto(chromium.pageUrl(`library.html#/paper/${paper.id}`));
  await page.getByRole('button', { name: '发送到' }).click();
  await page.getByRole('menuitem', { name: '发到 Obsidian（覆盖原来的）' }).click();
  await page.getByText('已请浏览器打开 Obsidian').waitFor();
  const { protocol, searchParams } = new URL(await page.title());
  expect([protocol, searchParams.get('file'), searchParams.get('overwrite'), searchParams.get('clipboard')]).toEqual([
    'obsidian:',
    `导读/${paper.id}`,
    'true',
    'true',
  ]);
  await page.getByRole('textbox', { name: '笔记' }).focus();
  await page.keyboard.press('ControlOrMeta+v');
  const pasted = await page.getByRole('textbox', { name: '笔记' }).inputValue();
  expect(pasted).toMatch(/^---\ntitle: "/);
  expect(pasted).toContain(paper.title);

  const options = await chromium.context.newPage();
  await options.goto(chromium.pageUrl('options.html#obsidian'));
  await options.getByLabel('仓库').fill('我的 & 仓库');
  await options.getByLabel('文件夹').fill('/论文/导读/');
  await options.getByLabel('文件夹').blur();
  await options.getByText('已保存', { exact: true }).waitFor();
  await page.bringToFront();
  await page.getByRole('button', { name: '发送到' }).click();
  await page.getByRole('menuitem', { name: '发到 Obsidian（追加到原来的）' }).click();
  await page.getByText('论文会在“论文/导读”文件夹里').waitFor();
  const sent = new URL(await page.title()).searchParams;
  expect([sent.get('vault'), sent.get('file'), sent.get('append')]).toEqual([
    '我的 & 仓库',
    `论文/导读/${paper.id}`,
    'true',
  ]);
  await chromium.close();
});
