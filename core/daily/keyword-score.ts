import { toKeywordTest } from '../keywords';
import type { AnnouncedPaper } from './announced-paper';
import { toAuthorTest } from './author-name';
import { hasWishes, type Interests } from './interests';

export interface KeywordHit {
  /** As the reader wrote it. */
  keyword: string;
  kind: 'primary' | 'secondary' | 'excluded' | 'author';
  where: 'title' | 'abstract' | 'authors';
}

export interface KeywordScore {
  score: number;
  /** Primary first, then secondary, excluded, authors; in the reader's order, the title before the abstract. */
  hits: KeywordHit[];
}

export type KeywordPaper = Pick<AnnouncedPaper, 'title' | 'abstract' | 'authors'>;

const FIELD_WEIGHTS = { title: 2, abstract: 1 };
const KIND_WEIGHTS = { primary: 1.5, secondary: 1 };
const EXCLUDED = -2;
const AUTHOR = 1;
/** A paper of a lower score is none that the reader asked for. */
export const KEYWORD_MINIMUM = 1;

/** The points of one hit: a primary word in the title has 3, an excluded one −2 in either place. */
export function pointsOf({ kind, where }: KeywordHit): number {
  if (kind === 'excluded') return EXCLUDED;
  if (kind === 'author' || where === 'authors') return AUTHOR;
  return FIELD_WEIGHTS[where] * KIND_WEIGHTS[kind];
}

/** What scores papers by one reader's interests; it reads them once, for a whole day of papers. */
export function toKeywordScorer(interests: Interests): (paper: KeywordPaper) => KeywordScore {
  const tests = (['primary', 'secondary', 'excluded'] as const).flatMap((kind) =>
    interests[kind].map((keyword) => ({ keyword, kind, test: toKeywordTest([keyword]) })),
  );
  const authors = interests.authors.map((keyword) => ({ keyword, test: toAuthorTest(keyword) }));
  return (paper) => {
    const hits: KeywordHit[] = [];
    for (const { keyword, kind, test } of tests) {
      for (const where of ['title', 'abstract'] as const) {
        if (test?.(paper[where])) hits.push({ keyword, kind, where });
      }
    }
    for (const { keyword, test } of authors) {
      if (paper.authors.some(test)) hits.push({ keyword, kind: 'author', where: 'authors' });
    }
    return { score: hits.reduce((sum, hit) => sum + pointsOf(hit), 0), hits };
  };
}

/**
 * How well a paper fits a reader's interests. Each keyword counts once in the title and once in the abstract, however often
 * it stands there, and each author once.
 */
export function scoreKeywords(paper: KeywordPaper, interests: Interests): KeywordScore {
  return toKeywordScorer(interests)(paper);
}

/** Whether a paper of this score passes the filter; for a reader who looks for nothing in particular, all but the excluded. */
export function isWanted(score: number, interests: Interests): boolean {
  return score >= (hasWishes(interests) ? KEYWORD_MINIMUM : 0);
}
