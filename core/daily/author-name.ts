import { toPlainLetters } from '../plain-letters';

/** The words of a name, without accents and case: `Kaiming He`, `He, Kaiming` and `K.He` are each two. */
function wordsOf(name: string): string[] {
  return toPlainLetters(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const isInitial = (word: string) => /^\p{Script=Latin}$/u.test(word);
const agree = (one: string, other: string) =>
  one === other || (isInitial(one) && other.startsWith(one)) || (isInitial(other) && one.startsWith(other));

/** Whether each word of the shorter name has its own in the longer one, and at least one is the same, written out. */
function isWithin(short: string[], long: string[]): boolean {
  const left = [...long];
  let whole = 0;
  // Words written out take their own before an initial can.
  const inOrder = short.toSorted((one, other) => Number(isInitial(one)) - Number(isInitial(other)));
  for (const word of inOrder) {
    const same = left.indexOf(word);
    const at = same === -1 ? left.findIndex((other) => agree(word, other)) : same;
    if (at === -1) return false;
    if (same !== -1 && !isInitial(word)) whole++;
    left.splice(at, 1);
  }
  return whole > 0;
}

/**
 * What tells whether a name of a paper's is the author that a reader named: in either order, with or without accents, middle
 * names and hyphens, written out or by initials (`K. He` is `Kaiming He`). One word alone is any author who has it as a name.
 */
export function toAuthorTest(wanted: string): (name: string) => boolean {
  const asked = wordsOf(wanted);
  const joined = asked.join('');
  return (name) => {
    const given = wordsOf(name);
    if (asked.length === 0 || given.length === 0) return false;
    // Ming-Hsuan Yang is Minghsuan Yang.
    if (given.join('') === joined) return true;
    if (asked.length <= given.length) return isWithin(asked, given);
    return given.length > 1 && isWithin(given, asked);
  };
}
