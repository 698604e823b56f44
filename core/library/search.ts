import { foldText } from '../search/fold';

/** The words of what was typed: all of them must occur. Folded, each once, in the order typed. */
export function parseQuery(typed: string): string[] {
  return [...new Set(foldText(typed).split(/\s+/u).filter(Boolean))];
}

/**
 * What a paper can be found by, folded once. TeX's marks are left out of a second copy, so that `G2VLM` finds `G$^2$VLM`.
 * The parts are kept apart by line ends, which no word holds.
 */
export function toHaystack(parts: readonly string[]): string {
  const folded = foldText(parts.join('\n'));
  return /[$\\^_{}]/.test(folded) ? `${folded}\n${folded.replaceAll(/[$\\^_{}]/g, '')}` : folded;
}

/** Whether every word occurs; no word at all matches everything. */
export function matchesAll(haystack: string, words: readonly string[]): boolean {
  return words.every((word) => haystack.includes(word));
}
