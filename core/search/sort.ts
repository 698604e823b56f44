import type { Columns } from './columns';
import type { Answer } from './evaluate';

export type Order = 'best' | 'newest';

/** Papers that were found, by their numbers, and the score of each. */
export interface FoundDocs {
  docs: Uint32Array;
  scores: Float32Array;
}

/** The papers for which every condition holds and none of the negated ones, in no order. */
export function findDocs(columns: Columns, conditions: readonly { answer: Answer; negated: boolean }[]): FoundDocs {
  const { alive, size } = columns;
  const wanted = conditions.flatMap(({ answer, negated }) => (negated ? [] : answer.mask));
  const unwanted = conditions.flatMap(({ answer, negated }) => (negated ? answer.mask : []));
  const fewest = conditions
    .flatMap(({ answer, negated }) => (negated || answer.docs === null ? [] : [answer.docs]))
    .reduce<Uint32Array | null>((least, docs) => (least && least.length <= docs.length ? least : docs), null);
  const length = fewest?.length ?? size;
  const docs = new Uint32Array(length);
  let count = 0;
  for (let index = 0; index < length; index++) {
    const doc = fewest ? (fewest[index] ?? 0) : index;
    if (alive[doc] !== 1) continue;
    let holds = true;
    for (const mask of wanted) holds &&= mask[doc] !== 0;
    for (const mask of unwanted) holds &&= mask[doc] === 0;
    if (holds) docs[count++] = doc;
  }
  const scores = new Float32Array(count);
  for (const { answer, negated } of conditions) {
    const ofText = negated ? null : answer.scores;
    if (!ofText) continue;
    for (let index = 0; index < count; index++) {
      scores[index] = (scores[index] ?? 0) + (ofText[docs[index] ?? 0] ?? 0);
    }
  }
  return { docs: docs.subarray(0, count), scores };
}

/** Scores nearer to each other than this are the same, and the newer paper comes first. */
const FINEST = 1 / 64;
const DAYS = 2 ** 16;

/** The first papers in order, by their numbers: of those that score the same the newest day, then the latest id. */
export function firstDocs(
  { size, ids, days }: Columns,
  { docs, scores }: FoundDocs,
  order: Order,
  wanted: number,
): number[] {
  // As plain numbers, which are sorted in a few milliseconds however many there are.
  const keys = new Float64Array(docs.length);
  for (let index = 0; index < docs.length; index++) {
    const doc = docs[index] ?? 0;
    const score = order === 'best' ? Math.round((scores[index] ?? 0) / FINEST) : 0;
    keys[index] = (score * DAYS + (days[doc] ?? 0)) * size + doc;
  }
  keys.sort();
  const first: number[] = [];
  for (let end = keys.length; end > 0 && first.length < wanted;) {
    // Those of one score and day stand together, in no order yet.
    const rank = Math.floor((keys[end - 1] ?? 0) / size);
    let start = end;
    while (start > 0 && Math.floor((keys[start - 1] ?? 0) / size) === rank) start -= 1;
    const same = Array.from(keys.subarray(start, end), (key) => key % size);
    same.sort((one, other) => (ids[other] ?? 0) - (ids[one] ?? 0) || other - one);
    for (const doc of same) first.push(doc);
    end = start;
  }
  return first.slice(0, wanted);
}
