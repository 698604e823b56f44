import type { AnnounceType } from './announce-type';
import { cleanText, readCategories, readCount } from './clean-text';
import { parseDay } from './day';
import { type ListedPaper, findPapers, readLinkedId } from './listed-papers';
import { readText } from './page-text';

/**
 * Where a listing says what: /list/cs.CV/new, /list/cs.CV/recent and /list/cs.RO/recent in the looks of December 2025 and of
 * mid-2026, seen in 2026-11. Lists of a month and of an author's papers are made by the same template.
 */
const SELECTORS = {
  page: '#dlpage',
  /** One `dl` a section, all with the same id. */
  section: '#dlpage dl#articles',
  /** Of a paper, by its address: a translator changes the title “Abstract”. */
  link: 'a[href*="/abs/"]',
  html: 'a[href*="/html/"]',
  paging: '#dlpage .paging',
  perPage: '#dlpage .morefewer',
  /** `recent-cs.CV` on /new, `new-cs.CV` on /recent. */
  category: '#dlpage a[id^="recent-"], #dlpage a[id^="new-"]',
} as const;

export interface ListingEntry {
  /** Without version. */
  id: string;
  /** Null where the page does not show it: it does by the link to the paper's HTML, and a new paper is its first version. */
  version: number | null;
  title: string;
  authors: string[];
  /** As the site shows them, primary first. */
  categories: string[];
  comments: string | null;
  journalRef: string | null;
  /** Only on /new. */
  abstract: string | null;
  /** Null where the page does not say: on lists of days and months what is not marked as a cross-list. */
  announced: AnnounceType | null;
}

export interface ListingSection {
  /** As written: `New submissions (showing 44 of 44 entries)`, `Tue, 30 Dec 2025 (…)`; '' on lists without sections. */
  heading: string;
  /** Of the announcement, YYYY-MM-DD; null on lists of a month or an author. */
  date: string | null;
  /** What the heading counts; null when it counts nothing. */
  shown: number | null;
  total: number | null;
  entries: ListingEntry[];
}

export interface ListingPage {
  /** What is listed: `Robotics`, `Zeno Lee's articles on arXiv`. */
  title: string;
  /** The list's category or archive; null where the page does not link to its other lists. */
  category: string | null;
  /** Over all pages of the list; null when it is not said. */
  total: number | null;
  perPage: number | null;
  sections: ListingSection[];
}

/** Finds the papers of a listing. `element` is a paper's `dt`; the details are in the `dd` behind it. */
export function findListedPapers(page: ParentNode): ListedPaper[] {
  return findPapers(page, `#dlpage dl > dt > ${SELECTORS.link}`, 'dt');
}

function read(element: Element | null): string {
  if (!element?.querySelector('br')) return cleanText(readText(element));
  const copy = element.cloneNode(true) as Element; // a clone is of the kind it was cloned from
  for (const lineBreak of copy.querySelectorAll('br')) lineBreak.replaceWith(' ');
  return cleanText(readText(copy));
}

/** How the papers below a heading of /new were announced; null for any other heading. */
export function announcedIn(heading: string): AnnounceType | null {
  if (/^new\b/i.test(heading)) return 'new';
  if (/^cross/i.test(heading)) return 'cross';
  return /^replace/i.test(heading) ? 'replace' : null;
}

/** Whether a category belongs to a list: cs.CV to cs.CV and to cs. */
const isWithin = (category: string, list: string) => category === list || category.startsWith(`${list}.`);

/** Whether a paper comes to a list from another one: its primary category is not the list's. */
export function isFromOther(categories: readonly string[], list: string | null): boolean {
  return list !== null && categories[0] !== undefined && !isWithin(categories[0], list);
}

function readEntry(term: Element, inSection: AnnounceType | null, list: string | null): ListingEntry | null {
  const id = readLinkedId(term.querySelector(SELECTORS.link));
  const details = term.nextElementSibling;
  if (!id || details?.tagName !== 'DD') return null;
  const one = (selector: string) => read(details.querySelector(selector));
  const html = /\/html\/.*?v(\d+)/.exec(term.querySelector(SELECTORS.html)?.getAttribute('href') ?? '')?.[1];
  const categories = readCategories(one('.list-subjects'));
  const mark = /\((cross|replaced)/.exec(term.textContent ?? '')?.[1];
  const kind = inSection ?? (mark === 'cross' ? 'cross' : mark ? 'replace' : null);
  return {
    id: id.base,
    version: id.version ?? (html ? Number(html) : kind === 'new' ? 1 : null),
    title: one('.list-title'),
    authors: Array.from(details.querySelectorAll('.list-authors a'), read),
    categories,
    comments: one('.list-comments') || null,
    journalRef: one('.list-journal-ref') || null,
    abstract: one('p.mathjax') || null,
    announced: kind === 'replace' && isFromOther(categories, list) ? 'replace-cross' : kind,
  };
}

/**
 * Reads a list of papers: a day's new ones, those of recent days, of a month or of an author, in both looks, before or after
 * MathJax or a translator has changed the page.
 *
 * @returns null when the page is none.
 */
export function parseListingPage(page: ParentNode): ListingPage | null {
  const root = page.querySelector(SELECTORS.page);
  if (!root) return null;
  const lists = Array.from(page.querySelectorAll(SELECTORS.section));
  const day =
    Array.from(root.querySelectorAll(':scope > h3'), (heading) => parseDay(read(heading))).find(Boolean) ?? null;
  // A day without announcement has its date and no list.
  if (lists.length === 0 && day === null) return null;
  const category = page.querySelector(SELECTORS.category)?.id.replace(/^\w+-/, '') ?? null;
  return {
    title: read(root.querySelector('h1')),
    category,
    total: readCount(/total of ([\d,]+)/i.exec(read(page.querySelector(SELECTORS.paging)))?.[1]),
    perPage: readCount(/([\d,]+) entries per page/i.exec(read(page.querySelector(SELECTORS.perPage)))?.[1]),
    sections: lists.map((list) => {
      const heading = read(list.querySelector('h3'));
      const counted = /showing\D*([\d,]+) of ([\d,]+)/i.exec(heading);
      const kind = announcedIn(heading);
      return {
        heading,
        date: parseDay(heading) ?? day,
        shown: readCount(counted?.[1]),
        total: readCount(counted?.[2]),
        entries: Array.from(list.querySelectorAll(':scope > dt')).flatMap(
          (term) => readEntry(term, kind, category) ?? [],
        ),
      };
    }),
  };
}
