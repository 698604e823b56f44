import type { Page } from 'playwright';

interface Listed {
  listed?: number;
}

/** Watches, from inside the popup or the list floor, for ten papers. Once for each tab: what it adds runs in every page after. */
export async function watchListing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const { length } = document.querySelectorAll(location.pathname === '/floor.html' ? 'main p' : '[data-paper]');
      if (length < 10) return;
      Object.assign(window, { listed: performance.now() });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
}

/** Milliseconds from the start of the navigation until ten papers stand in the popup, or in the list floor. */
export async function measureListing(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'load' });
  const listed = await page.waitForFunction(() => (window as Listed).listed);
  return (await listed.jsonValue()) ?? Number.NaN;
}
