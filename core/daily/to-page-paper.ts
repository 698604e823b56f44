import type { PagePaper } from '../arxiv/page-paper';
import type { AnnouncedPaper } from './announced-paper';

/** An announced paper as a guide's job takes it. What only its own page tells is null; no version told is the first. */
export function toPagePaper(announced: AnnouncedPaper): PagePaper {
  const { id, title, authors, abstract, categories, published, comments } = announced;
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
