import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import type { Chromium } from '@/scripts/browser/chromium';

/** The panel of a page once it has settled, found as a reader of screens finds it. */
export async function settledPanel(page: Page, name = '导读'): Promise<Locator> {
  const panel = page.getByRole('region', { name, exact: true });
  await page.locator('daodu-panel:not([data-state=loading])').waitFor({ timeout: 15_000 });
  return panel;
}

/** Opens an address in a new tab and waits for its panel. */
export async function openPaper(chromium: Chromium, url: string): Promise<{ page: Page; panel: Locator }> {
  const page = await chromium.context.newPage();
  await page.goto(url);
  return { page, panel: await settledPanel(page) };
}

export async function expectState(panel: Locator, state: string): Promise<void> {
  expect(await panel.getAttribute('data-state')).toBe(state);
}
