import type { Page } from 'playwright';

/**
 * Fills the library up to `count` papers by copying what it holds, through raw puts from one of the extension's own pages.
 * Every paper gets its records, analysis and guide; ten of them make one earlier report.
 */
export async function fillLibrary(page: Page, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    type Row = Record<string, unknown>;
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('failed'));
      });
    const library = await done(indexedDB.open('library'));
    const stores = ['papers', 'analyses', 'guides', 'reports'];
    const reading = library.transaction(stores);
    const [papers = [], analyses = [], guides = [], reports = []] = await Promise.all(
      stores.map((name) => done(reading.objectStore(name).getAll() as IDBRequest<Row[]>)),
    );
    // Whole texts would make a library of several gigabytes; the number of rows is what could slow a visit.
    const short = (row: Row | undefined): Row =>
      JSON.parse(
        JSON.stringify(row, (_, value: unknown) => (typeof value === 'string' ? value.slice(0, 60) : value)),
      ) as Row;
    const [analysis, report] = [short(analyses[0]), reports[0]];
    const guide = short({ ...guides[0], guides: [(guides[0]?.['guides'] as Row[])[0]] });
    for (let start = 0; start < wanted; start += 1_000) {
      const writing = library.transaction(stores, 'readwrite', { durability: 'relaxed' });
      for (let at = start; at < Math.min(start + 1_000, wanted); at += 1) {
        const id = `${String(1001 + Math.floor(at / 90_000))}.${String(10_000 + (at % 90_000))}`;
        writing.objectStore('papers').put({ ...papers[at % papers.length], id });
        writing.objectStore('analyses').put({ ...analysis, key: `${id}|old|1`, paperId: id, reportId: 'old' });
        writing.objectStore('guides').put({ ...guide, paperId: id });
        if (at % 10 === 0) {
          const date = new Date(Date.UTC(1990, 0, 1 + at / 10)).toISOString().slice(0, 10);
          writing.objectStore('reports').put({ ...report, id: `${date}|old`, date });
        }
      }
      await new Promise((resolve, reject) => {
        writing.oncomplete = resolve;
        writing.onerror = () => reject(writing.error ?? new Error('failed'));
      });
    }
    library.close();
  }, count);
}
