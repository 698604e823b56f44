import { absUrl, pdfUrl } from '../arxiv/id';
import type { PaperRecord } from './records';

/** A paper that was saved by its id alone, as from the popup over a PDF; its page tells the rest when it is next open. */
export function toUnreadPaper(id: string): PaperRecord {
  return {
    id,
    version: null,
    title: `arXiv:${id}`,
    titleChinese: null,
    authors: [],
    published: null,
    categories: [],
    abstract: '',
    links: [
      { label: 'arXiv', url: absUrl(id) },
      { label: 'PDF', url: pdfUrl(id) },
    ],
    comments: null,
    journalRef: null,
    doi: null,
    from: 'page',
  };
}

/** Whether a record says no more than which paper it is. */
export function isBare({ id, title }: Pick<PaperRecord, 'id' | 'title'>): boolean {
  return title === `arXiv:${id}`;
}

/** Whether nothing but the id is known. Every page names a version. */
export function isUnread(paper: PaperRecord): boolean {
  return paper.from === 'page' && paper.version === null;
}
