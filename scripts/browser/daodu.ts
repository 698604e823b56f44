import type { Locator, Page } from 'playwright';
import type { Chromium } from './chromium';

/**
 * Imports files through the library page, as a reader would, and gives what the page says about them.
 *
 * @throws Error with the page's own sentences when one of the files brought nothing in.
 */
export async function importFiles(chromium: Chromium, ...files: string[]): Promise<string> {
  const page = await chromium.context.newPage();
  try {
    await page.goto(chromium.pageUrl('library.html'));
    await page.locator('.toolbar input[type=file]').setInputFiles(files);
    const account = page.getByRole('status').filter({ hasText: /导入完成|导入已停止|Import/ });
    await account.waitFor();
    // Of many files only those that failed are listed without being asked for.
    const results = (
      await page.getByRole('list', { name: /各个文件的结果|What became of each file/ }).allInnerTexts()
    ).join('\n');
    const sentence = await account.innerText();
    const failed = Number(/(\d+) 个文件失败|(\d+) files failed/.exec(sentence)?.slice(1).find(Boolean) ?? 0);
    if (failed > 0) throw new Error(`${sentence}\n${results}`);
    return `${sentence}\n${results}`;
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
