import type { Chromium } from '@/scripts/browser/chromium';

/** Stands for the reader's “allow”: headless Chromium has nobody to answer its questions, which then never settle. */
export async function allowHosts(chromium: Chromium, ...patterns: string[]): Promise<void> {
  const page = await chromium.context.newPage();
  await page.goto('chrome://extensions');
  const id = new URL(chromium.pageUrl('')).host;
  // A string, since `chrome` here is the browser's own page's, of which TypeScript knows nothing.
  for (const pattern of patterns) {
    await page.evaluate(`chrome.developerPrivate.addHostPermission('${id}', '${pattern}')`);
  }
  await page.close();
}
