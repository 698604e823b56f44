import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Chromium } from '@/scripts/browser/chromium';
import { rowsOf } from './killing';

/** What comes in by real servers and browsers takes its time. */
const PATIENCE = { timeout: 60_000, interval: 200 };

/** Opens the page of feeds and types an address, as a reader would, up to the preview. */
export async function previewFeed(chromium: Chromium, address: string, name: string): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(chromium.pageUrl('library.html#/feeds'));
  await page.getByLabel('日报地址').fill(address);
  await page.getByLabel('名称').fill(name);
  await page.getByRole('button', { name: '预览最新的一天' }).click();
  return page;
}

/** What the preview says: its sentence of failure, or all that it found. */
export async function readPreview(page: Page): Promise<string> {
  const button = page.getByRole('button', { name: '订阅', exact: true });
  const failed = page.locator('.message.failed');
  await button.or(failed).first().waitFor();
  return (await failed.count()) > 0 ? failed.innerText() : page.locator('main').innerText();
}

export async function subscribe(page: Page): Promise<void> {
  await page.getByRole('button', { name: '订阅', exact: true }).click();
  await page.getByRole('button', { name: '立即检查' }).waitFor();
}

/** Resolves once nothing is waiting or running. */
export async function settle(page: Page): Promise<void> {
  const open = async () => {
    const jobs = await page.evaluate<{ state: string }[]>(rowsOf('jobs'));
    return jobs.filter(({ state }) => ['waiting', 'running'].includes(state)).length;
  };
  await expect.poll(open, PATIENCE).toBe(0);
}
