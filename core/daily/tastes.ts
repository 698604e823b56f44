import { termsOf } from './terms';

/** What is read of a paper. */
export interface TastePaper {
  title: string;
  abstract: string;
}

/**
 * What a reader saved and dismissed, as weights of terms between 0 and 1: the share of those papers that have the term, less
 * its share in the background.
 */
export interface Tastes {
  saved: ReadonlyMap<string, number>;
  dismissed: ReadonlyMap<string, number>;
}

const LONGEST_WORDS = 2;
/** With so many papers half of the whole say; one saved paper is no taste yet. */
const HALF_SAY = 3;
/** So many of a paper's best terms tell how alike it is. */
const TELLING = 5;

const keysOf = ({ title, abstract }: TastePaper) => [...termsOf(`${title}. ${abstract}`, LONGEST_WORDS).keys()];

function sharesOf(papers: readonly TastePaper[]): Map<string, number> {
  const shares = new Map<string, number>();
  for (const key of papers.flatMap(keysOf)) shares.set(key, (shares.get(key) ?? 0) + 1 / papers.length);
  return shares;
}

function weigh(papers: readonly TastePaper[], usual: ReadonlyMap<string, number>): Map<string, number> {
  const trust = papers.length / (papers.length + HALF_SAY);
  const weights = [...sharesOf(papers)].map(([key, share]): [string, number] => [
    key,
    trust * (share - (usual.get(key) ?? 0)),
  ]);
  // What only one of several papers has is its subject, not the reader's.
  const least = trust * (papers.length > 2 ? 1.5 / papers.length : 0);
  return new Map(weights.filter(([, weight]) => weight > least));
}

/** A reader's tastes. `background` is what they chose from, such as the last days' announcements: what is frequent there says nothing. */
export function toTastes(
  saved: readonly TastePaper[],
  dismissed: readonly TastePaper[],
  background: readonly TastePaper[] = [],
): Tastes {
  const usual = sharesOf(background);
  return { saved: weigh(saved, usual), dismissed: weigh(dismissed, usual) };
}

export interface Likeness {
  /** Mean weight of its five best terms, 0 to 1. */
  share: number;
  /** Those terms, best first. */
  terms: string[];
}

function compare(keys: readonly string[], weights: ReadonlyMap<string, number>): Likeness {
  const best = keys
    .map((key) => ({ key, weight: weights.get(key) ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, TELLING);
  return {
    share: best.reduce((sum, { weight }) => sum + weight, 0) / TELLING,
    terms: best.map(({ key }) => key),
  };
}

/** How alike a paper is to those a reader saved, and to those they dismissed. */
export function likenessOf(paper: TastePaper, tastes: Tastes): { saved: Likeness; dismissed: Likeness } {
  const keys = keysOf(paper);
  return { saved: compare(keys, tastes.saved), dismissed: compare(keys, tastes.dismissed) };
}
