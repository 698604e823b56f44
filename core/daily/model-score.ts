import type { ModelRequest } from '../model/stream';
import type { Language } from '../settings';
import { fill } from '../words/words';
import { asData } from '../writing/as-data';
import type { AnnouncedPaper } from './announced-paper';
import { toAuthorTest } from './author-name';
import { hasWishes, type Interests } from './interests';
import type { ModelScore } from './news';
import { cutLine } from './prompt-line';
import { findScores } from './score-answer';
import { type ScoreWords, scoreWords } from './score-words';
import { toPaperFinder } from './paper-finder';

/** The least combined score of a paper that is chosen. */
export const SCORE_THRESHOLD = 4;

/** An answer for a whole batch is 1,200 tokens long; the rest is for models that think. */
const MOST_ANSWER_TOKENS = 6_000;
/** arXiv takes abstracts of 1,920 characters at most. */
const LONGEST_ABSTRACT = 2_000;
const LONGEST_FIELD = 300;
const MOST_AUTHORS = 6;
/** Of each list of the reader's. */
const MOST_WISHES = 60;
const LONGEST_WISH = 80;
const CATEGORY = /^[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z]{2}|\.[a-z-]{3,20})?$/;

export interface ScoreInput {
  /** At most `SCORE_BATCH`. */
  papers: readonly AnnouncedPaper[];
  interests: Interests;
  /** What the reader follows; by default the categories of the papers stand for it. */
  categories?: readonly string[] | undefined;
  language: Language;
  /** A random word of this request, which nobody who wrote a paper can know. */
  boundary: string;
}

/**
 * The request to score a batch of papers for one reader. The papers are data between two lines with the boundary; each of their
 * fields is one line, so that no text can pass for another paper.
 */
export function scorePrompt(input: ScoreInput): ModelRequest {
  const { papers, interests, language, boundary } = input;
  const words = scoreWords[language];
  const rubric = [hasWishes(interests) ? words.relevance : words.fit, words.significance];
  const rules = words.rules.map((rule, at) => `${at + 1}. ${fill(rule, { boundary })}`);
  const system = [
    words.role,
    rubric.map((line) => `- ${line}`).join('\n'),
    rules.join('\n'),
    [words.interests, ...wishLines(input, words)].join('\n'),
    formatBlock(words),
  ].join('\n\n');
  const isFollowed = toFollowed(interests.authors);
  const blocks = papers.map((paper, at) => paperBlock(paper, at + 1, words, isFollowed));
  const user = [
    fill(words.before, { boundary }),
    asData(blocks.join('\n\n'), boundary),
    fill(words.after, { boundary, n: papers.length }),
  ].join('\n');
  return { system, user, maxTokens: MOST_ANSWER_TOKENS, schema: schemaOf(papers, words) };
}

function wishLines({ interests, papers, categories }: ScoreInput, words: ScoreWords): string[] {
  // What stands here is no data, so that only what looks like a category may come from a paper.
  const first = papers.flatMap((paper) => paper.categories.slice(0, 1)).filter((name) => CATEGORY.test(name));
  const followed = categories ?? [...new Set(first)];
  const { primary, secondary, excluded, authors } = interests;
  return Object.entries({ primary, secondary, excluded, authors, categories: followed })
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => {
      const shown = list.slice(0, MOST_WISHES).map((word) => cutLine(word, LONGEST_WISH));
      return `${words.lists[name as keyof ScoreWords['lists']]}: ${shown.join(words.between)}`; // as: the keys above
    });
}

function toFollowed(wanted: readonly string[]): (name: string) => boolean {
  const tests = wanted.map(toAuthorTest);
  return (name) => tests.some((test) => test(name));
}

function paperBlock(
  { id, title, authors, categories, comments, abstract }: AnnouncedPaper,
  number: number,
  { labels, more, between }: ScoreWords,
  isFollowed: (name: string) => boolean,
): string {
  // Whom the reader follows may stand anywhere in a long list.
  const named = authors.filter((name, at) => at < MOST_AUTHORS || isFollowed(name)).slice(0, MOST_AUTHORS * 2);
  const rest = authors.length > named.length ? ` ${fill(more, { n: authors.length })}` : '';
  const fields: [string, string][] = [
    [labels.title, cutLine(title, LONGEST_FIELD)],
    [labels.authors, cutLine(named.join(between), LONGEST_FIELD) + rest],
    [labels.categories, cutLine(categories.join(', '), LONGEST_FIELD)],
    [labels.comments, cutLine(comments ?? '', LONGEST_FIELD)],
    [labels.abstract, cutLine(abstract, LONGEST_ABSTRACT)],
  ];
  const lines = fields.filter(([, text]) => text !== '').map(([label, text]) => `${label}: ${text}`);
  return [`[${number}] id: ${cutLine(id, 40)}`, ...lines].join('\n');
}

function formatBlock({ format, fields, example, exampleWhy }: ScoreWords): string {
  const { id, why, relevance, significance } = fields;
  const shape = `{"scores": [{"id": "${id}", "why": "${why}", "relevance": ${relevance}, "significance": ${significance}}]}`;
  const scores = [
    { id: '0000.00001', why: exampleWhy[0], relevance: 3, significance: 2 },
    { id: '0000.00002', why: exampleWhy[1], relevance: 1, significance: 1 },
  ];
  return `${format}\n${shape}\n\n${example}\n${JSON.stringify({ scores })}`;
}

/** Numbers are told their bounds in words: not every provider takes bounds in a schema. */
function schemaOf(papers: readonly AnnouncedPaper[], { fields }: ScoreWords): object {
  const score = object({
    id: { type: 'string', description: fields.id, enum: papers.map(({ id }) => id) },
    why: { type: 'string', description: fields.why },
    relevance: { type: 'integer', description: fields.relevance },
    significance: { type: 'integer', description: fields.significance },
  });
  return object({ scores: { type: 'array', items: score } });
}

function object(properties: Record<string, object>): object {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

/**
 * What a model's answer says of the papers it was asked about, by id, however it wrote it down: in a fence, with words around,
 * as a list, an object by id or number, or line by line. The first usable score of a paper counts. A number outside 1 to 3 is not
 * clamped, since it was given on another scale or to please a paper: such a paper is absent, as are those that are not in the
 * answer and those that were not asked about. Where no score names its paper, as many as there are papers are taken in order.
 */
export function readScores(text: string, papers: readonly AnnouncedPaper[]): Map<string, ModelScore> {
  const found = findScores(text);
  const isNamed = found.some(({ names, title }) => names.length > 0 || title !== null);
  const find = toPaperFinder(papers, found);
  const scores = new Map<string, ModelScore>();
  for (const [at, { relevance, significance, why, ...names }] of found.entries()) {
    const paper = isNamed ? find(names) : found.length === papers.length ? papers[at] : null;
    if (!paper || scores.has(paper.id) || relevance === null || significance === null) continue;
    scores.set(paper.id, { relevance, significance, why });
  }
  return scores;
}

/** From 2 to 6. */
export function combinedScore({ relevance, significance }: ModelScore): number {
  return relevance + significance;
}
