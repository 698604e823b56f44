import { findPaperInUrl, parseArxivId } from '../arxiv/id';
import { toUnreadPaper } from '../library/unread';
import type { LibraryPaper, PaperRecord } from '../library/records';

/** What a list of papers says of one of them. */
export interface Listed {
  id: string;
  known: Partial<PaperRecord>;
  tags: string[];
  note: string;
  /** Epoch milliseconds; null where the list does not say when it was saved. */
  savedAt: number | null;
}

const NAMED_ID =
  /(?:arxiv[:./\s_-]*(?:org\/(?:abs|pdf|html)\/)?(?:preprint\s+arxiv:)?|abs\/)((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z-]{2,})?\/\d{7})(?:v\d+)?)(?!\d)/i;

/** The paper that one of these texts names as arXiv's: a link, a DOI of arXiv's, `arXiv:2512.23705 [cs]`, `abs/2512.23705`. */
export function findNamedId(texts: readonly (string | undefined)[]): string | null {
  for (const text of texts) {
    if (!text) continue;
    const found = parseArxivId(text) ?? findPaperInUrl(text.trim()) ?? parseArxivId(NAMED_ID.exec(text)?.[1] ?? '');
    if (found) return found.base;
  }
  return null;
}

/** A listed paper as the library takes it in; arXiv tells the rest later. */
export function toLibraryPaper({ id, known, tags, note, savedAt }: Listed, now: number): LibraryPaper {
  const unread = toUnreadPaper(id);
  const title = known.title?.trim();
  return {
    paper: { ...unread, ...known, title: title || unread.title, links: [...unread.links, ...(known.links ?? [])] },
    analyses: [],
    saved: { savedAt: savedAt ?? now, tags: [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))], note },
  };
}

// As Zotero takes them from arXiv: they say no more than the category.
const CATEGORY_TAG =
  /^(?:Computer Science|Mathematics|Statistics|Physics|Electrical Engineering and Systems Science|Quantitative (?:Biology|Finance)|Economics|Astrophysics|Condensed Matter|High Energy Physics|Nonlinear Sciences|Quantum Physics)\s*(?:[-–—]|$)|^[a-z]+(?:-[a-z]+)?\.[A-Z]{2}$/;

/** Tags as programs list them in one field, without those that are arXiv's categories. */
export function splitTags(text: string): string[] {
  const tags = text.includes(';') ? text.split(';') : text.split(',');
  return tags.map((tag) => tag.trim()).filter((tag) => tag !== '' && !CATEGORY_TAG.test(tag));
}
