import { absUrl } from '../arxiv/id';
import type { LibraryPaper, PaperRecord } from '../library/records';
import { cleanText } from '../render/allowed';
import { renderTexText } from '../render/tex-text';
import { plainText } from '../render/text';
import { yearOf } from './cite-key';
import type { CitationStyle } from './copy-formats';
import { toCslName } from './csl';
import { dayOf, doiOf, isOnArxiv, titleOf } from './facts';
import { parseJournalRef } from './journal-ref';

/** An item as CSL has it, for one style. */
export type CslItem = Record<string, unknown> & { id: string; language: 'zh-CN' | 'en-US' };

/** Plain text in one line. */
const plain = (text: string) =>
  plainText(renderTexText(cleanText(text)))
    .replace(/\s+/g, ' ')
    .trim();

function dateOf(text: string): { 'date-parts': number[][] } | undefined {
  return text === '' ? undefined : { 'date-parts': [text.split('-').map(Number)] };
}

/** A preprint has no kind of its own in GB/T 7714-2015: it is an electronic resource, [EB/OL]. IEEE names arXiv by its number. */
function preprintFields(paper: PaperRecord, style: CitationStyle): Record<string, unknown> {
  const issued = dateOf(dayOf(paper) || yearOf(paper));
  if (style === 'gb') return { type: 'webpage', issued };
  const onArxiv = isOnArxiv(paper);
  const number = onArxiv ? `arXiv:${paper.id}` : undefined;
  return { type: 'article', issued, number, publisher: onArxiv && style === 'apa' ? 'arXiv' : undefined };
}

function publishedFields(paper: PaperRecord): Record<string, unknown> | null {
  const appeared = parseJournalRef(plain(paper.journalRef ?? ''));
  if (!appeared) return null;
  const { kind, container, volume, issue, page, date } = appeared;
  return {
    type: kind === 'journal' ? 'article-journal' : 'paper-conference',
    issued: dateOf(date || yearOf(paper)),
    'container-title': container,
    'event-title': kind === 'conference' ? container : undefined,
    event: kind === 'conference' ? container : undefined, // as the styles of older CSL call it
    volume: volume || undefined,
    issue: issue || undefined,
    page: page || undefined,
    DOI: doiOf(paper) || undefined,
  };
}

/** One paper as an item of a style. What was published is cited as that; any other is a preprint, with its address. `accessed` is YYYY-MM-DD. */
export function toCslItem({ paper }: LibraryPaper, style: CitationStyle, accessed: string): CslItem {
  const title = plain(titleOf(paper));
  const published = publishedFields(paper);
  const URL = published === null && isOnArxiv(paper) ? absUrl(paper.id) : undefined;
  return {
    id: paper.id,
    title,
    author: paper.authors.map(toCslName).filter((name) => name !== null),
    ...(published ?? preprintFields(paper, style)),
    URL,
    accessed: URL || published?.['DOI'] ? dateOf(accessed) : undefined,
    language: /\p{Script=Han}/u.test(title) ? 'zh-CN' : 'en-US',
  };
}
