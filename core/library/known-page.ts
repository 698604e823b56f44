import type { PagePaper } from '../arxiv/page-paper';
import type { PaperRecord } from './records';

/**
 * A paper of the library as its own page would tell of it.
 *
 * @param version that the reader has before them; null for the newest that is known.
 * @returns null where the library knows too little to write about it: no abstract, or no version at all.
 */
export function toKnownPage(paper: PaperRecord, version: number | null): PagePaper | null {
  const shown = version ?? paper.version;
  if (shown === null || paper.abstract === '') return null;
  const { id, title, authors, abstract, categories, published, comments, journalRef, doi } = paper;
  return {
    id,
    version: shown,
    latestVersion: Math.max(shown, paper.version ?? 0),
    title,
    authors,
    abstract,
    categories,
    published,
    versionDate: null,
    comments,
    journalRef,
    doi,
    reportNumber: null,
    mscClass: null,
    acmClass: null,
    withdrawn: false,
  };
}
