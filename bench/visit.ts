import type { CDPSession, Page } from 'playwright';

/** What one load of an abstract page took, in milliseconds from the start of the navigation. */
export interface Visit {
  /** When the panel stood filled in the page; null on a page without extension. */
  filled: number | null;
  /** When the panel stood in the page with whatever it has to say, though there be no analysis. */
  settled: number | null;
  firstPaint: number;
  /** Time spent in scripts of the page, ours included. */
  script: number;
  longTasks: number;
}

interface Marks {
  filled?: number;
  settled?: number;
  firstPaint?: number;
  longTasks: number;
}

/** Watches, from inside the page, for the panel, the first contentful paint and long tasks. Runs before the page's own. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const marks: Marks = { longTasks: 0 };
    Object.assign(window, { marks });
    // Live collections: looking costs next to nothing, and the same on both sides.
    const panels = ['daodu-panel', 'baseline-panel'].map((name) => document.getElementsByTagName(name));
    new MutationObserver((_, observer) => {
      const states = panels.map((found) => found[0]?.getAttribute('data-state') ?? 'loading');
      if (states.some((state) => state !== 'loading')) marks.settled ??= performance.now();
      if (!states.includes('analysis')) return;
      marks.filled = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-state'] });
    new PerformanceObserver((list) => {
      marks.firstPaint ??= list.getEntriesByName('first-contentful-paint')[0]?.startTime;
    }).observe({ type: 'paint', buffered: true });
    new PerformanceObserver((list) => {
      marks.longTasks += list.getEntries().length;
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** What a page is waited for: a panel with an analysis, a panel whatever it says, or none. */
export type Expected = 'analysis' | 'panel' | null;

/** Loads the page once and waits until it has been painted and what is expected stands there. */
export async function visit(page: Page, cdp: CDPSession, url: string, wanted: Expected): Promise<Visit> {
  await page.goto(url, { waitUntil: 'load' });
  const marks = await page.waitForFunction((expected) => {
    const found = (window as unknown as { marks: Marks }).marks; // set by watchPage
    const there = { analysis: found.filled, panel: found.settled, none: 0 }[expected ?? 'none'];
    return found.firstPaint !== undefined && there !== undefined ? found : null;
  }, wanted);
  const { filled, settled, firstPaint, longTasks } = (await marks.jsonValue()) ?? { longTasks: 0 };
  return {
    filled: filled ?? null,
    settled: settled ?? null,
    firstPaint: firstPaint ?? Number.NaN,
    script: await scriptTime(cdp),
    longTasks,
  };
}

/** Counted by the browser from the start of the document. */
export async function scriptTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
}
