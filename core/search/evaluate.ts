import type { Wanted } from './query';
import type { Stretch } from './pages';
import { eachPosting } from './postings';
import { ANYWHERE, AUTHOR, BODY, GIST, OWN, TITLE, timesOf } from './terms';

/** A condition's answer for every paper by its number in the index. */
export interface Answer {
  /** Not 0 where it holds; of texts the fields in which it does. */
  mask: Uint8Array;
  /** How well, where it holds; null for what holds or does not. */
  scores: Float32Array | null;
  /** The numbers for which it holds, each once, in no order; null where they were not gathered. */
  docs: Uint32Array | null;
}

/** A term that was looked up: what stands there, and whether as the whole word that was typed. */
export interface Found {
  stretches: readonly Stretch[];
  /** Words that only begin with what was typed, or are only like it, count for less. */
  weight: number;
}

/** What a term is worth by the byte of its posting: a title's more than a gist's, a text's more the oftener it stands there. */
const WORTH = Float32Array.from({ length: 256 }, (_, byte) => {
  const times = timesOf(byte);
  const field = (bit: number, worth: number) => ((byte & bit) !== 0 ? worth : 0);
  return field(TITLE, 6) + field(GIST, 3) + field(AUTHOR | OWN, 2) + field(BODY, 0.3) + times / (times + 2);
});

/** How many of the papers a term tells apart from the rest. */
function rarity(papers: number, having: number): number {
  return Math.log(1 + (papers - having + 0.5) / (having + 0.5));
}

/** The answer to a condition on texts. */
type TextHits = Answer & { scores: Float32Array; docs: Uint32Array };

/** What one term says of the papers that have it. */
interface TermHits {
  /** Their numbers, each once. */
  docs: Uint32Array;
  /** By number: in which fields, and what that is worth. */
  bits: Uint8Array;
  worth: Float32Array;
}

function hitsOf(found: readonly Found[], size: number): TermHits {
  const bits = new Uint8Array(size);
  const worth = new Float32Array(size);
  const docs = new Uint32Array(size);
  let having = 0;
  for (const { stretches, weight } of found) {
    for (const { data, from, to } of stretches) {
      eachPosting(data, from, to, (doc, byte) => {
        if (doc >= size) return;
        const known = bits[doc] ?? 0;
        if (known === 0) docs[having++] = doc;
        bits[doc] = known | (byte & ANYWHERE);
        const value = (WORTH[byte] ?? 0) * weight;
        if (value > (worth[doc] ?? 0)) worth[doc] = value;
      });
    }
  }
  return { docs: docs.subarray(0, having), bits, worth };
}

/**
 * Where all terms of one way stand in the same field. Answers are dense arrays, since a beginning of a word may stand in most
 * papers; but only what the first term has is gone through, for the code of a page that was just opened is slow.
 *
 * @param papers how many papers can be found at all
 */
function answerWay(terms: readonly (readonly Found[])[], size: number, papers: number, fields: number): TextHits {
  const mask = new Uint8Array(size);
  const scores = new Float32Array(size);
  let left: Uint32Array | null = null;
  for (const found of terms) {
    const { docs, bits, worth } = hitsOf(found, size);
    const rare = rarity(papers, Math.min(docs.length, papers));
    const before: Uint32Array = left ?? docs;
    const both = new Uint32Array(before.length);
    let count = 0;
    for (let index = 0; index < before.length; index++) {
      const doc = before[index] ?? 0;
      const bit = (left === null ? fields : (mask[doc] ?? 0)) & (bits[doc] ?? 0);
      mask[doc] = bit;
      if (bit === 0) continue;
      scores[doc] = (scores[doc] ?? 0) + (worth[doc] ?? 0) * rare;
      both[count++] = doc;
    }
    left = both.subarray(0, count);
  }
  return { mask, scores, docs: left ?? new Uint32Array() };
}

/** The answer to a condition on texts: any of its ways. */
export function answerText(
  ways: readonly (readonly (readonly Found[])[])[],
  size: number,
  papers: number,
  fields: number,
): TextHits {
  const [first, ...others] = ways.map((way) => answerWay(way, size, papers, fields));
  if (!first) return { mask: new Uint8Array(size), scores: new Float32Array(size), docs: new Uint32Array() };
  if (others.length === 0) return first;
  const { mask, scores } = first;
  const docs = Array.from(first.docs);
  for (const answer of others) {
    for (const doc of answer.docs) {
      const score = answer.scores[doc] ?? 0;
      const isNew = mask[doc] === 0;
      if (isNew) docs.push(doc);
      // What was left behind by a term that stood there alone counts for nothing.
      if (isNew || score > (scores[doc] ?? 0)) scores[doc] = score;
      mask[doc] = (mask[doc] ?? 0) | (answer.mask[doc] ?? 0);
    }
  }
  return { mask, scores, docs: Uint32Array.from(docs) };
}

/** How much a word counts that only begins with what was typed, and one that is only like it. */
export const BEGUN = 0.6;
export const MEANT = 0.3;

/** Whether an answer holds for no paper that can be found. */
export function isEmpty({ mask }: Answer, alive: Uint8Array): boolean {
  for (let doc = 0; doc < mask.length; doc++) if (mask[doc] !== 0 && alive[doc] === 1) return false;
  return true;
}

/** The word of a condition that may be misspelt: its only term, typed without quotation marks; null for any other. */
export function misspelt(ways: readonly (readonly Wanted[])[]): string | null {
  const [way, other] = ways;
  const [term, next] = way ?? [];
  return term?.prefix && !next && !other ? term.text : null;
}
