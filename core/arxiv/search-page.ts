import { cleanText, readCount } from './clean-text';
import { parseDay } from './day';
import { parseCitedId } from './id';
import { type ListedPaper, findPapers, readLinkedId } from './listed-papers';
import { readText } from './page-text';

/** Seen in 2026-11 on arxiv.org/search/?query=video+diffusion and on an author's results under /search/cs. */
const SELECTORS = {
  result: 'ol > li.arxiv-result',
  link: '.list-title a[href*="/abs/"]',
  title: 'p.title',
  authors: 'p.authors a',
  /** Where the list of authors stops. */
  moreAuthors: 'p.authors',
  categories: '.tags:not(.has-addons) > .tag',
  doi: '.tags.has-addons a[href*="doi.org/"]',
  /** The whole; a shorter one with the words that were searched for stands before it. Both are gone when the reader hides abstracts. */
  abstract: '.abstract-full',
  /** Comments, numbers, classes and the reference share a class; only their labels differ. */
  notes: 'p.comments',
} as const;

export interface SearchResult {
  /** Without version. */
  id: string;
  /** The version that is shown; null when the page does not say. */
  version: number | null;
  latestVersion: number | null;
  title: string;
  /** At most 25: the page shows no more. */
  authors: string[];
  /** How many more there are. */
  hiddenAuthors: number;
  /** Primary first. */
  categories: string[];
  /** Null when the reader has hidden the abstracts. */
  abstract: string | null;
  /** First version's day and the shown version's day, YYYY-MM-DD. */
  published: string | null;
  versionDate: string | null;
  comments: string | null;
  journalRef: string | null;
  reportNumber: string | null;
  mscClass: string | null;
  acmClass: string | null;
  doi: string | null;
}

export interface SearchPage {
  /** Over all pages of results; null when it is not said. */
  total: number | null;
  /** The places of the first and last result among them, from 1. */
  first: number | null;
  last: number | null;
  results: SearchResult[];
}

/** Finds the papers among a search's results. `element` is a result's `li`. */
export function findSearchResults(page: ParentNode): ListedPaper[] {
  return findPapers(page, `${SELECTORS.result} ${SELECTORS.link}`, 'li.arxiv-result');
}

const read = (element: Element | null) => cleanText(readText(element));

/** The notes by their labels. One paragraph can hold several, the label in an element and the value behind it. */
function readNotes(result: Element): Map<string, string> {
  const notes = new Map<string, string>();
  for (const paragraph of result.querySelectorAll(SELECTORS.notes)) {
    let label = '';
    for (const node of paragraph.childNodes) {
      const text = node.textContent ?? '';
      const labelled = node.nodeName === 'SPAN' && /^(.*):\s*$/s.exec(text)?.[1];
      if (labelled) label = cleanText(labelled).toLowerCase();
      else if (label) notes.set(label, (notes.get(label) ?? '') + text);
    }
  }
  return notes;
}

function readResult(result: Element): SearchResult | null {
  const id = readLinkedId(result.querySelector(SELECTORS.link));
  if (!id) return null;
  const abstract = result.querySelector(SELECTORS.abstract);
  // “2512.22983v1-abstract-full”: the only place that names the version of a paper's newest one.
  const versioned = parseCitedId(abstract?.id.replace(/-abstract-full$/, '') ?? '');
  const version = id.version ?? versioned?.version ?? null;
  const dates = Array.from(result.querySelectorAll(':scope > p.is-size-7:not(.comments)'), read).join(' ');
  const latest = /latest version:\s*\S*?v(\d+)\b/i.exec(dates)?.[1];
  const versionDate = parseDay(/^submitted ([^;]*)/i.exec(dates)?.[1] ?? '');
  const notes = readNotes(result);
  const note = (label: string) => cleanText(notes.get(label) ?? '') || null;
  return {
    id: id.base,
    version,
    latestVersion: latest ? Number(latest) : id.version === null ? version : null,
    title: read(result.querySelector(SELECTORS.title)),
    authors: Array.from(result.querySelectorAll(SELECTORS.authors), read),
    hiddenAuthors: Number(
      /\((\d+) additional author/.exec(read(result.querySelector(SELECTORS.moreAuthors)))?.[1] ?? 0,
    ),
    categories: Array.from(result.querySelectorAll(SELECTORS.categories), read),
    abstract: readAbstract(abstract),
    published: parseDay(/v1 submitted ([^;]*)/i.exec(dates)?.[1] ?? '') ?? versionDate,
    versionDate,
    comments: note('comments'),
    journalRef: note('journal ref'),
    reportNumber: note('report number'),
    mscClass: note('msc class'),
    acmClass: note('acm class'),
    doi: result.querySelector(SELECTORS.doi)?.textContent?.trim() || null,
  };
}

/** The abstract without “△ Less”, the link that folds it. */
function readAbstract(abstract: Element | null): string | null {
  if (!abstract) return null;
  const copy = abstract.cloneNode(true) as Element; // a clone is of the kind it was cloned from
  for (const link of copy.querySelectorAll('a.is-size-7')) link.remove();
  return read(copy) || null;
}

/**
 * Reads the results of a search on arXiv.
 *
 * @returns null when the page has none: another page, or a search that found nothing.
 */
export function parseSearchPage(page: ParentNode): SearchPage | null {
  const found = Array.from(page.querySelectorAll(SELECTORS.result));
  const results = found.flatMap((result) => readResult(result) ?? []);
  if (results.length === 0) return null;
  const heading = Array.from(page.querySelectorAll('h1'), read).find((text) => /^showing\b/i.test(text)) ?? '';
  const [, first, last, total] = /([\d,]+)\s*–\s*([\d,]+) of ([\d,]+)/.exec(heading) ?? [];
  return { total: readCount(total), first: readCount(first), last: readCount(last), results };
}
