import { type ArxivId, parseCitedId } from './id';

/** The place of a paper in a list, for whoever adds to it. */
export interface ListedPaper {
  id: ArxivId;
  element: Element;
}

/** The paper that a link to an abstract page names, by its address: a translator changes titles and texts. */
export function readLinkedId(link: Element | null): ArxivId | null {
  return parseCitedId(/\/abs\/([^?#]+)/.exec(link?.getAttribute('href') ?? '')?.[1] ?? '');
}

/** Finds the items of a list that link to a paper, in the page's order, without reading what they say of it. */
export function findPapers(page: ParentNode, links: string, item: string): ListedPaper[] {
  const papers: ListedPaper[] = [];
  // One query for all links: one within each item takes twice as long.
  for (const link of page.querySelectorAll(links)) {
    const id = readLinkedId(link);
    const element = link.closest(item);
    if (id && element && papers.at(-1)?.element !== element) papers.push({ id, element });
  }
  return papers;
}
