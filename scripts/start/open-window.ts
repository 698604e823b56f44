import type { Chromium } from '../browser/chromium';
import { importFiles } from '../browser/daodu';

/** Imports a report, then opens the popup's page and the papers' pages, which stay open. */
export async function openWindow(chromium: Chromium, report: string, pages: string[]): Promise<void> {
  console.log(await importFiles(chromium, report));
  const popup = await chromium.context.newPage();
  await popup.goto(chromium.pageUrl('popup.html'));
  for (const url of pages) {
    const page = await chromium.context.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
  }
  console.log('Daodu is open. Close the browser to end.');
}
