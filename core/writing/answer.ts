import * as z from 'zod/mini';
import { isInferred } from '../guide/inferred';
import { isSmallTalk } from '../guide/small-talk';
import { isFailure } from '../report/failure';
import { splitAnalysis } from '../report/sections';
import type { Language } from '../settings';
import { type AnswerValue, readValue } from './answer-value';
import { cleanLine, cleanMarkdown } from './clean';
import { isForeign } from './foreign';
import { readMarks } from './inferred-marks';
import { readLooseObject } from './loose-json';
import { findSentence, type PaperSource } from './paper-source';
import { withoutThoughts } from './thoughts';
import { keyOf, NEEDED, type WritingBasis } from './wanted';
import { NOTHING_WRITTEN, type WrittenGuide } from './written';

/** What is known beside the answer itself. `ended`: no more of it will come. */
export interface AnswerContext {
  basis: WritingBasis;
  language: Language;
  ended: boolean;
  source: PaperSource;
}

export interface AnswerReading {
  guide: WrittenGuide;
  /** How many of the parts, counted from the first, more input does not change. */
  finished: number;
  /** Why it is not what was asked for, as sentences for `repairPrompt`; empty when it is. Looked for at the end only. */
  problems: string[];
  /** True when the model wrote no guide at all: it refused, or says that it has no paper. `guide` is empty then. */
  failed: boolean;
}

/** No answer is longer; what comes behind is not read. */
const LONGEST_ANSWER = 120_000;
const LONGEST_PART = 6_000;
const LONGEST_GIST = 600;
/** Less than this is a word to whoever asked, and no guide. */
const SHORTEST_PROSE = 40;
const LONGEST_TITLE = 200;
const LONGEST_FINDING = 600;
const MOST_FINDINGS = 8;
/** An object that begins later than this belongs to a text about something else. */
const LONGEST_TALK = 800;
/** Prose is shown while it comes when it cannot be mere talk in front of an object. */
const SURELY_PROSE = LONGEST_TALK + 100;

/**
 * Reads the answer to `buildPrompt`, whole or as far as it has come: JSON in whatever state a model leaves it, else prose cut at
 * its headings. Never throws. Finished parts stay as they are whatever comes behind them.
 */
export function readAnswer(text: string, context: AnswerContext): AnswerReading {
  const answer = spokenOf(text.slice(0, LONGEST_ANSWER), context.ended);
  const value = answer === null ? null : findValue(answer, context.ended);
  if (value) return readObject(value.value, value.done, context);
  if (answer === null || (!context.ended && answer.length < SURELY_PROSE)) {
    const problems = context.ended ? ['the answer is empty'] : [];
    return { guide: NOTHING_WRITTEN, finished: 0, problems, failed: context.ended };
  }
  return readProse(answer, context);
}

/** What a model thinks before it speaks is no answer; null while it thinks. */
function spokenOf(text: string, ended: boolean): string | null {
  const rest = withoutThoughts(text, OBJECT_START);
  return rest === '' && (ended || text.trim() === '') ? null : rest;
}

