import type { OwnSegment } from './state';

/** Edits of one file, and about how long they may be in all: less than the megabyte that nginx takes where nobody told it otherwise. */
export const MOST_EDITS = 3_000;
export const MOST_CHARACTERS = 400_000;
/** A file is put together with what comes as long as that is more than so much of it. */
const SHARE = 4;

/**
 * Which of a device's files are written anew together with so many edits that none carries yet: so that there are always few, and
 * little is written twice. They are kept newest last; `live` is how many edits of each still count.
 */
export function absorbable(
  segments: readonly OwnSegment[],
  live: ReadonlyMap<number, number>,
  unsent: number,
): number[] {
  const absorbed: number[] = [];
  let size = unsent;
  let length = 0;
  for (const { number, edits, bytes } of segments.toReversed()) {
    const count = live.get(number) ?? 0;
    // Most of it is old: what is left of it is little.
    const isWorn = count * 2 <= edits;
    if (size + count > MOST_EDITS || length + bytes > MOST_CHARACTERS / 2 || (!isWorn && count > SHARE * size))
      continue;
    absorbed.push(number);
    size += count;
    length += bytes;
  }
  return absorbed;
}
