import type { ListingEntry } from '../arxiv/listing-page';
import type { RssItem } from '../arxiv/rss';
import type { AnnouncedPaper } from './announced-paper';

/** What a list tells of its papers. Where it does not say how one was announced, it is a list without replacements. */
export function toldByList(entries: readonly ListingEntry[]): AnnouncedPaper[] {
  return entries.map(({ id, version, title, authors, abstract, categories, announced, comments }) => ({
    id,
    version,
    title,
    authors,
    abstract: abstract ?? '',
    categories,
    announced: announced ?? 'new',
    comments,
    published: null,
  }));
}

export function toldByFeed(items: readonly RssItem[]): AnnouncedPaper[] {
  return items.map(({ id, version, title, authors, abstract, categories, announced }) => ({
    id,
    version,
    title,
    authors,
    abstract,
    categories,
    announced,
    comments: null,
    published: null,
  }));
}

/** New in one category, a paper is new whatever it is in another. */
function mergePapers(one: AnnouncedPaper, other: AnnouncedPaper): AnnouncedPaper {
  const [first, second] = one.announced !== 'new' && other.announced === 'new' ? [other, one] : [one, other];
  return {
    ...first,
    version: Math.max(first.version ?? 0, second.version ?? 0) || null,
    categories: [...new Set([...first.categories, ...second.categories])],
  };
}

/** The new papers, and the cross-lists if they are wanted, each once and in order; replacements never. */
export function chooseNews(papers: readonly AnnouncedPaper[], crossLists: boolean): AnnouncedPaper[] {
  const once = new Map<string, AnnouncedPaper>();
  for (const paper of papers) {
    if (paper.announced !== 'new' && paper.announced !== 'cross') continue;
    const before = once.get(paper.id);
    once.set(paper.id, before ? mergePapers(before, paper) : paper);
  }
  return [...once.values()].filter(({ announced }) => announced === 'new' || crossLists);
}
