/** How many letters may be wrong in a word of this length: one from five letters on, two from nine. */
export function allowedTypos(word: string): number {
  if (!/^[a-z]+$/.test(word) || word.length < 5) return 0;
  return word.length < 9 ? 1 : 2;
}

/**
 * How many letters are wrong, missing, too many or exchanged with their neighbour, where a word is taken for another one or for
 * its beginning: whoever is still typing has not come further.
 *
 * @returns more than `most` when there are more, no matter how many.
 */
export function countTypos(typed: string, word: string, most: number): number {
  if (word.length < typed.length - most) return most + 1;
  // Letters of the word beyond this cannot matter.
  const width = Math.min(word.length, typed.length + most);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row++) {
    const next = [row];
    let least = row;
    for (let at = 1; at <= width; at++) {
      const isSame = typed.charCodeAt(row - 1) === word.charCodeAt(at - 1);
      let cost = Math.min((last[at - 1] ?? 0) + (isSame ? 0 : 1), (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
      const isExchanged =
        row > 1 &&
        at > 1 &&
        typed.charCodeAt(row - 1) === word.charCodeAt(at - 2) &&
        typed.charCodeAt(row - 2) === word.charCodeAt(at - 1);
      if (isExchanged) cost = Math.min(cost, (before[at - 2] ?? 0) + 1);
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = last;
    last = next;
  }
  return Math.min(...last);
}

/** So many words are taken in the place of a misspelt one, at the most. */
const MOST_WORDS = 16;

/** All words that may be meant, with the letters of each as bits. */
export interface Vocabulary {
  words: readonly string[];
  letters: Int32Array;
}

export function toVocabulary(words: readonly string[]): Vocabulary {
  return { words, letters: Int32Array.from(words, lettersOf) };
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters;
}

/** Whether more letters are missing than may: each costs a typo of its own, and most words are told apart by that. */
function lacks(missing: number, most: number): boolean {
  let left = missing;
  for (let count = 0; count < most && left !== 0; count++) left &= left - 1;
  return left !== 0;
}

/** Those of the words that what was typed may have been meant for, the nearest first. */
export function findMeant(typed: string, { words, letters }: Vocabulary): string[] {
  const most = allowedTypos(typed);
  if (most === 0) return [];
  const wanted = lettersOf(typed);
  const found: { word: string; typos: number }[] = [];
  for (const [index, word] of words.entries()) {
    if (lacks(wanted & ~(letters[index] ?? 0), most)) continue;
    const typos = countTypos(typed, word, most);
    if (typos <= most) found.push({ word, typos });
  }
  return found
    .toSorted((one, other) => one.typos - other.typos || one.word.length - other.word.length)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}
