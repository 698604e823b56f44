import { formatGlossary, type GlossaryEntry, glossaryFor } from '../glossary';
import type { Part } from '../paper';
import type { Language } from '../settings';
import { asData } from './as-data';
import { withoutUnseen } from './clean';
import { type PromptWords, promptWords } from './prompt-words';
import { WANTED, type WritingBasis } from './wanted';
import type { WrittenGuide } from './written';

/** Raised with every change of what is asked for; stored with each analysis. */
export const PROMPT_VERSION = 1;

export interface PromptPaper {
  title: string;
  authors: readonly string[];
  abstract: string;
  categories: readonly string[];
  comments: string | null;
}

export interface PromptInput {
  paper: PromptPaper;
  /** The full text as far as it fits; null asks for a guide from the abstract. */
  text: string | null;
  language: Language;
  /** The whole glossary; only what occurs in the paper is sent. */
  glossary: readonly GlossaryEntry[];
  /** A random word of this request, which nobody who wrote the paper can know. */
  boundary: string;
  /** The finished parts of an interrupted answer: only the rest is asked for. */
  written?: WrittenGuide;
  /** What the reader wants in addition, in the reader's own words. */
  wishes?: string;
}

/** What is sent to a model, and by what its answer is read. `source` is all that it is given of the paper, cleaned. */
export interface Prompt {
  system: string;
  user: string;
  /** JSON schema of the answer: an object of strings, and the list of findings. */
  schema: Record<string, unknown>;
  basis: WritingBasis;
  source: string;
}

type Key = Part | 'title' | 'findings';

const MOST_AUTHORS = 20;
const LONGEST_WISHES = 2_000;

/** The request for a guide. The paper is data between two lines with the boundary, which occurs nowhere inside. */
export function buildPrompt(input: PromptInput): Prompt {
  const { language, boundary, written } = input;
  const words = promptWords[language];
  const basis: WritingBasis = input.text === null ? 'abstract' : 'full';
  const keys = keysFor(basis, language, written);
  const paper = paperBlock(input, words);
  // In English a term stays what it is.
  const terms = language === 'zh' ? glossaryFor(paper, input.glossary) : [];
  const wishes = input.wishes?.trim().slice(0, LONGEST_WISHES) ?? '';
  const system = [
    words.role,
    numbered([...words.rules, basis === 'full' ? words.onText : words.onAbstract, fill(words.data, boundary, keys)]),
    ...(terms.length > 0 ? [`${words.terms}\n${formatGlossary(terms)}`] : []),
    ...(wishes === '' ? [] : [`${words.wishes}\n${wishes}`]),
    formatBlock(words, basis, keys),
  ].join('\n\n');
  const user = [
    fill(words.before, boundary, keys),
    paper,
    ...(written && written.parts.length > 0 ? [writtenBlock(written, words, boundary, keys)] : []),
    fill(words.after, boundary, keys),
  ].join('\n');
  return { system, user, schema: schemaOf(words, basis, keys), basis, source: paper };
}

/**
 * The one request to put an answer into shape that does not validate: its own text and what is wrong with it, without the paper,
 * so that it costs little and adds nothing. Parts that are missing altogether are asked for by `buildPrompt` with `written`.
 */
export function repairPrompt(
  answer: string,
  problems: readonly string[],
  { basis, language, boundary }: { basis: WritingBasis; language: Language; boundary: string },
): Omit<Prompt, 'basis' | 'source'> {
  const words = promptWords[language];
  const keys = keysFor(basis, language, undefined);
  const { role, rules, problems: heading, before, after } = words.repair;
  const system = [
    role,
    numbered(rules),
    `${heading}\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    formatBlock(words, basis, keys),
  ].join('\n\n');
  const user = [fill(before, boundary, keys), asData(answer, boundary), fill(after, boundary, keys)].join('\n');
  return { system, user, schema: schemaOf(words, basis, keys) };
}

/** The keys of an answer in the order in which the panel shows them, without those that are written. */
function keysFor(basis: WritingBasis, language: Language, written: WrittenGuide | undefined): Key[] {
  const done = new Set(written?.parts.map(({ part }) => part));
  const all: Key[] = [...(language === 'zh' ? (['title'] as const) : []), ...WANTED[basis], 'findings'];
  return all.filter((key) => {
    if (key === 'title') return (written?.titleChinese ?? null) === null;
    return key === 'findings' ? (written?.findings.length ?? 0) === 0 : !done.has(key);
  });
}

function paperBlock({ paper, text, boundary }: PromptInput, { labels }: PromptWords): string {
  const shown = paper.authors.slice(0, MOST_AUTHORS).join(', ');
  const fields: [string, string][] = [
    [labels.title, paper.title],
    [labels.authors, paper.authors.length > MOST_AUTHORS ? `${shown}, …` : shown],
    [labels.categories, paper.categories.join(', ')],
    [labels.comments, paper.comments ?? ''],
    // The text of most papers begins with it.
    [labels.abstract, text !== null && letters(text).includes(letters(paper.abstract)) ? '' : paper.abstract],
    [labels.text, text ?? ''],
  ];
  const block = fields.flatMap(([label, value]) => {
    const clean = withoutUnseen(value).trim();
    return clean === '' ? [] : [`${label}${clean.includes('\n') || clean.length > 200 ? ':\n' : ': '}${clean}`];
  });
  return asData(block.join('\n\n'), boundary);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function writtenBlock(written: WrittenGuide, words: PromptWords, boundary: string, keys: readonly Key[]): string {
  const texts = written.parts.map(({ part, markdown }) => `${part}:\n${markdown}`).join('\n\n');
  const close = fill(words.after, boundary, keys).split('\n', 1)[0] ?? '';
  return [close, '', words.written, '', fill(words.before, boundary, keys), asData(texts, boundary)].join('\n');
}

function fill(text: string, boundary: string, keys: readonly Key[]): string {
  return text.replaceAll('{boundary}', () => boundary).replaceAll('{keys}', () => keys.join(', '));
}

function numbered(rules: readonly string[]): string {
  return rules.map((rule, index) => `${index + 1}. ${rule}`).join('\n');
}

function formatBlock(words: PromptWords, basis: WritingBasis, keys: readonly Key[]): string {
  const fields = words.fields[basis];
  const shape = keys.map((key) =>
    key === 'findings'
      ? `  "findings": [{"text": "${fields.findings ?? ''}: ${words.finding.text}", "sentence": "${words.finding.sentence}"}]`
      : `  "${key}": "${fields[key] ?? ''}"`,
  );
  const example = Object.fromEntries(
    keys.map((key) => [key, key === 'findings' ? [words.exampleFinding] : (words.exampleValues[key] ?? '')]),
  );
  return `${words.format}\n{\n${shape.join(',\n')}\n}\n\n${words.example}\n${JSON.stringify(example)}`;
}

function schemaOf(words: PromptWords, basis: WritingBasis, keys: readonly Key[]): Record<string, unknown> {
  const fields = words.fields[basis];
  const finding = object({ text: string(words.finding.text), sentence: string(words.finding.sentence) });
  return object(
    Object.fromEntries(
      keys.map((key) => [
        key,
        key === 'findings'
          ? { type: 'array', description: fields.findings, items: finding }
          : string(fields[key] ?? ''),
      ]),
    ),
  );
}

function string(description: string): Record<string, unknown> {
  return { type: 'string', description };
}

function object(properties: Record<string, unknown>): Record<string, unknown> {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}
