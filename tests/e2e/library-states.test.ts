import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, openChromium } from '@/scripts/browser/chromium';
import { CHROME_BUILD } from './arxiv';

/** Takes the library away and puts one of another version in its place; `holds` keeps that one open, deaf to whoever needs it closed. */
const replaceLibrary = (version: number, holds: boolean) => `new Promise((resolve, reject) => {
  const deleting = indexedDB.deleteDatabase('library');
  deleting.onerror = () => reject(deleting.error);
  deleting.onsuccess = () => {
    const opening = indexedDB.open('library', ${version});
    opening.onupgradeneeded = () => {
      // The background may have been quicker with one of its own.
      if (!opening.result.objectStoreNames.contains('papers')) opening.result.createObjectStore('papers', { keyPath: 'id' });
    };
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      if (${holds}) globalThis.held = opening.result;
      else opening.result.close();
      resolve();
    };
  };
})`;

const readVersion = `indexedDB.databases().then((all) => all.find(({ name }) => name === 'library').version)`;

describe('a library that cannot be opened', () => {
  let chromium: Chromium;
  /** A page of the extension's that runs none of its scripts. */
  let bare: Page;

  beforeAll(async () => {
    chromium = await openChromium({ extension: CHROME_BUILD });
    bare = await chromium.context.newPage();
    await bare.goto(chromium.pageUrl('manifest.json'));
  });
  afterAll(() => chromium.close());

  async function openLibrary(): Promise<Page> {
    const page = await chromium.context.newPage();
    await page.goto(chromium.pageUrl('library.html'));
    return page;
  }

  test('because a newer version wrote it says so, and is left as it is', async () => {
    await bare.evaluate(replaceLibrary(990, false));
    const page = await openLibrary();
    await page.getByText('论文库由更新版本的导读写成，本版本不会去改动它').waitFor();
    expect(await bare.evaluate(readVersion)).toBe(990);
    await page.close();
  });

  test('because an old page holds it says so, and opens when that page is gone', async () => {
    await bare.evaluate(replaceLibrary(10, true));
    const page = await openLibrary();
    await page.getByText('导读的另一个页面还开着旧的').waitFor();
    await bare.close();
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByRole('navigation', { name: '论文库导航' }).waitFor();
  });
});
