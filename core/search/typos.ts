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

/** The pieces of a word, as many as may be, none of them longer than the first. */
function cut(word: string, count: number): { piece: string; at: number }[] {
  const bounds = Array.from({ length: count + 1 }, (_, index) => Math.ceil((word.length * index) / count));
  return bounds.slice(1).map((end, index) => ({ piece: word.slice(bounds[index], end), at: bounds[index] ?? 0 }));
}

/** With the letters on both sides of this place exchanged. */
function exchange(word: string, at: number): string {
  return word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1);
}

/**
 * What finds the lines that a misspelt word may have been meant for, and some more: a browser goes through a text by such a pattern
 * far quicker than a script through its words. A typo spoils one piece of the word, and of one piece more than there may be typos one
 * is left, not far from its place. Only letters exchanged across the bounds of two pieces spoil both: where they may leave none,
 * they are looked for as they would then stand there.
 *
 * @param typed of small letters alone.
 */
function candidates(typed: string, most: number): RegExp {
  const pieces = cut(typed, most + 1);
  const near = (piece: string, at: number) => `.{${Math.max(0, at - most)},${at + most}}${piece}`;
  const bounds = pieces.slice(1).map(({ at }) => at);
  const exchanged = bounds.map((at) => exchange(typed, at));
  const ways = [
    ...pieces.map(({ piece, at }) => near(piece, at)),
    // What is left of the two pieces when the other typo has spoiled the third.
    ...exchanged.flatMap((word, index) => {
      const from = pieces[index]?.at ?? 0;
      return near(word.slice(from, pieces[index + 2]?.at ?? word.length), from);
    }),
    ...(bounds.length > 1 ? [bounds.reduce(exchange, typed)] : []),
  ];
  return new RegExp(`^(?:${ways.join('|')}).*`, 'gm');
}

/**
 * Words that what was typed may have been meant for, the nearest first.
 *
 * @param texts all words that there are, a line each; the same one may stand in several.
 */
export function findMeant(typed: string, texts: readonly string[]): string[] {
  const most = allowedTypos(typed);
  if (most === 0) return [];
  const wanted = lettersOf(typed);
  const pattern = candidates(typed, most);
  const known = new Set<string>();
  const found: { word: string; typos: number }[] = [];
  for (const text of texts) {
    for (const [line] of text.matchAll(pattern)) {
      if (lacks(wanted & ~lettersOf(line), most) || known.has(line)) continue;
      known.add(line);
      const typos = countTypos(typed, line, most);
      if (typos <= most) found.push({ word: line, typos });
    }
  }
  return found
    .toSorted((one, other) => one.typos - other.typos || one.word.length - other.word.length)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}
