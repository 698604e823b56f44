import { readLinkedId } from './listed-papers';
import { readText } from './page-text';

/** Where a paper stands in a list of arXiv's. */
export interface ListPlace {
  id: string;
  /** What holds all that is said of the paper: the `dd` of a listing, the `li` of a search. */
  item: HTMLElement;
  /** What is added stands before this; null: at the end of an item that has nothing in it yet. */
  before: Node | null;
}

/** Seen in 2026-11 in both looks: /list, /a and /catchup share a template, /search has its own (`listing-page.ts`, `search-page.ts`). */
const SELECTORS = {
  link: 'a[href*="/abs/"]',
  listing: '#dlpage dl',
  searchTitle: ':scope > p.title',
  title: 'div.list-title, p.title',
  authors: '.list-authors a, p.authors a',
  /** Named in parentheses in a listing, each alone in a search. */
  subjects: '.list-subjects',
  tags: '.tags:not(.has-addons) > .tag',
  comments: '.list-comments, p.comments',
  abstract: '.meta > p.mathjax, .abstract-full',
  label: '.descriptor, .has-text-weight-semibold',
  /** What `readText` is for: formulas that MathJax drew, links whose address arXiv hides, copies that a translator left. */
  changed: 'script, .MathJax, a.link-external, [class*="translate-target"]',
} as const;

/** Null while the item is still being parsed, undefined when it is no paper. */
function placeIn(item: HTMLElement): ListPlace | null | undefined {
  if (item.tagName === 'DD') {
    const term = item.previousElementSibling;
    const id = term?.tagName === 'DT' ? readLinkedId(term.querySelector(SELECTORS.link)) : null;
    return id && item.parentElement?.matches(SELECTORS.listing)
      ? { id: id.base, item, before: item.firstChild }
      : undefined;
  }
  const title = item.querySelector(SELECTORS.searchTitle);
  if (!title) return item.nextElementSibling ? undefined : null;
  const id = readLinkedId(item.querySelector(SELECTORS.link));
  return id ? { id: id.base, item, before: title } : undefined;
}

/**
 * Reads the papers of a list while the page comes in: each call gives those that have come since the last one, in the page's order.
 * It looks at each item once, whatever the page has grown to.
 */
export function createListReader(page: Document): () => ListPlace[] {
  // Live collections: they cost nothing to ask again.
  const lists = [page.getElementsByTagName('dd'), page.getElementsByClassName('arxiv-result')];
  const read = lists.map(() => 0);
  return () => {
    const found: ListPlace[] = [];
    for (const [index, items] of lists.entries()) {
      for (let at = read[index] ?? 0; at < items.length; at += 1) {
        const place = placeIn(items[at] as HTMLElement); // as: HTML has no other elements of these names
        if (place === null && page.readyState === 'loading') break;
        if (place) found.push(place);
        read[index] = at + 1;
      }
    }
    return found;
  };
}

/** What a list says of a paper, word for word; `core/arxiv/list-paper.ts` understands it. */
export interface ListedText {
  id: string;
  title: string;
  authors: string[];
  /** `Computer Vision and Pattern Recognition (cs.CV); Robotics (cs.RO)`. */
  subjects: string;
  comments: string;
  /** '' on lists without abstracts. */
  abstract: string;
}

/** Text without its label. An element is copied for it only where its text is not what it says. */
function readPlain(element: Element | null, isChanged: boolean): string {
  if (!element) return '';
  const text = (isChanged ? readText(element) : (element.textContent ?? '')).trimStart();
  const first = element.firstElementChild;
  const label = first?.matches(SELECTORS.label) ? (first.textContent ?? '') : '';
  return text.startsWith(label) ? text.slice(label.length) : text;
}

/** Whether anything in an item is not what it says. */
const isChanged = (item: Element) => item.querySelector(SELECTORS.changed) !== null;

/** The paper's title, for whoever shows it in a line. */
export function readListedTitle(item: Element): string {
  return readPlain(item.querySelector(SELECTORS.title), isChanged(item)).replace(/\s+/g, ' ').trim();
}

/** Reads what a list says of a paper. Hundreds are read for their scores, so it asks the page as little as it can. */
export function readListedText({ id, item }: Pick<ListPlace, 'id' | 'item'>): ListedText {
  const changed = isChanged(item);
  const one = (name: 'title' | 'comments' | 'abstract') => readPlain(item.querySelector(SELECTORS[name]), changed);
  const all = (name: 'authors' | 'tags') =>
    Array.from(item.querySelectorAll(SELECTORS[name]), ({ textContent }) => textContent ?? '');
  const subjects = item.querySelector(SELECTORS.subjects)?.textContent;
  return {
    id,
    title: one('title'),
    authors: all('authors'),
    subjects:
      subjects ??
      all('tags')
        .map((tag) => `(${tag})`)
        .join(''),
    comments: one('comments'),
    abstract: one('abstract'),
  };
}
