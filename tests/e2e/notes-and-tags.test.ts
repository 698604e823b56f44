import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { importFiles } from '@/scripts/browser/daodu';
import { CHROME_BUILD, SAMPLE } from './arxiv';
import { readSamplePapers, replicaSite } from './sample';

const note = (page: Page) => page.getByRole('textbox', { name: '笔记' });
const tag = (page: Page) => page.getByRole('combobox', { name: '加标签' });

describe('notes and tags', () => {
  let chromium: Chromium;
  const [paper, other] = readSamplePapers();

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD, site: replicaSite() });
    await importFiles(chromium, SAMPLE);
  });
  afterAll(() => chromium.close());

  async function open(id: string): Promise<Page> {
    const page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl(`library.html#/paper/${id}`));
    await note(page).waitFor();
    return page;
  }
  test('the last letter is there again when the page closes with it', async () => {
    const text = '读到第三节，公式 (4) 的 $\\lambda$ 取多少？';
    for (const place of ['about:blank', null]) {
      const page = await open(paper.id);
      await note(page).fill('');
      await note(page).pressSequentially(text);
      if (place) await page.goto(place);
      await page.close();
      const again = await open(paper.id);
      await expect.poll(() => note(again).inputValue()).toBe(text);
      await again.close();
    }
  });

  test('two tabs on one note: neither writes over the other, and the reader is told', async () => {
    const [one, two] = [await open(other.id), await open(other.id)];
    await note(two).focus();
    await note(one).pressSequentially('甲写的');
    await note(one).blur();
    await one.getByText('笔记已保存').waitFor();
    await note(two).pressSequentially('乙写的');
    await note(two).blur();
    await two.getByText(/两边写的都留下了/).waitFor();
    const both = '甲写的\n\n---\n\n乙写的';
    await expect.poll(() => note(two).inputValue()).toBe(both);
    await expect.poll(() => note(one).inputValue()).toBe(both);
    await Promise.all([one.close(), two.close()]);
  });

  test('a note is looked at as it reads', async () => {
    const page = await open(paper.id);
    await note(page).fill('## 想法\n\n**值得**复现 <b>x</b> $x^2$');
    await page.getByRole('button', { name: '预览' }).click();
    const view = page.getByRole('region', { name: '笔记的样子' });
    await view.getByRole('heading', { name: '想法' }).waitFor();
    expect(await view.locator('strong').innerText()).toBe('值得');
    expect(await view.locator('math').count()).toBe(1);
    expect(await view.innerText()).toContain('<b>x</b>');
    await page.close();
  });

  test('a tag is completed by keys, renamed everywhere, made one with another, and comes back', async () => {
    const page = await open(paper.id);
    await tag(page).fill('扩散模型');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '去掉标签 扩散模型' }).waitFor();
    await page.goto(chromium.pageUrl(`library.html#/paper/${other.id}`));
    await expect.poll(() => page.getByRole('heading', { level: 2, name: other.title }).count()).toBe(1);
    await tag(page).fill('扩');
    await page.getByRole('option', { name: /^扩散模型/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '去掉标签 扩散模型' }).waitFor();
    await tag(page).fill('三维');
    await page.keyboard.press('Enter');
    const place = page.getByRole('navigation', { name: '论文库导航' });
    await place.getByRole('link', { name: '扩散模型 2' }).click();

    await page.getByRole('button', { name: '管理标签' }).click();
    const dialog = page.getByRole('dialog', { name: '管理标签' });
    await dialog.getByRole('button', { name: '给标签“扩散模型”改名' }).click();
    await dialog.getByRole('combobox').fill('diffusion');
    await page.keyboard.press('Enter');
    await dialog.getByText('已把“扩散模型”改名为“diffusion”（2 篇）。').waitFor();
    await expect.poll(() => page.url()).toContain('#/tag/diffusion');
    await dialog.getByRole('button', { name: '给标签“三维”改名' }).click();
    await dialog.getByRole('combobox').fill('diffusion');
    await dialog.getByRole('button', { name: '合并到“diffusion”' }).click();
    await dialog.getByText('已把“三维”合并到“diffusion”（1 篇）。').waitFor();
    await expect.poll(() => dialog.getByRole('listitem').count()).toBe(1);
    await dialog.getByRole('button', { name: '撤销' }).click();
    await expect
      .poll(() => dialog.getByRole('listitem').allInnerTexts())
      .toEqual([expect.stringMatching(/^diffusion\s+2 篇/), expect.stringMatching(/^三维\s+1 篇/)]);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
    await page.close();
  });
});
