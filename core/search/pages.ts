import { packPostings, type Posting } from './postings';

/** Some neighbouring terms of a segment with their postings: what is read from the library at once. */
export interface Page {
  segment: number;
  /** The first of its terms, by which it is found. */
  first: string;
  /** In order, a line each. */
  terms: string;
  /** Where in `data` the postings of each term end. */
  ends: Uint32Array;
  data: Uint8Array;
}

/** The postings of one term: a stretch of a page's bytes. */
export interface Stretch {
  term: string;
  data: Uint8Array;
  from: number;
  to: number;
}

/** Bytes of postings in a page, about; more only where one term has more. */
const PAGE_BYTES = 12_000;

/** Gathers terms, which come in order, into pages. */
export class PageWriter {
  #terms: string[] = [];
  #lists: Uint8Array[] = [];
  #bytes = 0;

  constructor(private readonly segment: number) {}

  /** @returns a page that is full now, without this term. */
  add(term: string, postings: readonly Posting[]): Page | null {
    const list = packPostings(postings);
    const full = this.#bytes > 0 && this.#bytes + list.length > PAGE_BYTES ? this.end() : null;
    this.#terms.push(term);
    this.#lists.push(list);
    this.#bytes += list.length;
    return full;
  }

  /** The last page; null when nothing is left. */
  end(): Page | null {
    const [first] = this.#terms;
    if (first === undefined) return null;
    const ends = new Uint32Array(this.#lists.length);
    const data = new Uint8Array(this.#bytes);
    let at = 0;
    for (const [index, list] of this.#lists.entries()) {
      data.set(list, at);
      at += list.length;
      ends[index] = at;
    }
    const page = { segment: this.segment, first, terms: this.#terms.join('\n'), ends, data };
    this.#terms = [];
    this.#lists = [];
    this.#bytes = 0;
    return page;
  }
}

/** The postings of a page's terms, in order. */
export function stretchesOf({ terms, ends, data }: Page): Stretch[] {
  return terms.split('\n').map((term, index) => ({
    term,
    data,
    from: index === 0 ? 0 : (ends[index - 1] ?? 0),
    to: ends[index] ?? 0,
  }));
}

/** Those of one term, or of all that begin with it, which stand one behind the other. */
export function findStretches({ terms, ends, data }: Page, wanted: string, prefix: boolean): Stretch[] {
  let at = terms.startsWith(wanted) ? 0 : terms.indexOf(`\n${wanted}`) + 1;
  if (at === 0 && !terms.startsWith(wanted)) return [];
  let index = countLines(terms, at);
  const found: Stretch[] = [];
  while (at < terms.length) {
    const lineEnd = terms.indexOf('\n', at);
    const end = lineEnd < 0 ? terms.length : lineEnd;
    const term = terms.slice(at, end);
    if (prefix ? !term.startsWith(wanted) : term !== wanted) break;
    found.push({ term, data, from: index === 0 ? 0 : (ends[index - 1] ?? 0), to: ends[index] ?? 0 });
    at = end + 1;
    index += 1;
  }
  return found;
}

function countLines(text: string, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
