import type { PagePaper } from '../arxiv/page-paper';
import type { AnnouncedPaper } from './announced-paper';

/** An announced paper as its own page would tell of it, for whoever writes its guide. */
export function toPagePaper(announced: AnnouncedPaper): PagePaper {
  const { id, title, authors, abstract, categories, published, comments } = announced;
  // What was announced without a version is new.
  const version = announced.version ?? 1;
  return {
    id,
    version,
    latestVersion: version,
    title,
    authors,
    abstract,
    categories,
    published,
    versionDate: null,
    comments,
    journalRef: null,
    doi: null,
    reportNumber: null,
    mscClass: null,
    acmClass: null,
    withdrawn: false,
  };
}
