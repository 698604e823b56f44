import { HEAD_WORDS, STOP_WORDS } from './stop-words';

export interface Term {
  /** Lower case, singular, hyphens as blanks: what is the same for two ways of writing it. */
  key: string;
  /** As it stands in the text. */
  written: string;
}

/** What is no prose: formulas, addresses, TeX commands. It parts the words around it. */
const OPAQUE = /\$[^$]{0,400}\$|(?:https?:\/\/|www\.)\S+|\\[a-zA-Z]+/g;
/** A stop, a bracket, or a blank; hyphens belong to words. */
const BREAK = /[^\p{L}\p{N}\s\-‐‑–'’+]+/u;
const VERBAL = /(?:ly|[^v].ed)$/; // adverbs and participles, but not (un)supervised

function toSingular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2);
  return /[^suix]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

function toKey(word: string): string {
  return toSingular(word.toLowerCase().replace(/[‐‑–]/g, '-'));
}

/** What is the same for two ways of writing a keyword: `World-Models` and `world model`. */
export function keyOfWords(words: string): string {
  return words
    .split(/[\s\-‐‑–]+/)
    .filter(Boolean)
    .map(toKey)
    .join(' ');
}

function isContent(key: string): boolean {
  if (key.length < 2 || /^[\d\-+]+$/.test(key) || STOP_WORDS.has(key)) return false;
  return key.includes('-') || !VERBAL.test(key) || key.length < 5;
}

/** Adjectives, which say something only before another word; a few nouns look like them. */
const ADJECTIVE = /(?:al|ive|ic|ous|able|ible|based|grained|ient)$/;
const NOUNS = new Set([
  'signal',
  'retrieval',
  'removal',
  'survival',
  'proposal',
  'capital',
  'traffic',
  'music',
  'gradient',
  'patient',
]);

/** The words of a text in runs that no stop and no small word parts. */
function runsOf(text: string): Term[][] {
  const runs: Term[][] = [];
  for (const piece of text.replace(OPAQUE, ' . ').split(BREAK)) {
    let run: Term[] = [];
    for (const word of piece.split(/\s+/)) {
      const written = word.replace(/^[-‐‑–'’+]+|[-‐‑–'’]+$|['’]s$/gu, '');
      const key = toKey(written);
      // Chinese has no blanks between its words, so that a run of it is no term.
      if (isContent(key) && !/\p{sc=Han}/u.test(key)) run.push({ key, written });
      else if (run.length > 0) {
        runs.push(run);
        run = [];
      }
    }
    if (run.length > 0) runs.push(run);
  }
  return runs;
}

/**
 * The terms of a text, of one up to `longest` words in a row, each once by its key. Small words and those of every paper
 * (`method`, `propose`) are in none; words such as `model` only end one.
 */
export function termsOf(text: string, longest: number): Map<string, string> {
  const terms = new Map<string, string>();
  for (const run of runsOf(text)) {
    for (let start = 0; start < run.length; start++) {
      for (let end = start + 1; end <= Math.min(run.length, start + longest); end++) {
        const words = run.slice(start, end);
        if (HEAD_WORDS.has(words[0]?.key ?? '')) break;
        const alone = words.length === 1 ? (words[0]?.key ?? '') : '';
        if (ADJECTIVE.test(alone) && !NOUNS.has(alone)) continue;
        const key = words.map((word) => word.key.replaceAll('-', ' ')).join(' ');
        if (!terms.has(key)) terms.set(key, words.map((word) => word.written).join(' '));
      }
    }
  }
  return terms;
}
