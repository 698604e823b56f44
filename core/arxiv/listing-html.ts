import { cleanText, readCategories, readCount } from './clean-text';
import { parseDay } from './day';
import { type HtmlElement, type HtmlNode, findElement, findElements, hasClass, parseHtml } from './html-tree';
import { parseCitedId } from './id';
import { type ListingEntry, type ListingPage, announcedIn, isFromOther } from './listing-page';

/** The same places as in `listing-page.ts`, as patterns of classes. */
const CLASSES = {
  title: /(?:^|\s)list-title(?:\s|$)/,
  authors: /(?:^|\s)list-authors(?:\s|$)/,
  subjects: /(?:^|\s)list-subjects(?:\s|$)/,
  comments: /(?:^|\s)list-comments(?:\s|$)/,
  journalRef: /(?:^|\s)list-journal-ref(?:\s|$)/,
  abstract: /(?:^|\s)mathjax(?:\s|$)/,
  paging: /(?:^|\s)paging(?:\s|$)/,
  perPage: /(?:^|\s)morefewer(?:\s|$)/,
} as const;
const LABEL = /(?:^|\s)descriptor(?:\s|$)/;
const EXTERNAL = /(?:^|\s)link-external(?:\s|$)/;

const hrefOf = (element: HtmlElement) => element.attributes.get('href') ?? '';

function textOf(node: HtmlNode): string {
  if (typeof node === 'string') return node;
  if (node.name === 'br') return ' ';
  if (hasClass(node, LABEL)) return '';
  // arXiv shows “this https URL”; a bare name with a dot became a link too, and nobody wrote its scheme.
  if (node.name === 'a' && hasClass(node, EXTERNAL)) return hrefOf(node).replace(/^http:\/\/(?!www\.)(?=[^/]+$)/, '');
  return node.children.map(textOf).join('');
}

const read = (element: HtmlElement | null) => (element ? cleanText(textOf(element)) : '');

function findLink(element: HtmlElement, part: string): string {
  const link = findElement(element, (child) => child.name === 'a' && hrefOf(child).includes(part));
  return link ? hrefOf(link) : '';
}

function readEntry(
  term: HtmlElement,
  details: HtmlElement,
  inSection: ListingEntry['announced'],
  list: string | null,
): ListingEntry | null {
  const id = parseCitedId(/\/abs\/([^?#]+)/.exec(findLink(term, '/abs/'))?.[1] ?? '');
  if (!id) return null;
  const one = (name: keyof typeof CLASSES) => read(findElement(details, (child) => hasClass(child, CLASSES[name])));
  const html = /\/html\/.*?v(\d+)/.exec(findLink(term, '/html/'))?.[1];
  const categories = readCategories(one('subjects'));
  const mark = /\((cross|replaced)/.exec(textOf(term))?.[1];
  const kind = inSection ?? (mark === 'cross' ? 'cross' : mark ? 'replace' : null);
  const authors = findElement(details, (child) => hasClass(child, CLASSES.authors));
  const abstract = findElement(details, (child) => child.name === 'p' && hasClass(child, CLASSES.abstract));
  return {
    id: id.base,
    version: id.version ?? (html ? Number(html) : kind === 'new' ? 1 : null),
    title: one('title'),
    authors: authors ? findElements(authors, ({ name }) => name === 'a').map(read) : [],
    categories,
    comments: one('comments') || null,
    journalRef: one('journalRef') || null,
    abstract: read(abstract) || null,
    announced: kind === 'replace' && isFromOther(categories, list) ? 'replace-cross' : kind,
  };
}

/** A list and the day that the page itself names, YYYY-MM-DD: null but on /new, where it is there also without papers. */
export interface DatedListing extends ListingPage {
  date: string | null;
}

const elementsOf = (element: HtmlElement) => element.children.filter((child) => typeof child !== 'string');

/**
 * Reads a list of papers as arXiv sends it, as `parseListingPage` does where there is a DOM: for service workers and Node.
 *
 * @returns null when the text is no such page.
 */
export function parseListingHtml(html: string): DatedListing | null {
  const root = findElement(parseHtml(html), ({ attributes }) => attributes.get('id') === 'dlpage');
  if (!root) return null;
  const find = (name: keyof typeof CLASSES) => read(findElement(root, (child) => hasClass(child, CLASSES[name])));
  const lists = findElements(root, ({ name, attributes }) => name === 'dl' && attributes.get('id') === 'articles');
  const headings = elementsOf(root).filter(({ name }) => name === 'h3');
  const day = headings.map((heading) => parseDay(read(heading))).find(Boolean) ?? null;
  // A day without announcement has its date and no list.
  if (lists.length === 0 && day === null) return null;
  const other = findElement(
    root,
    ({ name, attributes }) => name === 'a' && /^(?:recent|new)-/.test(attributes.get('id') ?? ''),
  );
  const category = other?.attributes.get('id')?.replace(/^\w+-/, '') ?? null;
  return {
    date: day,
    title: read(findElement(root, ({ name }) => name === 'h1')),
    category,
    total: readCount(/total of ([\d,]+)/i.exec(find('paging'))?.[1]),
    perPage: readCount(/([\d,]+) entries per page/i.exec(find('perPage'))?.[1]),
    sections: lists.map((list) => {
      const heading = read(findElement(list, ({ name }) => name === 'h3'));
      const counted = /showing\D*([\d,]+) of ([\d,]+)/i.exec(heading);
      const kind = announcedIn(heading);
      const rows = elementsOf(list);
      return {
        heading,
        date: parseDay(heading) ?? day,
        shown: readCount(counted?.[1]),
        total: readCount(counted?.[2]),
        entries: rows.flatMap((term, index) => {
          const details = rows[index + 1];
          if (term.name !== 'dt' || details?.name !== 'dd') return [];
          return readEntry(term, details, kind, category) ?? [];
        }),
      };
    }),
  };
}
