import { GLOSSARY_LINES } from './glossary-terms';
import { hideFormulas, restoreFormulas } from './render/formulas';
import type { Tree } from './render/tree';

/** One term. `translation` is what is written for it, at times the term itself; `wrong`: renderings that are always wrong. */
export interface GlossaryEntry {
  term: string;
  translation: string;
  wrong: string[];
}

/**
 * Reads a glossary, one entry a line: `LLM = 大语言模型 ≠ 法学硕士、法律硕士`. `!=` stands for `≠` too; lines without `=`, and
 * those that begin with `#`, are passed over. Of two entries for one term the later counts.
 */
export function parseGlossary(text: string): GlossaryEntry[] {
  const entries = new Map<string, GlossaryEntry>();
  for (const line of text.split('\n')) {
    const entry = parseLine(line);
    if (entry) {
      entries.delete(termKey(entry.term));
      entries.set(termKey(entry.term), entry);
    }
  }
  return [...entries.values()];
}

function parseLine(line: string): GlossaryEntry | null {
  if (line.trimStart().startsWith('#')) return null;
  const [head = '', wrong = ''] = line.replace(/!=|<>/g, '≠').split('≠', 2);
  const at = head.search(/[=＝]/);
  const term = head.slice(0, Math.max(0, at)).trim().replace(/\s+/g, ' ').slice(0, 80);
  const translation = head
    .slice(at + 1)
    .trim()
    .slice(0, 80);
  if (at === -1 || term === '' || translation === '') return null;
  const renderings = wrong
    .split(/[、,，;；|/]/)
    .map((text) => text.trim().slice(0, 80))
    .filter((text) => text.length > 1 && text !== translation);
  return { term, translation, wrong: [...new Set(renderings)] };
}

export function formatGlossary(entries: readonly GlossaryEntry[]): string {
  return entries
    .map(
      ({ term, translation, wrong }) => `${term} = ${translation}${wrong.length > 0 ? ` ≠ ${wrong.join('、')}` : ''}`,
    )
    .join('\n');
}

export const DEFAULT_GLOSSARY: readonly GlossaryEntry[] = parseGlossary(GLOSSARY_LINES);

/** The default glossary with the reader's own entries over it, term by term. */
export function mergeGlossary(own: readonly GlossaryEntry[]): GlossaryEntry[] {
  const entries = new Map(DEFAULT_GLOSSARY.map((entry) => [termKey(entry.term), entry]));
  for (const entry of own) entries.set(termKey(entry.term), entry);
  return [...entries.values()];
}

/** Case, hyphens and a plural's s do not tell terms apart. */
function termKey(term: string): string {
  return wordKey(term.trim().split(/[\s-]+/));
}

function wordKey(words: readonly string[]): string {
  return words
    .join(' ')
    .toLowerCase()
    .replace(/(?<=[a-z]{2}[^s\W])s$/, '');
}

const MOST_FOR_PROMPT = 40;
const LONGEST_TERM_WORDS = 4;
/** More of a paper need not be looked at to know its terms. */
const READ_FOR_TERMS = 200_000;

/** The entries whose term occurs in a text, the most frequent first, at most 40; those that are got wrong come first. */
export function glossaryFor(text: string, entries: readonly GlossaryEntry[]): GlossaryEntry[] {
  const byKey = new Map(entries.map((entry) => [termKey(entry.term), entry]));
  const counts = new Map<GlossaryEntry, number>();
  const words = text.slice(0, READ_FOR_TERMS).match(/[\p{L}\p{N}]+/gu) ?? [];
  for (let at = 0; at < words.length; at += 1) {
    // The longest counts: a large language model is no language model of its own.
    for (let length = LONGEST_TERM_WORDS; length > 0; length -= 1) {
      const run = words.slice(at, at + length);
      const entry = byKey.get(wordKey(run));
      if (!entry || !isSameCase(entry.term, run.join(' '))) continue;
      counts.set(entry, (counts.get(entry) ?? 0) + 1);
      at += length - 1;
      break;
    }
  }
  const rank = (entry: GlossaryEntry): number =>
    (counts.get(entry) ?? 0) + (entry.wrong.length > 0 ? READ_FOR_TERMS : 0);
  return [...counts.keys()].toSorted((one, other) => rank(other) - rank(one)).slice(0, MOST_FOR_PROMPT);
}

/** An abbreviation is one in capitals only: RAG is no rag. */
function isSameCase(term: string, found: string): boolean {
  return !/^[A-Z]{2,5}$/.test(term) || /^[A-Z]{2}/.test(found);
}

/** What is replaced nowhere: code, addresses, titles of works. */
const APART = String.raw`\x60+[^\x60]*\x60+|\uE000\d+\uE001|\b[a-z][a-z0-9+.-]*://[^\s，。；、）]+|《[^《》]{0,200}》|\]\([^()\s]*\)`;
/** LL.M. is a degree: a text that speaks of one means it. */
const DEGREE = '(?!学位|学历|项目|课程|研究生|毕业|生|教育)';
const cache = new WeakMap<readonly GlossaryEntry[], Replacer>();

