import { Dexie } from 'dexie';
import { type Page, PageWriter } from '@/core/search/pages';
import type { Posting } from '@/core/search/postings';
import { breathe } from './breathe';
import { db } from './db';
import { guarded } from './guard';
import { readState } from './search-state';

/** So many pages are written in one transaction: some two hundred kB, for which a search waits. */
const PAGES_AT_ONCE = 16;
/** Pages that are taken out in one transaction. */
const DROPPED_AT_ONCE = 200;

/** Words that may be meant by a misspelt one (core/search/typos.ts). */
const WORD = /^[a-z]{4,}$/;

/** Writes a segment's terms, which come in order, a few pages at a time. */
export class SegmentWriter {
  postings = 0;
  #writer: PageWriter;
  #pages: Page[] = [];
  #words: string[] = [];

  /**
   * @param part how many times it was written before
   * @param onWritten what else is to be written in the same transaction, up to which term the segment is there then
   */
  constructor(
    private readonly segment: number,
    private part = 0,
    private readonly onWritten: ((term: string, writer: SegmentWriter) => Promise<void>) | null = null,
  ) {
    this.#writer = new PageWriter(segment);
  }

  get parts(): number {
    return this.part;
  }

  async add(term: string, postings: readonly Posting[]): Promise<void> {
    const full = this.#writer.add(term, postings);
    this.postings += postings.length;
    if (WORD.test(term)) this.#words.push(term);
    if (!full) return;
    this.#pages.push(full);
    // What was begun behind the full page is ended as well, so that all up to this term is there.
    if (this.#pages.length >= PAGES_AT_ONCE) await this.write(term);
  }

  /** Writes what is left. */
  async write(term: string): Promise<void> {
    const last = this.#writer.end();
    const pages = last ? [...this.#pages, last] : this.#pages;
    const words = { segment: this.segment, part: this.part, words: this.#words.join('\n') };
    this.#pages = [];
    this.#words = [];
    this.part += 1;
    await guarded(() =>
      db.transaction('rw', db.searchPages, db.searchWords, db.searchState, async () => {
        await db.searchPages.bulkPut(pages);
        if (words.words !== '') await db.searchWords.put(words);
        await this.onWritten?.(term, this);
      }),
    );
    await breathe();
  }
}

/** The first segment from a number on of which pages or words are there; null for none. */
async function nextPresent(from: number): Promise<number | null> {
  const [page, words] = await Promise.all([
    db.searchPages.where('[segment+first]').aboveOrEqual([from, Dexie.minKey]).limit(1).primaryKeys(),
    db.searchWords.where('[segment+part]').aboveOrEqual([from, Dexie.minKey]).limit(1).primaryKeys(),
  ]);
  const found = [...page, ...words].map(([segment]) => segment);
  return found.length === 0 ? null : Math.min(...found);
}

/** Takes out what no segment of the index needs any more: what was merged, and what its writer did not live to end. */
export async function dropLeftovers(signal: AbortSignal): Promise<void> {
  for (let from = 0; ;) {
    signal.throwIfAborted();
    const segment = await guarded(() => nextPresent(from));
    if (segment === null) return;
    const { segments, merge } = await guarded(readState);
    const isNeeded = merge?.into === segment || segments.some(({ id }) => id === segment);
    if (!isNeeded) await dropSegment(segment, signal);
    from = segment + 1;
    await breathe();
  }
}

async function dropSegment(segment: number, signal: AbortSignal): Promise<void> {
  // What was taken out before is not looked through again: to the browser's database it is long still there.
  for (let after: string | null = ''; after !== null;) {
    signal.throwIfAborted();
    const from: string = after;
    after = await guarded(() => dropSome(segment, from));
    await breathe();
  }
  await guarded(() =>
    db.searchWords.where('[segment+part]').between([segment, Dexie.minKey], [segment, Dexie.maxKey]).delete(),
  );
}

/** @returns the first term of the last page that was taken out; null when no more is there. */
function dropSome(segment: number, after: string): Promise<string | null> {
  return db.transaction('rw', db.searchPages, async () => {
    const pages = db.searchPages.where('[segment+first]');
    const range = pages.between([segment, after], [segment, Dexie.maxKey], true, true);
    const keys = await range.limit(DROPPED_AT_ONCE).primaryKeys();
    const [first, last] = [keys[0], keys.at(-1)];
    if (!first || !last) return null;
    await pages.between(first, last, true, true).delete();
    return keys.length < DROPPED_AT_ONCE ? null : last[1];
  });
}
