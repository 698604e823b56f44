import type { Locator, Page } from 'playwright';
import type { Chromium } from './chromium';

/**
 * Imports a report through the library page, as a reader would, and gives what the page then says.
 *
 * @throws Error with the page's own sentence when nothing came into the library.
 */
export async function importReport(chromium: Chromium, ...files: string[]): Promise<string> {
  const page = await chromium.context.newPage();
  try {
    await page.goto(chromium.pageUrl('library.html'));
    await page.locator('input[type=file]').first().setInputFiles(files);
    const result = page.getByRole('region', { name: '导入结果' });
    await result.waitFor();
    const text = await result.innerText();
    return text.trim();
  } finally {
    await page.close();
  }
}

export interface PanelText {
  state: string;
  text: string;
}

/** What the panel of an open page shows once it has settled; null when there is none after `timeout` milliseconds. */
export async function readPanel(page: Page, timeout = 10_000): Promise<PanelText | null> {
  const panel = page.locator('daodu-panel:not([data-state=loading])');
  try {
    await panel.first().waitFor({ state: 'attached', timeout });
  } catch {
    return null;
  }
  return { state: (await panel.first().getAttribute('data-state')) ?? '', text: await panelText(panel.first()) };
}

/** The text a reader sees in a panel. A host's own `innerText` leaves out its shadow root. */
export async function panelText(panel: Locator): Promise<string> {
  const text = await panel.evaluate((host) =>
    [...(host.shadowRoot?.children ?? [])]
      .map((child) => (child instanceof HTMLElement ? child.innerText : ''))
      .join('\n'),
  );
  return text.trim();
}
