/** A letter or digit on either side of a match makes it a part of another word; Chinese has no such sides. */
const WORD = '[\\p{L}\\p{N}]';
const HAN = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
const SPECIAL = /[\\^$.*+?()[\]{}|/]/g;

// A reader who writes `diffusion models` or `LLMs` means one as well; `bus`, `loss` and `analysis` are no plurals.
const PLURAL = /(?<=\p{L}{2}[^suiS])s$/u;

/**
 * The pattern of a keyword: any case, hyphen or blank between its words, and English plurals, also where the keyword is one.
 *
 * @returns '' for what has no word in it.
 */
function toPattern(keyword: string): string {
  const words = keyword
    .split(/[\s\-‐‑–_]+/)
    .filter(Boolean)
    .map((word) => word.replace(SPECIAL, '\\$&'));
  const joined = words.join('[\\s\\-‐‑–_]*');
  if (joined === '' || HAN.test(keyword)) return joined;
  const one = joined.replace(PLURAL, '').replace(/(?<=\p{L}{2}[^aeiou])y$/iu, '(?:y|ie)');
  return `(?<!${WORD})${one}(?:e?s)?(?!${WORD})`;
}

/**
 * What tells whether a text has one of the keywords, as whole words: `GAN` is in “GANs” and in “gan-based”, not in “organ”.
 *
 * @returns null without any keyword.
 */
export function toKeywordTest(keywords: readonly string[]): ((text: string) => boolean) | null {
  const patterns = keywords.map((keyword) => toPattern(keyword.trim())).filter(Boolean);
  if (patterns.length === 0) return null;
  const pattern = new RegExp(patterns.join('|'), 'iu');
  return (text) => pattern.test(text);
}

/** Keywords as a reader writes them: one a line, or with commas of either script between; each once. */
export function parseKeywords(text: string): string[] {
  const keywords = text.split(/[\n,，、;；]+/).map((keyword) => keyword.trim().replace(/\s+/g, ' '));
  return [...new Set(keywords.filter(Boolean))];
}
