import type { BrowserContext, Page } from 'playwright';
import { listingHtml } from '@/tests/list-pages';
import { scriptTime } from './visit';

export const LIST = 'https://arxiv.org/list/cs.CV/new';
/** As many as a busy day of a category has. */
export const LISTED = 300;

const idOf = (at: number) => `2512.${30_000 + at}`;

/** A day's list of that many papers, abstracts and all. */
export function listPage(): string {
  const papers = Array.from({ length: LISTED }, (_, at) => ({
    id: idOf(at),
    title: `Paper ${at}: Long Videos by Diffusion, Read and Written`,
    authors: ['Ann Lee', 'Bo Li', 'Chen Wu', 'Dana Roe', 'Eve Park'],
    categories: ['cs.CV', 'cs.LG'],
    abstract: 'We read long videos, and outperform those who do not by 3.2% on two benchmarks. '.repeat(14),
  }));
  return listingHtml(papers);
}

/** Gives the library a guide of each paper in the list, and its reader something to look for, from one of the extension's own pages. */
export async function fillListed(page: Page): Promise<void> {
  await page.evaluate(
    copyGuides,
    Array.from({ length: LISTED }, (_, at) => idOf(at)),
  );
}

/** Runs in the page, and so brings along all that it needs. */
async function copyGuides(ids: string[]): Promise<void> {
  const library = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('library');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('the library did not open')));
  });
  const transaction = library.transaction(['papers', 'guides', 'settings'], 'readwrite');
  const first = (store: string): Promise<object> =>
    new Promise((resolve, reject) => {
      const request: IDBRequest<object[]> = transaction.objectStore(store).getAll(null, 1);
      request.addEventListener('success', () => resolve(request.result[0] ?? {}));
      request.addEventListener('error', () => reject(request.error ?? new Error('the library did not answer')));
    });
  const [paper, guide] = await Promise.all([first('papers'), first('guides')]);
  for (const id of ids) {
    transaction.objectStore('papers').put({ ...paper, id, titleChinese: '读写长视频的扩散模型' });
    transaction.objectStore('guides').put({ ...guide, paperId: id });
  }
  const interests = { primary: ['diffusion', 'video'], secondary: ['benchmark'], excluded: [], authors: ['Ann Lee'] };
  transaction.objectStore('settings').put({ name: 'settings', value: { interests } });
  await new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('error', () => reject(transaction.error ?? new Error('the library was not filled')));
  });
  library.close();
}

/** What one load of the list took. */
export interface ListVisit {
  /** Milliseconds in scripts, from the start until nothing more comes. */
  script: number;
  longTasks: number;
  /** Of the page's layout, as the browser scores it. */
  shift: number;
  /** Milliseconds until the list was painted. */
  painted: number;
}

type Watched = Omit<ListVisit, 'script'>;

/** Watches, from inside the page, for what a reader would feel. */
async function watchList(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { longTasks: 0, shift: 0, painted: 0 };
    Object.assign(window, { watched });
    const notes: Record<string, (entry: PerformanceEntry) => void> = {
      longtask: () => {
        watched.longTasks += 1;
      },
      'layout-shift': (entry) => {
        watched.shift += (entry as PerformanceEntry & { value: number }).value; // as: of this type
      },
      'largest-contentful-paint': ({ startTime }) => {
        watched.painted = startTime;
      },
    };
    for (const [type, note] of Object.entries(notes)) {
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
    }
  });
}

/** Opens a tab that loads the list once with each call, and waits for its last row and score where there is the extension. */
export async function openList({ context, hasRows }: { context: BrowserContext; hasRows: boolean }) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await watchList(page);
  return async (): Promise<ListVisit> => {
    await page.bringToFront();
    await page.goto(LIST, { waitUntil: 'load' });
    if (hasRows) {
      await page.waitForFunction(() => {
        const last = document.querySelector('dd:last-child > daodu-row');
        return last?.shadowRoot?.querySelector('.score');
      });
    }
    // The browser tells of it a little later.
    await page.waitForFunction(() => (window as unknown as { watched: Watched }).watched.painted > 0); // set by watchList
    // Two frames on, all of it is painted.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const watched = await page.evaluate(() => (window as unknown as { watched: Watched }).watched); // set by watchList
    return { ...watched, script: await scriptTime(cdp) };
  };
}
