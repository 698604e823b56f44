import * as z from 'zod/mini';
import { AppError } from '../errors';
import { parseKeywords } from '../keywords';

const wordsSchema = z.optional(z.array(z.string()));
/** Strict, so that a misspelt field is said to be one rather than left out in silence. */
const interestsSchema = z.strictObject({
  primary: wordsSchema,
  secondary: wordsSchema,
  excluded: wordsSchema,
  authors: wordsSchema,
});

/** What a reader wants to see of a day. Each list in the reader's order, each word once. */
export interface Interests {
  primary: string[];
  secondary: string[];
  excluded: string[];
  authors: string[];
}

export const NO_INTERESTS: Interests = { primary: [], secondary: [], excluded: [], authors: [] };

/** Whether a reader has said what they look for; who only excludes has not. */
export function hasWishes({ primary, secondary, authors }: Interests): boolean {
  return primary.length + secondary.length + authors.length > 0;
}

const SIGNS: Record<string, keyof Interests> = {
  '+': 'primary',
  '＋': 'primary',
  '~': 'secondary',
  '～': 'secondary',
  '-': 'excluded',
  '－': 'excluded',
  '–': 'excluded',
  '−': 'excluded',
  '@': 'authors',
  '＠': 'authors',
};

/** A comma stands between names, and within one as well: `Kaiming He, Ross Girshick` are two, `He, Kaiming` is one. */
function parseNames(text: string): string[] {
  return text
    .split(/[\n，、;；]+/)
    .flatMap((names) => {
      const parts = names.split(',').map((part) => part.trim());
      return parts.every((part) => part === '' || /\s|\p{sc=Han}/u.test(part)) ? parts : [names];
    })
    .map((name) => name.trim().replace(/\s+/g, ' '))
    .filter((name) => /\p{L}/u.test(name));
}

function once(words: string[]): string[] {
  const seen = new Map<string, string>();
  for (const word of words) {
    const key = word.toLowerCase();
    if (!seen.has(key)) seen.set(key, word);
  }
  return [...seen.values()];
}

/**
 * Interests of lists whose parts may be whole fields as they were typed, several words in each: each word once, whatever its
 * case; what is primary is not secondary as well.
 */
export function tidyInterests(given: Interests): Interests {
  const primary = once(given.primary.flatMap(parseKeywords));
  const known = new Set(primary.map((word) => word.toLowerCase()));
  const secondary = given.secondary.flatMap(parseKeywords).filter((word) => !known.has(word.toLowerCase()));
  return {
    primary,
    secondary: once(secondary),
    excluded: once(given.excluded.flatMap(parseKeywords)),
    authors: once(given.authors.flatMap(parseNames)),
  };
}

function parseLines(text: string): Interests {
  const found: Interests = { primary: [], secondary: [], excluded: [], authors: [] };
  for (const line of text.split(/\r\n?|\n/)) {
    const words = line.trim();
    if (words === '' || /^[#＃]/.test(words)) continue;
    const kind = SIGNS[words[0] ?? ''];
    found[kind ?? 'secondary'].push(kind ? words.slice(1) : words);
  }
  return found;
}

function readJson(text: string): Interests {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError('bad-json', 'the interests are no whole JSON', { cause, line: 1 });
  }
  const parsed = z.safeParse(interestsSchema, value);
  if (!parsed.success)
    throw new AppError('bad-record', 'the JSON holds no interests', { cause: parsed.error, line: 1 });
  return { ...NO_INTERESTS, ...parsed.data };
}

/**
 * Reads a file of interests. Plain text has one a line, or several with commas between:
 *
 *     # what I look for
 *     + world model        primary: counts half as much again
 *     point cloud, SLAM    secondary; also with ~ before it
 *     - medical            excluded
 *     @ Kaiming He         a preferred author; He, Kaiming and K. He are read as well
 *
 * (without the explanations behind the words). JSON has the shape of `Interests`, each list optional.
 *
 * @throws AppError `bad-json` or `bad-record` for JSON that is none or has another shape; plain text is never wrong.
 */
export function parseInterests(text: string): Interests {
  const plain = text.replace(/^\ufeff/, '');
  return tidyInterests(/^\s*[{[]/.test(plain) ? readJson(plain) : parseLines(plain));
}

/** Interests as plain text, which `parseInterests` reads as the same. */
export function formatInterests({ primary, secondary, excluded, authors }: Interests): string {
  const lines = [
    ...primary.map((word) => `+ ${word}`),
    // A word that begins as another line would, `#hashtag` or `{x}`, shows what it is.
    ...secondary.map((word) => (/^[\p{L}\p{N}]/u.test(word) ? word : `~ ${word}`)),
    ...excluded.map((word) => `- ${word}`),
    ...authors.map((name) => `@ ${name}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
