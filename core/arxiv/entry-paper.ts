import type { FeedEntry } from './feed';
import type { PagePaper } from './page-paper';

const dayOf = (time: string) => time.slice(0, 10) || null;

/** A paper of the API's as its own page would tell of it. */
export function entryToPagePaper(entry: FeedEntry): PagePaper {
  const { id, title, authors, abstract, categories, comments, journalRef, doi } = entry;
  const version = entry.version ?? 1;
  return {
    id,
    version,
    latestVersion: version,
    title,
    authors,
    abstract,
    categories,
    published: dayOf(entry.published),
    versionDate: dayOf(entry.updated),
    comments,
    journalRef,
    doi,
    reportNumber: null,
    mscClass: null,
    acmClass: null,
    withdrawn: false,
  };
}
