import { toKeywordTest } from '../keywords';
import { runSteps, type Steps } from '../steps';
import { toAuthorTest } from './author-name';
import type { Interests } from './interests';
import { isWanted, type KeywordHit, type KeywordPaper, pointsOf } from './keyword-score';

export interface HitCount {
  /** Papers that pass the filter. */
  wanted: number;
  /** Of each keyword and author, in the reader's order, how many papers have it. */
  words: { keyword: string; kind: KeywordHit['kind']; count: number }[];
}

type Word = Pick<KeywordHit, 'keyword' | 'kind'>;

/** In which papers a word stands, and what it is worth there. */
interface Found {
  count: number;
  /** Of each paper; 0 where it has not the word. */
  points: Float32Array;
}

/** So many papers a step. */
const PAPERS_A_STEP = 50;

const keyOf = ({ kind, keyword }: Word) => `${kind} ${keyword}`;

function wordsOf({ primary, secondary, excluded, authors }: Interests): Word[] {
  const of = (kind: Word['kind'], keywords: string[]) => keywords.map((keyword) => ({ kind, keyword }));
  return [
    ...of('primary', primary),
    ...of('secondary', secondary),
    ...of('excluded', excluded),
    ...of('author', authors),
  ];
}

/** What tells the points of one word in a paper, as `toKeywordScorer` counts them; null where it is not in it. */
function toPointsOf({ kind, keyword }: Word): (paper: KeywordPaper) => number | null {
  if (kind === 'author') {
    const test = toAuthorTest(keyword);
    return ({ authors }) => (authors.some(test) ? pointsOf({ kind, keyword, where: 'authors' }) : null);
  }
  const test = toKeywordTest([keyword]);
  return (paper) => {
    const places = (['title', 'abstract'] as const).filter((where) => test?.(paper[where]));
    return places.length === 0 ? null : places.reduce((sum, where) => sum + pointsOf({ kind, keyword, where }), 0);
  };
}

/**
 * Counts what a reader's words find on a day, again and again while they are edited: a word is looked for once, so that with every
 * key only the one that changed is. Same result as scoring each paper.
 */
export class DayCounter {
  private readonly papers: readonly KeywordPaper[];
  private known = new Map<string, Found>();

  constructor(papers: readonly KeywordPaper[]) {
    this.papers = papers;
  }

  *count(interests: Interests): Steps<HitCount> {
    const found: (Word & Found)[] = [];
    for (const word of wordsOf(interests)) {
      const known = this.known.get(keyOf(word)) ?? (yield* this.lookFor(word));
      this.known.set(keyOf(word), known);
      found.push({ ...word, ...known });
    }
    // What was typed on the way to a word is not wanted again.
    const current = new Set(found.map(keyOf));
    for (const key of this.known.keys()) if (!current.has(key)) this.known.delete(key);
    const scores = this.papers.map((_, at) => found.reduce((sum, { points }) => sum + (points[at] ?? 0), 0));
    return {
      wanted: scores.filter((score) => isWanted(score, interests)).length,
      words: found.map(({ keyword, kind, count }) => ({ keyword, kind, count })),
    };
  }

  private *lookFor(word: Word): Steps<Found> {
    const pointsIn = toPointsOf(word);
    const points = new Float32Array(this.papers.length);
    let count = 0;
    for (const [at, paper] of this.papers.entries()) {
      const here = pointsIn(paper);
      if (here !== null) count++;
      points[at] = here ?? 0;
      if (at % PAPERS_A_STEP === 0) yield undefined;
    }
    return { count, points };
  }
}

/** What a reader's interests find on a day, at once. */
export function countHits(papers: readonly KeywordPaper[], interests: Interests): HitCount {
  return runSteps(new DayCounter(papers).count(interests));
}
