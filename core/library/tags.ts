import { cleanText } from '../render/allowed';

/** A tag with how many saved papers carry it. */
export interface TagCount {
  tag: string;
  count: number;
}

/** What becomes of one paper's tags: told as a change, for others may change them at the same time. */
export interface TagEdit {
  add: string[];
  remove: string[];
}

/** A tag can be read at a glance. */
export const LONGEST_TAG = 60;
const MOST_SUGGESTED = 8;

/** A tag as tags are compared: without case, accents and full-width forms. Signs count, unlike in a search: a_b is not ab. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A tag as it is kept: in one line, without the sign that marks it; '' for none. */
export function toTag(text: string): string {
  const line = cleanText(text)
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^#+\s*/, '');
  return Array.from(line).slice(0, LONGEST_TAG).join('').trim();
}

/** The tags in what was typed: commas and semicolons divide them. One that is known but for case or width is the known one. */
export function readTags(typed: string, known: readonly TagCount[]): string[] {
  const spelling = new Map(known.toReversed().map(({ tag }) => [fold(tag), tag]));
  const tags = typed.split(/[,，;；\n]/).map(toTag);
  return [...new Set(tags.filter((tag) => tag !== '').map((tag) => spelling.get(fold(tag)) ?? tag))];
}

/** How well a tag answers what was typed: it begins so, a word of it does, it holds it; null where it does none of these. */
function rankOf(tag: string, typed: string): number | null {
  const folded = fold(tag);
  if (folded.startsWith(typed)) return 0;
  const at = folded.indexOf(typed);
  if (at < 0) return null;
  return /[\s/_.-]/.test(folded[at - 1] ?? '') ? 1 : 2;
}

/**
 * Known tags for what was typed, the best first and of equals the most used; with nothing typed, the most used. What the paper
 * has already is left out.
 *
 * @param known the most used first.
 */
export function suggestTags(typed: string, known: readonly TagCount[], taken: readonly string[]): TagCount[] {
  const wanted = fold(toTag(typed));
  const isTaken = new Set(taken);
  return known
    .flatMap((each, place) => {
      const rank = isTaken.has(each.tag) ? null : rankOf(each.tag, wanted);
      return rank === null ? [] : [{ each, rank, place }];
    })
    .toSorted((one, other) => one.rank - other.rank || one.place - other.place)
    .slice(0, MOST_SUGGESTED)
    .map(({ each }) => each);
}

/** Tags of a paper after one was renamed: in its place, and once where the paper has the other already. `to` null takes it off. */
export function renamedIn(tags: readonly string[], from: string, to: string | null): string[] {
  const renamed = tags.flatMap((tag) => (tag === from ? (to === null ? [] : [to]) : [tag]));
  return [...new Set(renamed)];
}
