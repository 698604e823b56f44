import { DEFAULT_GLOSSARY, formatGlossary, type GlossaryEntry, glossaryFor } from '../glossary';
import { estimateTokens } from '../model/cost';
import type { ModelRequest } from '../model/stream';
import type { Paper } from '../paper';
import type { Language } from '../settings';
import { fill } from '../words/words';
import { asData } from '../writing/as-data';
import { isForeign } from '../writing/foreign';
import { keepToReport } from './overview-check';
import { paperBlocks } from './overview-papers';
import { readOverviewText, saysEnough } from './overview-text';
import { overviewWords, type OverviewWords } from './overview-words';
import { settleMarkdown } from './settle-markdown';

export interface OverviewInput {
  /** YYYY-MM-DD. */
  date: string;
  /** Those of the report, in its order, at least one; with their analyses where they have one. */
  papers: readonly Paper[];
  /** How many were announced in all. */
  announced: number;
  /** What the reader follows. */
  categories: readonly string[];
  language: Language;
  /** By default the one that comes with Daodu; only what occurs in the papers is sent. */
  glossary?: readonly GlossaryEntry[] | undefined;
  /** A random word of this request, which nobody who wrote a paper can know. */
  boundary: string;
  /** What the model takes in, its answer included. */
  contextTokens: number;
}

/** An overview is 1,500 tokens long; the rest is for models that think. */
const MOST_ANSWER_TOKENS = 6_000;
/** Of a small model's room. */
const ANSWER_SHARE = 0.35;
/** Formulas and names need more than `estimateTokens` says. */
const CAUTION = 0.8;
const MOST_TERMS = 20;
const QUOTED = /[“"][^“”"\n]{2,300}[”"]/g;

/** The request for 今日概览, in prose, which fits into what the model takes in. Papers are data between lines with the boundary. */
export function overviewPrompt(input: OverviewInput): ModelRequest {
  const { papers, language, boundary, contextTokens } = input;
  const words = overviewWords[language];
  const maxTokens = Math.min(MOST_ANSWER_TOKENS, Math.floor(contextTokens * ANSWER_SHARE));
  const room = Math.floor((contextTokens - maxTokens) * CAUTION);
  const frame = [systemOf(input, words), ...around(words, boundary)].join('\n');
  const text = asData(paperBlocks(papers, words, room - estimateTokens(frame)), boundary);
  // In English a term stays what it is.
  const terms = language === 'zh' ? termsOf(text, input.glossary ?? DEFAULT_GLOSSARY) : '';
  const glossary = terms === '' ? '' : `\n\n${words.terms}\n${terms}`;
  const isRoom = estimateTokens(frame + text + glossary) <= room;
  const [before, after] = around(words, boundary);
  return {
    system: systemOf(input, words) + (isRoom ? glossary : ''),
    user: [before, text, after].join('\n'),
    maxTokens,
    schema: null,
  };
}

function around({ before, after, sections }: OverviewWords, boundary: string): [string, string] {
  return [fill(before, { boundary }), fill(after, { boundary, first: sections[0]?.[0] ?? '' })];
}

function systemOf({ date, papers, announced, categories, boundary }: OverviewInput, words: OverviewWords): string {
  const facts = fill(words.facts, { date, categories: categories.join(', '), announced, n: papers.length });
  const rules = words.rules.map((rule, at) => `${at + 1}. ${fill(rule, { boundary })}`);
  const sections = words.sections.map(([title, wanted]) => `### ${title}\n${wanted}`);
  return [words.role, facts, rules.join('\n'), `${words.format}\n\n${sections.join('\n\n')}`].join('\n\n');
}

/** Abbreviations stay what they are. */
function termsOf(text: string, glossary: readonly GlossaryEntry[]): string {
  const terms = glossaryFor(text, glossary).filter(({ term }) => !/^[A-Z]{2,6}$/.test(term));
  return formatGlossary(terms.slice(0, MOST_TERMS));
}

/**
 * The overview in a model's answer, as `readSummary` and a report take it, with what names other papers taken out and counted;
 * null where the answer holds none, in another language than was asked for, or nothing is left of it.
 */
export function readOverview(
  text: string,
  papers: readonly { id: string; title: string; titleChinese?: string | null }[],
  language?: Language,
): { markdown: string; removed: number } | null {
  const told = readOverviewText(text, new Set(papers.map(({ id }) => id)));
  // Titles of papers are quoted in English.
  if (told === null || (language !== undefined && isForeign(told.replace(QUOTED, ''), language))) return null;
  const kept = keepToReport(told, papers);
  const markdown = settleMarkdown(kept.markdown);
  return saysEnough(markdown) ? { markdown, removed: kept.removed } : null;
}
