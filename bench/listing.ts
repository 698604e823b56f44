import type { Page } from 'playwright';

interface Listed {
  listed?: number;
}

/** Milliseconds from the start of the navigation until ten papers stand in the popup, or in the list floor. */
export async function measureListing(page: Page, url: string): Promise<number> {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const { length } = document.querySelectorAll(location.pathname === '/floor.html' ? 'main p' : '[data-paper]');
      if (length < 10) return;
      Object.assign(window, { listed: performance.now() });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(url, { waitUntil: 'load' });
  const listed = await page.waitForFunction(() => (window as Listed).listed);
  return (await listed.jsonValue()) ?? Number.NaN;
}
