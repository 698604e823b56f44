import type { Answer } from './evaluate';
import { type Columns, idOf } from './columns';

export type Order = 'best' | 'newest';

/** The papers for which every condition holds and none of the negated ones, by their numbers; none is in no order. */
export function findDocs(
  columns: Columns,
  conditions: readonly { answer: Answer; negated: boolean }[],
): { docs: Uint32Array; scores: Float32Array } {
  const left = columns.alive.slice();
  const scores = new Float32Array(columns.size);
  for (const { answer, negated } of conditions) {
    const { mask } = answer;
    const ofText = negated ? null : answer.scores;
    for (let doc = 0; doc < left.length; doc++) {
      if ((mask[doc] === 0) !== negated) left[doc] = 0;
      else if (ofText) scores[doc] = (scores[doc] ?? 0) + (ofText[doc] ?? 0);
    }
  }
  const docs = new Uint32Array(left.length);
  let count = 0;
  for (let doc = 0; doc < left.length; doc++) if (left[doc] === 1) docs[count++] = doc;
  return { docs: docs.subarray(0, count), scores };
}

/** Scores nearer to each other than this are the same, and the newer paper comes first. */
const FINEST = 1 / 64;

/**
 * The first papers in order, by their numbers. Of a hundred thousand only those that are wanted are compared with each other.
 */
export function firstDocs(
  columns: Columns,
  found: { docs: Uint32Array; scores: Float32Array },
  order: Order,
  wanted: number,
): number[] {
  const { docs, scores } = found;
  const { ids, days } = columns;
  const keyOf = (doc: number) =>
    (order === 'best' ? Math.round((scores[doc] ?? 0) / FINEST) : 0) * 0x10000 + (days[doc] ?? 0);
  const compare = (one: number, other: number) =>
    keyOf(other) - keyOf(one) ||
    (ids[other] ?? 0) - (ids[one] ?? 0) ||
    (idOf(columns, one) < idOf(columns, other) ? 1 : -1);
  if (docs.length <= wanted) return Array.from(docs).toSorted(compare);
  const keys = Float64Array.from(docs, keyOf).toSorted();
  const least = keys[Math.max(0, keys.length - wanted)] ?? 0;
  return Array.from(docs.filter((doc) => keyOf(doc) >= least))
    .toSorted(compare)
    .slice(0, wanted);
}
