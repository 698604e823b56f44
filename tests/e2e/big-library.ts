import type { Page } from 'playwright';

/** The id of the n-th paper of `fillWithPapers`, counting from 0. */
export function bigId(at: number): string {
  return `24${String(1 + Math.floor(at / 1_000)).padStart(2, '0')}.${10_000 + (at % 1_000)}`;
}

interface Fill {
  papers: { id: string }[];
  /** How many of the first ones are saved. */
  most: number;
}

/** So many made-up papers. */
export function bigRows(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    id: bigId(at),
    version: 1,
    title: `Paper ${at} ${'on a subject with a rather long name '.repeat(at % 4)}`.trim(),
    titleChinese: null,
    authors: [`Author ${at % 50}`, 'Everybody Else'],
    published: '2024-01-01',
    categories: ['cs.CV'],
    abstract: 'We look into it.',
    links: [],
    comments: null,
    journalRef: null,
    doi: null,
    from: 'report',
  }));
}

/** Runs in one of the extension's own pages: raw puts. */
export async function fillLibrary({ papers, most }: Fill): Promise<void> {
  const library = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('library');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('the library did not open')));
  });
  const writing = library.transaction(['papers', 'saves'], 'readwrite');
  for (const [at, paper] of papers.entries()) {
    writing.objectStore('papers').put(paper);
    if (at < most) writing.objectStore('saves').put({ paperId: paper.id, savedAt: at + 1, tags: [], note: '' });
  }
  await new Promise<void>((resolve, reject) => {
    writing.addEventListener('complete', () => resolve());
    writing.addEventListener('error', () => reject(writing.error ?? new Error('the library was not filled')));
  });
  library.close();
}

/** Fills the library with made-up papers from one of the extension's own pages; the first `saved` are saved. */
export async function fillWithPapers(page: Page, count: number, saved: number): Promise<void> {
  await page.evaluate(fillLibrary, { papers: bigRows(count), most: saved });
}
