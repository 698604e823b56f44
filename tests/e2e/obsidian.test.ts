import { expect, test } from 'vitest';
import { openChromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { CHROME_BUILD, SAMPLE } from './arxiv';
import { readSamplePapers, replicaSite } from './sample';

test('发到 Obsidian opens it with the paper on the clipboard', async () => {
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
  await chromium.close();
});
