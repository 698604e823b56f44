import { type Interests, NO_INTERESTS, tidyInterests } from './interests';
import type { HitCount } from './day-counter';
import type { KeywordHit } from './keyword-score';

export type InterestField = keyof Interests;

/** Interests as they are edited: a field of text each, one word a line. */
export type InterestTexts = Readonly<Record<InterestField, string>>;

export const INTEREST_FIELDS = ['primary', 'secondary', 'excluded', 'authors'] as const;

const KINDS: Record<InterestField, KeywordHit['kind']> = {
  primary: 'primary',
  secondary: 'secondary',
  excluded: 'excluded',
  authors: 'author',
};

const keyOf = (word: string) => word.toLowerCase();

export function toTexts({ primary, secondary, excluded, authors }: Interests): InterestTexts {
  return {
    primary: primary.join('\n'),
    secondary: secondary.join('\n'),
    excluded: excluded.join('\n'),
    authors: authors.join('\n'),
  };
}

export function readTexts({ primary, secondary, excluded, authors }: InterestTexts): Interests {
  return tidyInterests({
    primary: [primary],
    secondary: [secondary],
    excluded: [excluded],
    authors: [authors],
  });
}

/** One more word on a line of its own; what stands there stays as it was typed. */
export function addWord(texts: InterestTexts, field: InterestField, word: string): InterestTexts {
  const before = texts[field].replace(/\n+$/, '');
  return { ...texts, [field]: before === '' ? word : `${before}\n${word}` };
}

/** Texts with what other interests have and these have not, and how many words that is. */
export function addInterests(texts: InterestTexts, more: Interests): { texts: InterestTexts; added: number } {
  let all = texts;
  let added = 0;
  const known = readTexts(texts);
  const taken = new Set([...known.primary, ...known.secondary].map(keyOf));
  for (const field of INTEREST_FIELDS) {
    // A word that is primary here may be secondary there: it stays where the reader has put it.
    const own = field === 'primary' || field === 'secondary' ? taken : new Set(known[field].map(keyOf));
    for (const word of more[field]) {
      if (own.has(keyOf(word))) continue;
      all = addWord(all, field, word);
      added++;
    }
  }
  return { texts: all, added };
}

/** A word on a line of a field, and how many papers have it; null while that is not known. */
export interface LineWord {
  word: string;
  count: number | null;
  /** True where it stands before already, so that it counts no more. */
  twice: boolean;
}

/** The words on each line of a field. `counts` may be of an earlier text: of its words what they still tell is taken. */
export function readLines(texts: InterestTexts, field: InterestField, counts: HitCount | null): LineWord[][] {
  const found = new Map(
    counts?.words.filter(({ kind }) => kind === KINDS[field]).map(({ keyword, count }) => [keyOf(keyword), count]),
  );
  const seen = new Set(field === 'secondary' ? readTexts(texts).primary.map(keyOf) : []);
  return texts[field].split('\n').map((line) =>
    tidyInterests({ ...NO_INTERESTS, [field]: [line] })[field].map((word) => {
      const key = keyOf(word);
      const twice = seen.has(key);
      seen.add(key);
      return { word, count: found.get(key) ?? null, twice };
    }),
  );
}
