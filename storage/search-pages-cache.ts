import { Dexie } from 'dexie';
import { findStretches, type Page, type Stretch } from '@/core/search/pages';
import type { Wanted } from '@/core/search/query';
import type { Segment } from '@/core/search/segments';
import { db } from './db';

/** Bytes of pages that are kept in memory, about. */
const MOST_BYTES = 16_000_000;

const sizeOf = ({ data, terms, ends }: Page) => data.length + 2 * terms.length + 4 * ends.length;

/** The pages of one segment that may hold a term, or terms that begin with it. */
async function readPages(segment: number, { text, prefix }: Wanted): Promise<Page[]> {
  const pages = db.searchPages.where('[segment+first]');
  // A page is found by its first term: the one that begins at or before this may hold it.
  const [before, behind] = await Promise.all([
    pages.between([segment, Dexie.minKey], [segment, text], true, true).reverse().limit(1).toArray(),
    prefix ? pages.between([segment, text], [segment, `${text}\uffff`], false, true).toArray() : [],
  ]);
  return [...before, ...behind];
}

/** What was read for one term, by segment: segments never change. */
type Entry = Map<number, Page[]>;

/**
 * Pages that searches have read. A word that gets longer letter by letter is found among what was read for its beginning, so that
 * the library is not asked again.
 */
export class PagesCache {
  #entries = new Map<string, Entry>();
  #bytes = 0;

  /** The postings of a term in all segments, in their order. In a transaction that holds the table. */
  async find(wanted: Wanted, segments: readonly Segment[]): Promise<Stretch[]> {
    const { text, prefix } = wanted;
    const known = this.#findEntry(wanted);
    const missing = segments.filter(({ id }) => !known?.has(id));
    const read = await Promise.all(missing.map(({ id }) => readPages(id, wanted)));
    const fresh: Entry = new Map(missing.map(({ id }, index) => [id, read[index] ?? []]));
    const all: Entry = new Map(segments.map(({ id }) => [id, known?.get(id) ?? fresh.get(id) ?? []]));
    if (missing.length > 0) this.#keep(prefix ? `${text}*` : text, all);
    return segments.flatMap(({ id }) => (all.get(id) ?? []).flatMap((page) => findStretches(page, text, prefix)));
  }

  #findEntry({ text, prefix }: Wanted): Entry | null {
    if (!prefix && this.#entries.has(text)) return this.#entries.get(text) ?? null;
    for (let length = text.length; length > 0; length--) {
      const entry = this.#entries.get(`${text.slice(0, length)}*`);
      if (entry) return entry;
    }
    return null;
  }

  #keep(key: string, entry: Entry): void {
    this.#drop(key);
    this.#entries.set(key, entry);
    this.#bytes += bytesOf(entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= MOST_BYTES || oldest === key) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#bytes -= bytesOf(entry);
    this.#entries.delete(key);
  }
}

function bytesOf(entry: Entry): number {
  return [...entry.values()].flat().reduce((sum, page) => sum + sizeOf(page), 0);
}