const OBJECT_START = /\{\s*(?:["“'](?=[^"“”'\n]{1,60}["”'“]\s*[:：])|[\p{L}_]{2,20}\s*[:：]\s*["“{[])/u;

/** The first object that holds a part of what was asked for; while more may come, the one that is being written. */
function findValue(answer: string, ended: boolean): { value: AnswerValue; done: boolean } | null {
  let at = 0;
  for (let objects = 0; objects < 4; objects += 1) {
    const found = OBJECT_START.exec(answer.slice(at));
    if (!found || (objects === 0 && found.index > LONGEST_TALK)) return null;
    const read = readLooseObject(answer, at + found.index, ended);
    const value = readValue(read.value);
    if (value.parts.length + value.findings.length > 0 || (!read.value.done && !ended))
      return { value, done: read.value.done };
    if (!read.value.done) return null;
    at = read.end;
  }
  return null;
}

function readObject(value: AnswerValue, done: boolean, context: AnswerContext): AnswerReading {
  const { ids } = context.source;
  const written = value.parts.flatMap(({ part, text, inferred, done: isDone }) => {
    const marks = remember(context.source, `${part}:${text}`, isDone, () =>
      readMarks(cleanMarkdown(withoutOwnHeading(text, part), ids, part === 'gist' ? LONGEST_GIST : LONGEST_PART)),
    );
    return marks.text === '' ? [] : [{ isDone, part, markdown: marks.text, inferred: inferred || marks.inferred }];
  });
  const guide: WrittenGuide = {
    titleChinese: context.language === 'zh' ? toTitle(value.title, ids) : null,
    parts: written.map(({ part, markdown, inferred }) => ({ part, markdown, inferred })),
    findings: value.findings.slice(0, MOST_FINDINGS).flatMap(({ text, sentence }) => {
      const line = cleanLine(text, ids, LONGEST_FINDING);
      return line === '' ? [] : [{ text: line, sentence: toSentence(context.source, sentence) }];
    }),
    prose: false,
  };
  const open = written.findIndex(({ isDone }) => !isDone);
  const finished = open === -1 ? written.length : open;
  if (!context.ended) return { guide, finished, problems: [], failed: false };
  if (isFailure(guide.parts.map(({ markdown }) => markdown).join('\n\n'))) return FAILED;
  const problems = [...findProblems(guide, context), ...(done ? [] : [INCOMPLETE])];
  return { guide, finished, problems, failed: guide.parts.length + guide.findings.length === 0 };
}

type Marks = ReturnType<typeof readMarks>;

/** What came out of the parts that are finished, so that a longer answer costs no more than what is new in it. */
const known = new WeakMap<PaperSource, Map<string, Marks>>();
const MOST_KNOWN = 32;

function remember(source: PaperSource, key: string, isDone: boolean, make: () => Marks): Marks {
  const parts = known.get(source) ?? new Map<string, Marks>();
  known.set(source, parts);
  const before = parts.get(key);
  if (before) return before;
  const made = make();
  if (parts.size >= MOST_KNOWN) parts.clear();
  if (isDone) parts.set(key, made);
  return made;
}

/** The problem of an answer that broke off. */
export const INCOMPLETE = 'the JSON is not complete';
const NOT_AS_ASKED = 'the answer is not a JSON object with the wanted keys';
const FAILED: AnswerReading = {
  guide: NOTHING_WRITTEN,
  finished: 0,
  problems: ['the answer asks for the paper or refuses, although the paper was given'],
  failed: true,
};

/** A heading that says again which part it stands in. */
function withoutOwnHeading(text: string, part: string): string {
  const found = /^\s*(?:#{1,6}[ \t]+([^\n]{1,40})\n|\*\*([^*\n]{1,24})\*\*[：:]?[ \t]*\n)/.exec(text);
  const title = found?.[1] ?? found?.[2];
  return found && title !== undefined && keyOf(title) === part ? text.slice(found[0].length) : text;
}

function toTitle(title: string | null, ids: ReadonlySet<string>): string | null {
  const line = cleanLine(title ?? '', ids, LONGEST_TITLE).replace(/^《(.*)》$|^"(.*)"$/, '$1$2');
  return /\p{Script=Han}/u.test(line) ? line : null;
}

/** The sentence in the paper's own characters; one with an address in it is no sentence to quote. */
function toSentence(source: PaperSource, quotation: string): string | null {
  const sentence = quotation === '' ? null : findSentence(source, quotation);
  return sentence !== null && cleanLine(sentence, source.ids, sentence.length) === sentence ? sentence : null;
}

const partText = z.string().check(z.minLength(4));
const findingSchema = z.object({ text: z.string().check(z.minLength(4)), sentence: z.nullable(z.string()) });

function answerSchema(basis: WritingBasis) {
  return z.object({
    parts: z.object(Object.fromEntries(NEEDED[basis].map((part) => [part, partText]))),
    findings: z.array(findingSchema).check(z.minLength(1)),
  });
}
const schemas = { full: answerSchema('full'), abstract: answerSchema('abstract') };

/**
 * What a guide lacks of what was asked for, as sentences for `repairPrompt`; empty when it is whole. Also for one that several
 * answers have made.
 */
export function findProblems(
  guide: WrittenGuide,
  { basis, language }: Pick<AnswerContext, 'basis' | 'language'>,
): string[] {
  const parts = Object.fromEntries(guide.parts.map(({ part, markdown }) => [part, markdown]));
  const checked = schemas[basis].safeParse({ parts, findings: guide.findings });
  const missing = checked.success ? [] : checked.error.issues.map(({ path }) => path.join('.').replace('parts.', ''));
  const problems = [...new Set(missing)].map((name) => `"${name}" is missing or empty`);
  const text = guide.parts.map(({ markdown }) => markdown).join('\n');
  if (text !== '' && isForeign(text, language)) {
    problems.push(language === 'zh' ? 'the texts must be in Simplified Chinese' : 'the texts must be in English');
  }
  return problems;
}

function readProse(answer: string, context: AnswerContext): AnswerReading {
  const { ids } = context.source;
  const text = answer.replace(/^```\w*[ \t]*\n|\n```[ \t]*$/g, '');
  if (context.ended && isFailure(text)) return FAILED;
  if (/^\s*[{[]/.test(text)) {
    // An object in which nobody could find a part is no prose either.
    return {
      guide: NOTHING_WRITTEN,
      finished: 0,
      problems: context.ended ? [NOT_AS_ASKED] : [],
      failed: context.ended,
    };
  }
  const markdown = cleanMarkdown(text, ids, LONGEST_PART * 6);
  if (context.ended && markdown.length < SHORTEST_PROSE) {
    return { guide: NOTHING_WRITTEN, finished: 0, problems: [NOT_AS_ASKED], failed: true };
  }
  const parts = splitAnalysis(markdown).flatMap((section) => {
    if (section.title === '' && isSmallTalk(section.markdown)) return [];
    const { part, title } = section;
    const marks = readMarks(section.markdown);
    const inferred = marks.inferred || isInferred(title, marks.text.split(/\n/, 1)[0] ?? '');
    const body = part === 'other' && title !== '' ? `**${title}**\n\n${marks.text}` : marks.text;
    return body.trim() === '' ? [] : [{ part, markdown: body, inferred }];
  });
  const guide: WrittenGuide = { titleChinese: null, parts, findings: [], prose: true };
  if (!context.ended) return { guide, finished: 0, problems: [], failed: false };
  return {
    guide,
    finished: parts.length,
    problems: [NOT_AS_ASKED],
    failed: parts.length === 0,
  };
}
