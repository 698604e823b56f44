import { parseArxivId } from '../arxiv/id';
import { toLower } from './fold';
import { type Days, parseDays } from './dates';
import { ANYWHERE, AUTHOR, categoryTerm, toPhrase } from './terms';
import { findTokens, pairsOf, type Token } from './tokens';
import { toPlain } from './fold';

/** What a paper's state can be asked for. */
export const STATES = ['unread', 'read', 'saved', 'to-read', 'reading', 'dismissed'] as const;
export type State = (typeof STATES)[number];

/** A term that is looked for; with `prefix` any that begins with it. */
export interface Wanted {
  text: string;
  prefix: boolean;
}

/** One condition of a search. All of them must hold; a negated one must not. */
export type Clause = { negated: boolean } & (
  | {
      kind: 'text';
      /** The fields that count, one bit each. */
      fields: number;
      /** Ways in which it can be met: each needs all of its terms, in one and the same field. */
      ways: Wanted[][];
      /** What must stand in the text as it is (`toPhrase`); null where the terms say it all. */
      phrase: string | null;
      /** What is marked where it stands. */
      marks: string[];
    }
  | { kind: 'tag'; tag: string }
  | { kind: 'date'; days: Days }
  | { kind: 'has-note' }
  | { kind: 'has-analysis' }
  | { kind: 'state'; state: State }
);
export type TextClause = Extract<Clause, { kind: 'text' }>;

export interface Query {
  clauses: Clause[];
  /** What is marked in titles, gists and snippets: give it to `cutAtHits`. */
  words: string[];
}

const NAMES: Record<string, string> = {
  作者: 'author',
  标签: 'tag',
  分类: 'cat',
  类别: 'cat',
  category: 'cat',
  日期: 'date',
  arxiv: 'id',
};
const STATE_NAMES: Record<string, State> = {
  未读: 'unread',
  已读: 'read',
  读完: 'read',
  收藏: 'saved',
  已收藏: 'saved',
  待读: 'to-read',
  toread: 'to-read',
  在读: 'reading',
  不看: 'dismissed',
};
// A piece is what stands between blanks; quotation marks hold blanks together, also behind a colon.
const PIECE = /([-－]?)(?:([^\s:：""“”]+)([:：]))?(?:["“”]([^"“”]*)(?:["“”]|$)|(\S+))/gu;

/**
 * Reads what was typed: words and "phrases" that must all occur, and the operators author: tag: cat: date: has: is: id:, each of
 * which a `-` before it turns around. What is no operator, or no value of one, is words.
 */
export function parseQuery(typed: string): Query {
  const clauses: Clause[] = [];
  for (const [, minus = '', name, colon = '', quoted, plain] of typed.matchAll(PIECE)) {
    const negated = minus !== '';
    const value = quoted ?? plain ?? '';
    const known = name === undefined ? null : parseOperator(toLower(name), value, quoted !== undefined);
    if (known) clauses.push({ negated, ...known });
    else if (name !== undefined && quoted === undefined)
      clauses.push(...parseWords(`${name}${colon}${value}`, negated));
    else {
      if (name !== undefined) clauses.push(...parseWords(name, negated));
      const clause = quoted === undefined ? null : parsePhrase(quoted, ANYWHERE);
      if (clause) clauses.push({ negated, ...clause });
      if (quoted === undefined) clauses.push(...parseWords(value, negated));
    }
  }
  const words = clauses.flatMap((clause) => (clause.kind === 'text' && !clause.negated ? clause.marks : []));
  return { clauses, words: [...new Set(words)] };
}

type Condition = Clause extends infer C ? (C extends Clause ? Omit<C, 'negated'> : never) : never;

function parseOperator(written: string, value: string, isQuoted: boolean): Condition | null {
  const name = NAMES[written] ?? written;
  const folded = toLower(value.trim());
  if (folded === '') return null;
  switch (name) {
    case 'author':
      return isQuoted ? parsePhrase(value, AUTHOR) : toText(value, AUTHOR);
    case 'tag':
      return { kind: 'tag', tag: value.trim().replace(/^#/, '') };
    case 'cat':
      return toCategory(folded);
    case 'date': {
      const days = parseDays(folded);
      return days && { kind: 'date', days };
    }
    case 'has':
      if (folded === 'note' || folded === '笔记') return { kind: 'has-note' };
      return folded === 'analysis' || folded === '解读' ? { kind: 'has-analysis' } : null;
    case 'is': {
      const state = STATES.find((one) => one === folded) ?? STATE_NAMES[folded];
      return state === undefined ? null : { kind: 'state', state };
    }
    case 'id': {
      const id = parseArxivId(value);
      return toText(id?.base ?? value, ANYWHERE);
    }
    default:
      return null;
  }
}

/** cat:cs is all of its categories, cat:cs.CV that one. */
function toCategory(category: string): Condition {
  const ways = [[{ text: categoryTerm(category), prefix: false }]];
  if (!category.includes('.')) ways.push([{ text: categoryTerm(`${category}.`), prefix: true }]);
  return { kind: 'text', fields: ANYWHERE, ways, phrase: null, marks: [] };
}

/** The words of one piece between blanks. Those that a slash or a comma parts may stand apart in a text as well. */
function parseWords(piece: string, negated: boolean): Clause[] {
  const id = parseArxivId(piece);
  const parts = id ? [id.base] : piece.split(/[,，、;；:：]+/u);
  return parts.flatMap((part) => {
    const condition = toText(part, ANYWHERE);
    return condition ? [{ negated, ...condition }] : [];
  });
}

function parsePhrase(text: string, fields: number): Condition | null {
  const tokens = findTokens(toPlain(text));
  if (tokens.length === 0) return null;
  const terms = tokens.flatMap((token) => termsOf(token).map((term) => ({ text: term, prefix: false })));
  const isCertain = tokens.length === 1 && terms.length === 1;
  return {
    kind: 'text',
    fields,
    ways: [terms],
    phrase: isCertain ? null : toPhrase(text),
    marks: [toPhrase(text).trim()],
  };
}

/** A word as it is looked for: whoever is still typing has only its beginning. */
function toText(word: string, fields: number): Condition | null {
  const plain = toPlain(word);
  const tokens = findTokens(plain);
  const last = tokens.at(-1);
  if (!last) return null;
  const terms = tokens.flatMap((token) =>
    termsOf(token).map((text) => ({ text, prefix: token === last && token.kind === 'word' })),
  );
  const ways = [terms];
  // Pre-training is pretraining as well, as the index has it (`toTerms`).
  if (tokens.length > 1 && tokens.every(({ joined }, index) => joined || index === 0)) {
    ways.push([
      {
        text: tokens
          .map(({ text }) => text)
          .join('')
          .slice(0, 40),
        prefix: true,
      },
    ]);
  }
  return { kind: 'text', fields, ways, phrase: null, marks: tokens.map(({ text }) => text) };
}

function termsOf({ kind, text }: Token): string[] {
  return kind === 'han' ? pairsOf(text) : [text];
}
