import type { PaperRecord } from '../library/records';
import { isUnread, toUnreadPaper } from '../library/unread';
import type { TravellingPaper } from './segment';

const MOST_CHARACTERS = 2_000;
const MOST_AUTHORS = 500;
const cut = (text: string): string => text.slice(0, MOST_CHARACTERS);

/** What of a paper goes along with a star; its Chinese title is of a report, and reports do not travel. */
export function toTravelling(paper: PaperRecord): TravellingPaper {
  const { id, title, authors, published, categories, comments, journalRef, doi } = paper;
  return {
    id,
    title: cut(title),
    authors: authors.slice(0, MOST_AUTHORS).map(cut),
    published: published !== null && /^\d{4}-\d{2}-\d{2}$/.test(published) ? published : null,
    categories: categories.slice(0, 50).map(cut),
    comments: comments && cut(comments),
    journalRef: journalRef && cut(journalRef),
    doi: doi && cut(doi),
  };
}

/** What a library then knows of the paper; null when it knows as much already. The paper's page still tells the rest. */
export function withTravelling(
  id: string,
  known: PaperRecord | undefined,
  arrived: TravellingPaper | undefined,
): PaperRecord | null {
  if (known && (!isUnread(known) || known.authors.length > 0 || !arrived)) return null;
  return { ...toUnreadPaper(id), ...arrived };
}
