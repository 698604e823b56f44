import type { Page } from 'playwright';

/** As many rows as a window shows. */
const ROWS = 10;

interface Watched {
  listed?: number;
  longest: number;
}

/** Watches, from inside a page, for a screenful of papers and for long tasks. Once for each tab. */
export async function watchRows(page: Page): Promise<void> {
  await page.addInitScript((rows) => {
    const watched: Watched = { longest: 0 };
    Object.assign(window, { watched });
    new MutationObserver((_, observer) => {
      if (document.querySelectorAll('.items > .item:not(.waiting)').length < rows) return;
      watched.listed = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
  }, ROWS);
}

/** Runs in the page. */
const readWatched = () => (window as unknown as { watched: Watched }).watched; // set by watchRows

/** Milliseconds from the start of the navigation until a screenful of a list stands there. */
export async function measureList(page: Page, url: string): Promise<number> {
  // Where only the fragment differs, a browser does not load the page anew.
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'load' });
  const listed = await page.waitForFunction(() => (window as unknown as { watched: Watched }).watched.listed);
  return (await listed.jsonValue()) ?? Number.NaN;
}

/** Looks through a list from one end to the other, then sorts it anew. @returns its longest task in milliseconds */
export async function measureScrolling(page: Page): Promise<{ scrolling: number; sorting: number }> {
  const longest = () => page.evaluate(readWatched).then((watched) => watched.longest);
  const forget = () =>
    page.evaluate(() => {
      (window as unknown as { watched: Watched }).watched.longest = 0; // set by watchRows
    });
  // A page that nobody looks at is given a frame each second.
  await page.bringToFront();
  await forget();
  await page.evaluate(async () => {
    const list = document.querySelector('.items');
    let scroller = list?.parentElement ?? null;
    while (scroller && scroller.scrollHeight <= scroller.clientHeight) scroller = scroller.parentElement;
    const target = scroller ?? document.documentElement;
    for (let step = 1; step <= 200; step += 1) {
      // Slowly at first, then in leaps to the end.
      target.scrollTop = step <= 100 ? step * 300 : (target.scrollHeight * (step - 100)) / 100;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  const scrolling = await longest();
  await forget();
  const first = page.locator('.items > [aria-posinset="1"]:not(.waiting)');
  await page
    .locator('.items')
    .first()
    .evaluate((list) => list.scrollIntoView());
  await first.waitFor();
  const before = await first.getAttribute('data-id');
  await page.getByLabel('排序').selectOption('title');
  await page.locator(`.items > [aria-posinset="1"]:not(.waiting):not([data-id="${before}"])`).waitFor();
  await page.evaluate('new Promise((resolve) => requestIdleCallback(resolve))');
  return { scrolling, sorting: await longest() };
}

/** Milliseconds from a paste into the search of the library page until the rows that it finds stand there. */
export async function measureTyped(page: Page, url: string, typed: string): Promise<number> {
  await measureList(page, url);
  return page.evaluate(async (text) => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    if (!field) return Number.NaN;
    const start = performance.now();
    const found = new Promise<number>((resolve) => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('.items.searched > .item:not(.waiting)')) return;
        observer.disconnect();
        resolve(performance.now() - start);
      }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
    });
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return found;
  }, typed);
}
