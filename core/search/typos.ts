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
const MOST_WORDS = 50;

/** Those of the words that what was typed may have been meant for, the nearest first. */
export function findMeant(typed: string, words: Iterable<string>): string[] {
  const most = allowedTypos(typed);
  if (most === 0) return [];
  const found: { word: string; typos: number }[] = [];
  for (const word of words) {
    const typos = countTypos(typed, word, most);
    if (typos <= most) found.push({ word, typos });
  }
  return found
    .toSorted((one, other) => one.typos - other.typos || one.word.length - other.word.length)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}
