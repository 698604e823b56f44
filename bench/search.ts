import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { Chromium } from '@/scripts/browser/chromium';
import { fillYears } from './fill-years';
import { median } from './statistics';
import { readVocabulary } from './words';

interface FindPage {
  first?: number;
  time: (typed: string) => Promise<{ ms: number; total: number }>;
  pending: () => Promise<{ done: boolean }>;
}

/** What readers type: an English word, a beginning, Chinese, an author, a word that is misspelt. */
const TYPED = ['diffusion', 'd', '扩散模型', 'author:ba', 'difusion'];
/** Typed letter by letter into one page. */
const SENTENCE = 'diffusion model 扩散模型 tr';

const openFind = async (chromium: Chromium, path: string): Promise<Page> => {
  const page = await chromium.context.newPage();
  await page.goto(chromium.pageUrl(path));
  return page;
};

const isDone = () => (window as unknown as FindPage).pending().then(({ done }) => done); // as: find-page.ts

async function untilDone(page: Page): Promise<void> {
  while (!(await page.evaluate(isDone))) await setTimeout(1_000);
}

/** Resolves once all papers of a library can be found. */
export async function untilIndexed(chromium: Chromium): Promise<void> {
  const page = await openFind(chromium, 'find.html');
  const library = await openFind(chromium, 'library.html');
  await untilDone(page);
  await Promise.all([page.close(), library.close()]);
}

/** Fills a library and has a library page index it; says how long that took and how long its page was kept from answering. */
export async function indexLibrary(chromium: Chromium, papers: number): Promise<string> {
  const page = await openFind(chromium, 'find.html');
  await page.evaluate(isDone); // the library is made by whoever asks first
  await fillYears(page, papers, readVocabulary());
  const start = performance.now();
  const library = await chromium.context.newPage();
  await library.addInitScript(`{
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: 'longtask' });
  }`);
  await library.goto(chromium.pageUrl('library.html'));
  await untilDone(page);
  const seconds = (performance.now() - start) / 1_000;
  const longest = await library.evaluate<number>('globalThis.longest');
  await Promise.all([page.close(), library.close()]);
  return `index of ${papers} papers: ${seconds.toFixed(1)} s, ${Math.round(papers / seconds)} papers/s; longest task of the page ${longest.toFixed(0)} ms`;
}

/** Milliseconds from the start of the navigation until the first results, or the floor's rows, stand in a page of its own. */
export async function measureFirst(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'load' });
  const first = await page.waitForFunction(() => (window as unknown as FindPage).first); // as: find-page.ts
  return (await first.jsonValue()) ?? Number.NaN;
}

export function findUrls(chromium: Chromium): string[] {
  return TYPED.map((typed) => chromium.pageUrl(`find.html?typed=${encodeURIComponent(typed)}`));
}

/** Milliseconds for each further key of a search that is typed letter by letter, of several times; and the page's memory in MB. */
export async function measureKeys(chromium: Chromium, times: number): Promise<{ keys: number[]; megabytes: number }> {
  const all: number[][] = [];
  let megabytes = 0;
  for (let round = 0; round < times; round++) {
    const page = await openFind(chromium, 'find.html');
    for (let length = 1; length <= SENTENCE.length; length++) {
      const typed = SENTENCE.slice(0, length);
      const { ms } = await page.evaluate((text) => (window as unknown as FindPage).time(text), typed); // as: find-page.ts
      if (length > 1) (all[length] ??= []).push(ms);
    }
    const cdp = await chromium.context.newCDPSession(page);
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = (await cdp.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      backingStorageSize?: number;
    }; // as: playwright's types are older than this
    megabytes = Math.max(megabytes, (usedSize + backingStorageSize) / 1e6);
    await page.close();
  }
  return { keys: all.flatMap((values) => (values.length > 0 ? median(values) : [])), megabytes };
}
