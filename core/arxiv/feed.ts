import type { XmlElement } from '@rgrove/parse-xml';
import { AppError } from '../errors';
import type { Skipped } from '../paper';
import { parseAbsUrl } from './id';
import { childrenOf, parseAnswer, readEach, textOf } from './xml';

const QUERY = 'https://export.arxiv.org/api/query';
/** arXiv's own bounds: of one answer, and of all answers to a search together. */
const MOST_RESULTS = 2_000;
const LAST_RESULT = 30_000;
/** So many ids make an address that every server takes. */
export const IDS_AT_ONCE = 100;

export interface SearchQuery {
  /** In the API's own syntax: `cat:cs.RO AND ti:"robot"`. */
  search: string;
  /** Counts from 0. */
  start?: number;
  maxResults?: number;
  sortBy?: 'relevance' | 'lastUpdatedDate' | 'submittedDate';
  sortOrder?: 'ascending' | 'descending';
}

/** A paper as the API gives it. TeX accents are Unicode, white space is collapsed, formulas stay TeX source. */
export interface FeedEntry {
  /** Without version. */
  id: string;
  version: number | null;
  title: string;
  authors: string[];
  abstract: string;
  /** Primary first, as the record has them: aliases such as math.IT and cs.IT may both be there. */
  categories: string[];
  /** ISO times of the first version and of this one; '' when the answer leaves them out. */
  published: string;
  updated: string;
  comments: string | null;
  journalRef: string | null;
  doi: string | null;
}

export interface Feed {
  /** Of all slices together. */
  total: number;
  start: number;
  entries: FeedEntry[];
  skipped: Skipped[];
}

/** The addresses that ask for given papers, of the newest version or of one: `2401.00007`, `hep-th/9901001v2`. */
export function idListUrls(ids: readonly string[]): string[] {
  const slices: string[] = [];
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const slice = ids.slice(at, at + IDS_AT_ONCE);
    // Without max_results the answer ends after ten.
    slices.push(`${QUERY}?id_list=${slice.map(encodeURIComponent).join(',')}&start=0&max_results=${slice.length}`);
  }
  return slices;
}

/** The address of one slice of a search's results, within arXiv's bounds. */
export function searchUrl({ search, start = 0, maxResults = 100, sortBy, sortOrder }: SearchQuery): string {
  const parameters = new URLSearchParams({
    search_query: search,
    start: String(Math.min(Math.max(start, 0), LAST_RESULT)),
    max_results: String(Math.min(Math.max(maxResults, 1), MOST_RESULTS, Math.max(LAST_RESULT - start, 1))),
  });
  if (sortBy) parameters.set('sortBy', sortBy);
  if (sortOrder) parameters.set('sortOrder', sortOrder);
  return `${QUERY}?${parameters}`;
}

function readEntry(entry: XmlElement): FeedEntry | string {
  const address = textOf(entry, 'id');
  const id = parseAbsUrl(address);
  if (!id) return `no paper’s id: ${address.slice(0, 100)}`;
  const title = textOf(entry, 'title');
  if (!title) return `${id.base}: no title`;
  const primary = childrenOf(entry, 'arxiv:primary_category')[0]?.attributes['term'];
  const categories = childrenOf(entry, 'category').map(({ attributes }) => attributes['term'] ?? '');
  return {
    id: id.base,
    version: id.version,
    title,
    authors: childrenOf(entry, 'author')
      .map((author) => textOf(author, 'name'))
      .filter(Boolean),
    abstract: textOf(entry, 'summary'),
    categories: [...new Set([primary ?? '', ...categories])].filter(Boolean),
    published: textOf(entry, 'published'),
    updated: textOf(entry, 'updated'),
    comments: textOf(entry, 'arxiv:comment') || null,
    journalRef: textOf(entry, 'arxiv:journal_ref') || null,
    doi: textOf(entry, 'arxiv:doi') || null,
  };
}

/**
 * Reads an answer of arXiv's query API. No result is a feed without entries.
 *
 * @throws AppError `arxiv-answer` when it cannot be read or is an error, which comes as an entry under HTTP 200;
 *   `arxiv-busy` when we asked too often.
 * @see https://info.arxiv.org/help/api/user-manual.html
 */
export function parseFeed(text: string): Feed {
  const { root: feed, lineOf } = parseAnswer(text, 'feed');
  const elements = childrenOf(feed, 'entry');
  // `…/api/errors#incorrect_id_format_for_notanid`, lately also without the reason.
  const error = elements.find((entry) => /\/api\/errors\b/.test(textOf(entry, 'id')));
  if (error) throw new AppError('arxiv-answer', textOf(error, 'summary') || 'arXiv answered with an error');
  const { values: entries, skipped } = readEach(elements, lineOf, readEntry);
  return {
    total: Number(textOf(feed, 'opensearch:totalResults')) || elements.length,
    start: Number(textOf(feed, 'opensearch:startIndex')) || 0,
    entries,
    skipped,
  };
}