interface Replacer {
  pattern: RegExp;
  /** Matches where anything may have to be replaced: most texts have no such place, and looking for all terms takes its time. */
  probe: RegExp;
  translations: ReadonlyMap<string, string>;
}

/**
 * Puts a term's translation in the place of renderings that are known to be wrong, and of the English term where Chinese text
 * left it standing alone (lower case, two words and more; of the reader's own entries any term that is a word of its own). Formulas, code, addresses and English sentences stay as they are; so
 * does every text without such a rendering. Applying it twice changes nothing more.
 */
export function applyGlossary(text: string, entries: readonly GlossaryEntry[]): string {
  if (entries.length === 0 || !/\p{Script=Han}/u.test(text)) return text;
  const formulas = hideFormulas(text, true);
  // Characters that stand for formulas would be lost.
  if (formulas.formulas.length === 0 && formulas.text !== text) return text;
  const out = replaceIn(formulas.text, replacerOf(entries));
  return restoreFormulas(out, formulas.formulas);
}

/** `applyGlossary` on rendered text. Formulas, code, links and what is marked as English stay as they are. */
export function applyGlossaryToTree(trees: readonly Tree[], entries: readonly GlossaryEntry[]): Tree[] {
  if (entries.length === 0) return [...trees];
  return trees.map((tree) => {
    if (typeof tree === 'string') return /\p{Script=Han}/u.test(tree) ? replaceIn(tree, replacerOf(entries)) : tree;
    const [tag, attributes, ...children] = tree;
    if (/^(?:math|code|pre|a)$/.test(tag) || attributes?.['lang'] === 'en') return tree;
    return [tag, attributes, ...applyGlossaryToTree(children, entries)];
  });
}

function replaceIn(text: string, { pattern, probe, translations }: Replacer): string {
  if (!probe.test(text)) return text;
  return text.replace(pattern, (found: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Record<string, string | undefined>; // as: named groups come last
    if (groups['wrong'] !== undefined) return translations.get(found) ?? found;
    const english = groups['own'] ?? groups['english'];
    if (english === undefined) return found;
    const translation = translations.get(termKey(english));
    return translation === undefined || !/\p{Script=Han}/u.test(translation) ? found : translation;
  });
}

const DEFAULT_ENTRIES: ReadonlySet<GlossaryEntry> = new Set(DEFAULT_GLOSSARY);

function isOwn(entry: GlossaryEntry): boolean {
  return !DEFAULT_ENTRIES.has(entry);
}

function replacerOf(entries: readonly GlossaryEntry[]): Replacer {
  const known = cache.get(entries);
  if (known) return known;
  const translations = new Map<string, string>();
  const right = new Set(entries.map(({ translation }) => translation));
  const wrong = new Set<string>();
  const english: string[] = [];
  const own: string[] = [];
  for (const entry of entries) {
    const { term, translation, wrong: renderings } = entry;
    for (const rendering of renderings) {
      // Only Chinese can be told to be a rendering; and what is right for another term is not always wrong.
      if (right.has(rendering) || !/^\p{Script=Han}/u.test(rendering) || wrong.has(rendering)) continue;
      wrong.add(rendering);
      translations.set(rendering, translation);
    }
    if (isOwn(entry)) {
      translations.set(termKey(term), translation);
      own.push(`(?<!${escape(translation)} ?[（(])${escape(term)}`);
    } else if (/^[a-z]+(?:[ -][a-z]+)+$/.test(term) && !translations.has(termKey(term))) {
      translations.set(termKey(term), translation);
      english.push(term);
    }
  }
  const chinese = longestFirst([...right].filter((text) => text.length > 1));
  const mistakes = longestFirst(wrong, (text) => (text.endsWith('硕士') ? escape(text) + DEGREE : escape(text)));
  const terms = longestFirst(english, (term) => term.replace(/[ -]/g, '[ -]'));
  const replaced = [
    ...(mistakes ? [`(?<wrong>${mistakes})`] : []),
    // A term that the reader wrote down stands in Chinese wherever it is a word of its own: not in vLLM, LLM-Eval or llm.py.
    ...(own.length > 0 ? [`(?<![A-Za-z\\d_./@-])(?<own>${own.join('|')})(?![A-Za-z\\d_/-]|\\.[A-Za-z\\d])`] : []),
    ...(terms ? [String.raw`(?<=\p{Script=Han}) ?(?<english>(?:${terms})s?) ?(?=\p{Script=Han})`] : []),
  ];
  const pattern = new RegExp([APART, ...(chinese ? [chinese] : []), ...replaced].join('|'), 'gu');
  const probe = new RegExp(replaced.length > 0 ? replaced.join('|') : '(?!)', 'u');
  const replacer = { pattern, probe, translations };
  cache.set(entries, replacer);
  return replacer;
}

/** A pattern for any of the texts; of two that begin alike the longer is tried first. */
function longestFirst(texts: Iterable<string>, toPattern: (text: string) => string = escape): string {
  return [...texts]
    .toSorted((one, other) => other.length - one.length)
    .map(toPattern)
    .join('|');
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
