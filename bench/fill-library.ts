import type { Page } from 'playwright';

/**
 * Fills the library up to `count` papers by copying what it holds, through raw puts from one of the extension's own pages.
 * Every paper gets its records, analysis and guide; ten of them make one earlier report.
 */
export async function fillLibrary(page: Page, count: number): Promise<void> {
  await page.evaluate(copyRows, count);
}

/** Runs in the page, and so brings along all that it needs. */
async function copyRows(wanted: number): Promise<void> {
  type Row = Record<string, unknown>;
  const [papers, analyses, guides, reports] = ['papers', 'analyses', 'guides', 'reports'] as const;
  const library = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('library');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('the library did not open')));
  });
  const reading = library.transaction([papers, analyses, guides, reports]);
  const readAll = (store: string): Promise<Row[]> =>
    new Promise((resolve, reject) => {
      const request: IDBRequest<Row[]> = reading.objectStore(store).getAll();
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('the library did not answer')));
    });
  const paperRows = await readAll(papers);
  const [analysisRow] = await readAll(analyses);
  const [guideRow] = await readAll(guides);
  const [reportRow] = await readAll(reports);

  // Whole texts would make a library of several gigabytes; the number of rows is what could slow a visit.
  const short = (row: Row | undefined): Row =>
    JSON.parse(
      JSON.stringify(row, (_, value: unknown) => (typeof value === 'string' ? value.slice(0, 60) : value)),
    ) as Row; // of a Row
  const [analysis, guide] = [short(analysisRow), short(guideRow)];

  for (let start = 0; start < wanted; start += 1_000) {
    const writing = library.transaction([papers, analyses, guides, reports], 'readwrite', { durability: 'relaxed' });
    for (let at = start; at < Math.min(start + 1_000, wanted); at += 1) {
      const id = `${String(1_001 + Math.floor(at / 90_000))}.${String(10_000 + (at % 90_000))}`;
      writing.objectStore(papers).put({ ...paperRows[at % paperRows.length], id });
      writing.objectStore(analyses).put({ ...analysis, key: `${id}|old|1`, paperId: id, reportId: 'old' });
      writing.objectStore(guides).put({ ...guide, paperId: id });
      if (at % 10 > 0) continue;
      const date = new Date(Date.UTC(1990, 0, 1 + at / 10)).toISOString().slice(0, 10);
      writing.objectStore(reports).put({ ...reportRow, id: `${date}|old`, date });
    }
    await new Promise<void>((resolve, reject) => {
      writing.addEventListener('complete', () => resolve());
      writing.addEventListener('error', () => reject(writing.error ?? new Error('the library was not filled')));
    });
  }
  library.close();
}
