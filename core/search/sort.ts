import type { Columns } from './columns';
import type { Answer } from './evaluate';

export type Order = 'best' | 'newest';

/** The papers for which every condition holds and none of the negated ones, by their numbers, with their scores. */
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
/** More papers than the index can have. */
const RANKS = 2 ** 24;

/** All papers from the oldest on: the number of each, and the place of each number. */
interface Ages {
  docs: Uint32Array;
  places: Uint32Array;
}

const ages = new WeakMap<Columns, Ages>();

/** By day, then by id; a hundred thousand are sorted digit by digit in a few milliseconds, once. */
function agesOf(columns: Columns): Ages {
  const known = ages.get(columns);
  if (known) return known;
  const { size, ids, days } = columns;
  let docs: Uint32Array = Uint32Array.from({ length: size }, (_, doc) => doc);
  for (const digit of [
    (doc: number) => (ids[doc] ?? 0) & 0xffff,
    (doc: number) => (ids[doc] ?? 0) >>> 16,
    (doc: number) => days[doc] ?? 0,
  ]) {
    docs = sortByDigit(docs, digit);
  }
  const places = new Uint32Array(size);
  for (const [place, doc] of docs.entries()) places[doc] = place;
  const sorted = { docs, places };
  ages.set(columns, sorted);
  return sorted;
}

/** Those of one digit stay in the order in which they were. */
function sortByDigit(docs: Uint32Array, digit: (doc: number) => number): Uint32Array {
  const ends = new Uint32Array(0x10001);
  for (const doc of docs) ends[digit(doc) + 1] = (ends[digit(doc) + 1] ?? 0) + 1;
  for (let value = 1; value < ends.length; value++) ends[value] = (ends[value] ?? 0) + (ends[value - 1] ?? 0);
  const sorted = new Uint32Array(docs.length);
  for (const doc of docs) {
    const value = digit(doc);
    const place = ends[value] ?? 0;
    sorted[place] = doc;
    ends[value] = place + 1;
  }
  return sorted;
}

/** The first papers in order, by their numbers. Sorted as plain numbers: however many there are, it takes a few milliseconds. */
export function firstDocs(
  columns: Columns,
  { docs, scores }: { docs: Uint32Array; scores: Float32Array },
  order: Order,
  wanted: number,
): number[] {
  const { docs: byAge, places } = agesOf(columns);
  const scoreOf = (doc: number) => (order === 'best' ? Math.round((scores[doc] ?? 0) / FINEST) : 0);
  const keys = new Float64Array(docs.length);
  for (const [index, doc] of docs.entries()) keys[index] = scoreOf(doc) * RANKS + (places[doc] ?? 0);
  keys.sort();
  const first = keys.subarray(Math.max(0, keys.length - wanted)).toReversed();
  return Array.from(first, (key) => byAge[key % RANKS] ?? 0);
}
