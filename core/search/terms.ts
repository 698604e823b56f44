import { toUnicode } from '../arxiv/tex-accents';
import type { AnalysisRecord, PaperRecord } from '../library/records';
import { toPlain } from './fold';
import { charactersOf, findTokens, pairsOf } from './tokens';

/** Where in a paper a term stands, one bit each. */
export const TITLE = 1;
export const GIST = 2;
export const AUTHOR = 4;
/** The reader's own: tags and note. */
export const OWN = 8;
export const BODY = 16;
/** All of them. */
export const ANYWHERE = 31;
/** Behind the fields stands how often a term stands in the body, up to seven times. */
const TIMES = 32;
const MOST_TIMES = 7;

/** What a paper can be found by. */
export interface Searched {
  paper: PaperRecord;
  gist: string;
  analyses: readonly Pick<AnalysisRecord, 'markdown' | 'keyFindings'>[];
  tags: readonly string[];
  note: string;
}

/** Before terms that are no words. No letter sorts before it. */
const SPECIAL = '\u0001';
export const HAS_ANALYSIS = `${SPECIAL}has:analysis`;

/** The term of a category such as cs.CV. */
export function categoryTerm(category: string): string {
  return `${SPECIAL}cat:${category.toLowerCase().replaceAll(/\s/gu, '')}`;
}

/** So short a beginning of a word stands in the index by itself: too many words begin with it to look at all of them. */
export const SHORT = 2;

/** The term of all words that begin with one letter or two. */
export function beginningTerm(beginning: string): string {
  return `${SPECIAL}${beginning}`;
}

/** The texts of a paper by field. The abstract is searched where no analysis tells what stands in it. */
export function textsOf({ paper, gist, analyses, tags, note }: Searched): [field: number, text: string][] {
  const { id, title, titleChinese, authors, categories, abstract } = paper;
  const bodies = analyses.flatMap(({ markdown, keyFindings }) => [markdown, ...keyFindings]);
  return [
    [TITLE, [id, title, titleChinese ?? ''].join('\n')],
    [GIST, gist],
    [AUTHOR, authors.map(toUnicode).join('\n')],
    [OWN, [...tags, note].join('\n')],
    [BODY, [...categories, ...(bodies.length > 0 ? bodies : [abstract])].join('\n')],
  ];
}

/** Every term of a paper with its fields and how often the body has it, in one byte. */
export function toTerms(searched: Searched): Map<string, number> {
  const terms = new Map<string, number>();
  for (const [field, text] of textsOf(searched)) {
    if (field === BODY) addBody(terms, text);
    else addTerms(text, (term) => terms.set(term, (terms.get(term) ?? 0) | field));
  }
  for (const category of searched.paper.categories) terms.set(categoryTerm(category), BODY);
  if (searched.analyses.length > 0) terms.set(HAS_ANALYSIS, BODY);
  addBeginnings(terms);
  return terms;
}

function addBeginnings(terms: Map<string, number>): void {
  const beginnings = new Map<string, number>();
  for (const [term, byte] of terms) {
    if (!isWord(term)) continue;
    for (let length = 1; length <= Math.min(SHORT, term.length); length++) {
      const beginning = term.slice(0, length);
      beginnings.set(beginning, (beginnings.get(beginning) ?? 0) | (byte & ANYWHERE));
    }
  }
  for (const [beginning, byte] of beginnings) terms.set(beginningTerm(beginning), byte);
}

/** Whether a term begins as a word of plain letters or a number does. */
export function isWord(term: string): boolean {
  return /^[\da-z]/.test(term);
}

function addBody(terms: Map<string, number>, text: string): void {
  addTerms(text, (term) => {
    const known = terms.get(term) ?? 0;
    terms.set(term, (known < MOST_TIMES * TIMES ? known + TIMES : known) | BODY);
  });
}

function addTerms(text: string, add: (term: string) => void): void {
  let chain = '';
  let links = 0;
  const endChain = () => {
    // Pre-training is found as pretraining too.
    if (links > 1) add(chain.slice(0, 40));
  };
  for (const token of findTokens(toPlain(text))) {
    if (token.kind === 'han') {
      for (const character of charactersOf(token.text)) add(character);
      if (token.text.length > 1) for (const pair of pairsOf(token.text)) add(pair);
      continue;
    }
    if (!token.joined) endChain();
    add(token.text);
    for (const seam of token.seams) add(token.text.slice(seam));
    chain = token.joined ? chain + token.text : token.text;
    links = token.joined ? links + 1 : 1;
  }
  endChain();
}

/** How often the body has a term, from its byte. */
export function timesOf(byte: number): number {
  return byte >> 5;
}

/** A text as phrases are looked for in it: its words, and each character of a run of Han, between single blanks. */
export function toPhrase(text: string): string {
  const pieces = findTokens(toPlain(text)).map(({ kind, text: run }) =>
    kind === 'han' ? charactersOf(run).join(' ') : run,
  );
  return ` ${pieces.join(' ')} `;
}
