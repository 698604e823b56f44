import { toLower } from './fold';

/** One run of letters in a plain text (`toPlain`); `from` and `to` are places in it. */
export interface Token {
  /** Han and kana are written without spaces; a word is one of any other script, or a number. */
  kind: 'han' | 'word';
  /** In lower case. */
  text: string;
  from: number;
  to: number;
  /** Where in the word a name goes on: in ImageNet before Net, in G2VLM before VLM. */
  seams: number[];
  /** True where a hyphen joins it to the word before. */
  joined: boolean;
}

const HAN = String.raw`\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\u{20000}-\u{3ffff}`;
// 2512.23705v2 is one token, its version left out; so is 92.4.
const NUMBER = String.raw`(\d+(?:\.\d+)+)(?:[vV]\d*(?![\p{L}\p{N}]))?`;
const TOKEN = new RegExp(String.raw`${NUMBER}|([${HAN}]+)|((?:(?![${HAN}])[\p{L}\p{N}])+)`, 'gu');
const SEAM = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{N})(?=\p{L})/gu;
const HYPHEN = /^[-\u2010]$/;
/** Longer runs are no words; what is behind this many letters is not searched. */
const LONGEST = 40;

/** The tokens of a plain text, in order. */
export function findTokens(plain: string): Token[] {
  const tokens: Token[] = [];
  let end = -1;
  for (const found of plain.matchAll(TOKEN)) {
    const [whole, number, han, word = ''] = found;
    const from = found.index;
    const raw = number ?? han ?? word;
    tokens.push({
      kind: han === undefined ? 'word' : 'han',
      text: toLower(han ?? raw.slice(0, LONGEST)),
      from,
      to: from + raw.length,
      seams: word === '' ? [] : seamsOf(word),
      joined: word !== '' && from - end === 1 && HYPHEN.test(plain.charAt(end)) && tokens.at(-1)?.kind === 'word',
    });
    end = from + whole.length;
  }
  return tokens;
}

function seamsOf(word: string): number[] {
  // Most words have none, and looking for one takes longer than telling so.
  if (!/\p{Ll}\p{Lu}|\p{N}\p{L}/u.test(word)) return [];
  return [...word.matchAll(SEAM)].map((seam) => seam.index).filter((at) => word.length - at >= 2 && at < LONGEST);
}

/** The characters of a run of Han. */
export function charactersOf(run: string): string[] {
  return Array.from(run);
}

/** Neighbouring characters, two at a time; a lone one by itself. */
export function pairsOf(run: string): string[] {
  const characters = charactersOf(run);
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
