import type { AnnouncedPaper } from './announced-paper';
import type { Interests } from './interests';
import { isWanted, type KeywordHit, pointsOf, toKeywordScorer } from './keyword-score';
import { findCode, findVenue } from './mentions';
import { readFindings } from './signals';
import { likenessOf, type Tastes } from './tastes';

export type ReasonKind =
  | 'primary-title'
  | 'primary-abstract'
  | 'secondary-title'
  | 'secondary-abstract'
  | 'excluded'
  | 'author'
  | 'findings'
  | 'measured'
  | 'real-data'
  | 'code'
  | 'page'
  | 'promised'
  | 'venue'
  | 'workshop'
  | 'cross'
  | 'replaced'
  | 'saved'
  | 'dismissed';

/** One reason for a score. `core/words/daily.ts` has its words. */
export interface Reason {
  kind: ReasonKind;
  /** The keyword, author, host, venue, count or terms it is about; '' where there is none. */
  text: string;
  /** What it added to the score. */
  points: number;
}

export interface LocalScore {
  score: number;
  /** Whether it passes the reader's keywords; only such papers are chosen. */
  wanted: boolean;
  /** The weightiest first. */
  reasons: Reason[];
}

/**
 * What each thing adds beside the keywords. Together they are less than one primary word in the title (3), so that a
 * reader's own words decide, and they order what the words leave equal. Without any words they alone order a day.
 */
const POINTS = {
  /** Each sentence with a cue of key findings, up to three. */
  findings: 0.15,
  /** A finding with a number to it. */
  measured: 0.25,
  'real-data': 0.25,
  code: 0.6,
  page: 0.4,
  promised: 0.3,
  venue: 0.7,
  workshop: 0.3,
  cross: -0.25,
  replaced: -1,
} as const;
/** The most that saves add or dismissals take. */
const TASTE = 1.5;
/** A shift by less is nothing to speak of. */
const LEAST_SHIFT = 0.05;
/** A paper that scores less, for what the reader dismissed or excluded, is not chosen. */
export const LOCAL_MINIMUM = 0;

function toReason(hit: KeywordHit): Reason {
  const { kind, where, keyword } = hit;
  const points = pointsOf(hit);
  if (kind === 'excluded' || kind === 'author') return { kind, text: keyword, points };
  return { kind: `${kind}-${where === 'title' ? 'title' : 'abstract'}`, text: keyword, points };
}

function signalsOf(paper: AnnouncedPaper): Reason[] {
  const reasons: Reason[] = [];
  const add = (kind: keyof typeof POINTS, text = '', times = 1) =>
    reasons.push({ kind, text, points: POINTS[kind] * times });
  const { sentences, measured, onRealData } = readFindings(paper.abstract);
  if (sentences > 0) add('findings', String(sentences), sentences);
  if (measured) add('measured');
  if (onRealData) add('real-data');
  const code = findCode(paper);
  if (code) add(code.kind, code.value);
  const venue = findVenue(paper.comments);
  if (venue) add(venue.kind, venue.value);
  if (paper.announced === 'cross') add('cross', paper.categories[0]);
  else if (paper.announced !== 'new') add('replaced');
  return reasons;
}

function shiftsOf(paper: AnnouncedPaper, tastes: Tastes): Reason[] {
  const { saved, dismissed } = likenessOf(paper, tastes);
  const reasons: Reason[] = [
    { kind: 'saved', text: saved.terms.slice(0, 3).join(', '), points: TASTE * saved.share },
    { kind: 'dismissed', text: dismissed.terms.slice(0, 3).join(', '), points: -TASTE * dismissed.share },
  ];
  return reasons.filter(({ points }) => Math.abs(points) >= LEAST_SHIFT);
}

/** What scores a day's papers for one reader; it reads their interests once. */
export function toLocalScorer(interests: Interests, tastes: Tastes | null): (paper: AnnouncedPaper) => LocalScore {
  const scoreByKeywords = toKeywordScorer(interests);
  return (paper) => {
    const keywords = scoreByKeywords(paper);
    const reasons = [
      ...keywords.hits.map(toReason),
      ...signalsOf(paper),
      ...(tastes ? shiftsOf(paper, tastes) : []),
    ].toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points));
    // Rounded, so that papers with the same reasons are equal in whatever order these are summed.
    const score = Math.round(reasons.reduce((sum, { points }) => sum + points, 0) * 1000) / 1000;
    return { score, wanted: isWanted(keywords.score, interests), reasons };
  };
}

/**
 * A paper's score without a model: its keyword score, and what `POINTS` gives for findings, code, venue and the kind of
 * announcement; saves and dismissals shift it by up to 1.5 either way. `tastes` null: nothing was saved or dismissed yet.
 */
export function scoreLocally(paper: AnnouncedPaper, interests: Interests, tastes: Tastes | null): LocalScore {
  return toLocalScorer(interests, tastes)(paper);
}
