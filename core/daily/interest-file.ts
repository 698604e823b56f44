import { type Interests, parseInterests } from './interests';

/** No bibliography is larger: it is some ten thousand entries with abstracts. */
export const MOST_BIB_BYTES = 30_000_000;
const MOST_CHARACTERS = 200_000;
/** More words than anybody looks for. */
const MOST_WORDS = 1_000;

const BIB_ENTRY = /^[ \t]*@\s*[A-Za-z]+\s*[{(]/m;

/** What a file that a reader gave to the editor of interests holds. */
export type InterestFile =
  | { kind: 'bib'; text: string }
  | { kind: 'interests'; interests: Interests }
  | { kind: 'large' }
  /** No words at all, or so many that it is another text. */
  | { kind: 'none' }
  | { kind: 'many'; count: number };

/**
 * Tells a bibliography from a file of interests, by its name or by its entries.
 *
 * @throws AppError `bad-json` or `bad-record`, as `parseInterests`.
 */
export function readInterestFile(name: string, text: string): InterestFile {
  if (/\.bib(?:tex)?$/i.test(name) || BIB_ENTRY.test(text)) {
    return { kind: 'bib', text };
  }
  if (text.length > MOST_CHARACTERS) return { kind: 'large' };
  const interests = parseInterests(text);
  const count = Object.values(interests).reduce((sum, words: string[]) => sum + words.length, 0);
  if (count === 0) return { kind: 'none' };
  return count > MOST_WORDS ? { kind: 'many', count } : { kind: 'interests', interests };
}
