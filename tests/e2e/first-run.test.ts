import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium, type Chromium } from '@/scripts/browser/chromium';
import { CHROME_BUILD } from './arxiv';
import { expectState, settledPanel } from './panel';
import { readSamplePapers, replicaSite } from './sample';

describe('the first run', () => {
  let chromium: Chromium;

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD, site: replicaSite() });
  });
  afterAll(() => chromium.close());

  test('opens the welcome page by itself', async () => {
    const isWelcome = () => chromium.context.pages().some((page) => page.url().endsWith('/welcome.html'));
    if (!isWelcome()) await chromium.context.waitForEvent('page', isWelcome);
    expect(isWelcome()).toBe(true);
  });

  test('imports the sample and opens the page of its first paper', async () => {
    const page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl('welcome.html'));
    await page.getByRole('button', { name: /开始/ }).click();
    await page.waitForURL('https://arxiv.org/abs/*');
    expect(page.url()).toContain(readSamplePapers()[0].id);
    await expectState(await settledPanel(page), 'analysis');
    await page.close();
  });
});
