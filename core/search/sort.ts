import type { Columns } from './columns';
import type { Answer } from './evaluate';

export type Order = 'best' | 'newest';

/** Papers that were found, by their numbers. */
export interface FoundDocs {
  docs: Uint32Array;
  /** By number, right for those that were found; null: all are as good. */
  scores: Float32Array | null;
}

interface Condition {
  answer: Answer;
  negated: boolean;
}

/** The papers for which every condition holds and none of the negated ones. */
function docsOf({ alive, size }: Columns, conditions: readonly Condition[]): Uint32Array {
  const [first, second] = conditions;
  // Mostly it is a single one, and nothing is dead: what can be left out is, for the code of a page that was just opened is slow.
  if (first && !second && !first.negated && first.answer.docs && !alive.includes(0)) return first.answer.docs;
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
  return docs.subarray(0, count);
}

/** The papers for which every condition holds and none of the negated ones, in no order. */
export function findDocs(columns: Columns, conditions: readonly Condition[]): FoundDocs {
  const docs = docsOf(columns, conditions);
  const [first, ...others] = conditions.flatMap(({ answer, negated }) => (negated ? [] : (answer.scores ?? [])));
  if (!first || others.length === 0) return { docs, scores: first ?? null };
  const scores = Float32Array.from(first);
  for (const other of others) for (const doc of docs) scores[doc] = (scores[doc] ?? 0) + (other[doc] ?? 0);
  return { docs, scores };
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
    const score = order === 'best' && scores ? Math.round((scores[doc] ?? 0) / FINEST) : 0;
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
