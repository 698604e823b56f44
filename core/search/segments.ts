/** A part of the index that is never changed, only merged with its neighbours. `from` and `to` are papers' numbers. */
export interface Segment {
  id: number;
  from: number;
  /** Not included. */
  to: number;
  postings: number;
  /** Papers that were in the index when it was written. */
  docs: number;
}

/** So many neighbours of one size are merged. */
const MERGED_AT_ONCE = 6;
const SMALLEST_POSTINGS = 20_000;

function levelOf({ postings }: Segment): number {
  return Math.max(0, Math.ceil(Math.log(postings / SMALLEST_POSTINGS) / Math.log(MERGED_AT_ONCE)));
}

/**
 * Which neighbours are to be merged next, so that a term never stands in many segments; the smallest first. All of them, when
 * most of what they hold is of papers that changed since.
 *
 * @param segments in the order of their papers' numbers.
 */
export function findMerge(segments: readonly Segment[], aliveDocs: number): Segment[] | null {
  const levels = segments.map(levelOf);
  for (const level of [...new Set(levels)].toSorted((one, other) => one - other)) {
    let start = 0;
    for (let at = 0; at <= segments.length; at++) {
      if (at < segments.length && (levels[at] ?? 0) <= level) continue;
      // The smaller ones between them go along.
      if (levels.slice(start, at).filter((one) => one === level).length >= MERGED_AT_ONCE)
        return segments.slice(start, at);
      start = at + 1;
    }
  }
  const held = segments.reduce((sum, { docs }) => sum + docs, 0);
  return held > 2 * aliveDocs + 1_000 ? [...segments] : null;
}
