import { toUnicode } from '../arxiv/tex-accents';
import type { PaperRecord } from '../library/records';
import { toPlainLetters } from '../plain-letters';
import { splitName } from './names';

// The words that a citation key passes over, as those of Google Scholar do.
const PASSED_OVER = new Set('a an the on in of for to and or from with by at via is are be as into its'.split(' '));

function toAscii(text: string): string {
  return toPlainLetters(text).replace(/[^\p{ASCII}]/gu, ' ');
}

/** Year of the first version, read off the identifier where no date is known. */
export function yearOf(paper: Pick<PaperRecord, 'id' | 'published'>): string {
  const published = /^\d{4}/.exec(paper.published ?? '')?.[0];
  if (published) return published;
  const year = /(?:^|\/)(\d\d)\d\d/.exec(paper.id)?.[1];
  return year ? `${Number(year) > 90 ? 19 : 20}${year}` : '';
}

const idPart = (id: string) => id.toLowerCase().replace(/[^a-z0-9]/g, '');

/** `xu2025diffusion`: surname, year, first telling word of the title; the identifier where the name has no Latin letter. */
function plainKey(paper: PaperRecord): string {
  const { surname, forename } = splitName(paper.authors[0] ?? '');
  // Of a group the first word is its name: LHCb Collaboration, The ATLAS Collaboration.
  const name = forename ? surname : (surname.replace(/^the\s+/i, '').split(' ')[0] ?? '');
  const author = toAscii(name).replace(/[^a-z]/g, '');
  if (!author) return `arxiv${idPart(paper.id)}`;
  const words = toAscii(toUnicode(paper.title).replace(/\$[^$]*\$|\\[A-Za-z]+/g, ' ')).match(/[a-z0-9]+/g) ?? [];
  return author + yearOf(paper) + (words.find((word) => !PASSED_OVER.has(word)) ?? '');
}

/**
 * Citation keys by paper id: ASCII, unique, and the same in every export. Where papers share a key, the one with the first
 * identifier keeps it and the others carry theirs behind it, so that no key depends on the order or on a third paper. Where
 * that is taken too, as with ids that are none of arXiv's, a number follows.
 */
export function citeKeys(papers: readonly PaperRecord[]): Map<string, string> {
  const taken = new Set<string>();
  const keys = new Map<string, string>();
  for (const paper of papers.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const plain = plainKey(paper);
    const own = idPart(paper.id);
    const longer = own === '' ? plain : `${plain}-${own}`;
    let key = taken.has(plain) ? longer : plain;
    for (let number = 2; taken.has(key); number++) key = `${longer}-${number}`;
    taken.add(key);
    keys.set(paper.id, key);
  }
  return keys;
}
