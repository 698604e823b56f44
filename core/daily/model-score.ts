import type { ModelRequest } from '../model/stream';
import type { Language } from '../settings';
import type { AnnouncedPaper } from './announced-paper';
import type { Interests } from './interests';
import type { ModelScore } from './news';

/** So many papers are scored by one request. */
export const SCORE_BATCH = 16;
/** The least combined score of a paper that is chosen. */
export const SCORE_THRESHOLD = 4;

export interface ScoreInput {
  /** At most `SCORE_BATCH`. */
  papers: readonly AnnouncedPaper[];
  interests: Interests;
  /** What the reader follows. */
  categories?: readonly string[];
  language: Language;
  /** A random word of this request, which nobody who wrote a paper can know. */
  boundary: string;
}

/** The request to score a batch of papers. */
export function scorePrompt({ papers }: ScoreInput): ModelRequest {
  return { system: '', user: papers.map(({ title }) => title).join('\n'), maxTokens: 6_000, schema: {} };
}

/** What a model's answer says of the papers it was asked about, by id; those it says nothing usable of are absent. */
export function readScores(text: string, papers: readonly AnnouncedPaper[]): Map<string, ModelScore> {
  return text === '' || papers.length === 0 ? new Map() : new Map<string, ModelScore>();
}

/** From 2 to 6. */
export function combinedScore({ relevance, significance }: ModelScore): number {
  return relevance + significance;
}
