import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Chromium } from '../browser/chromium';
import { importFiles, readPanel } from '../browser/daodu';

interface ShowOptions {
  /** The report to import. */
  report: string;
  /** Its day, which the library page then shows. */
  date: string | null;
  /** Addresses to open. */
  pages: string[];
  /** Where the screenshots go. */
  output: string;
}

// What a reader's dark-mode extension does to arXiv, in short.
const DARK_PAGE = `html, body, body * { background-color: #14171a !important; color: #d8d6d0 !important; }
daodu-panel { background-color: transparent !important; }`;

/** Opens everything without a window and prints what it shows; 1 when a panel is missing or says that it failed. */
export async function showHeadless(chromium: Chromium, { report, date, pages, output }: ShowOptions): Promise<number> {
  await chromium.context.addInitScript('globalThis.__name = (value) => value'); // tsx's mark, unknown to pages
  print('导入', await importFiles(chromium, report));
  let missing = 0;
  for (const [index, url] of pages.entries()) {
    const page = await chromium.context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    const panel = await readPanel(page);
    print(`${url} (data-state=${panel?.state ?? 'none'})`, panel?.text ?? 'no panel');
    if (!panel || panel.state === 'error') missing += 1;
    const name = `page-${index + 1}`;
    await page.screenshot({ path: join(output, `${name}-light.png`) });
    await page.addStyleTag({ content: DARK_PAGE });
    await page.screenshot({ path: join(output, `${name}-dark.png`) });
    await page.close();
  }
  const popup = await openOwnPage(chromium, 'popup.html', { width: 420, height: 600 });
  print('popup', await popup.locator('body').innerText());
  await shootBoth(popup, join(output, 'popup'));
  const library = await openOwnPage(chromium, `library.html#/report/${date ?? ''}`);
  await readPanel(library); // drawn a moment after the list it stands beside
  await shootBoth(library, join(output, 'library'));
  await shootBoth(await openOwnPage(chromium, 'welcome.html'), join(output, 'welcome'));
  console.log(`\nScreenshots: ${output}`);
  if (missing > 0) console.error(`The panel is missing on ${missing} of ${pages.length} pages.`);
  return missing === 0 ? 0 : 1;
}

async function openOwnPage(chromium: Chromium, path: string, size = { width: 1366, height: 768 }): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.setViewportSize(size);
  await page.goto(chromium.pageUrl(path));
  await page.waitForFunction(() => document.body.innerText.trim() !== '');
  return page;
}

async function shootBoth(page: Page, path: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${path}-${colorScheme}.png` });
  }
}

function print(title: string, text: string): void {
  console.log(`\n== ${title}\n${text}`);
}
