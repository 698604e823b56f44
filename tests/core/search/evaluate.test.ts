import { expect, test } from 'vitest';
import { answerText, type Found } from '@/core/search/evaluate';
import { packPostings, toPosting } from '@/core/search/postings';
import { ANYWHERE, BODY, TITLE } from '@/core/search/terms';

/** A term that stands in these papers, each in a field. */
function term(docs: readonly (readonly [doc: number, field: number])[], weight = 1): Found[] {
  const data = packPostings(docs.map(([doc, field]) => toPosting(doc, field)));
  return [{ stretches: [{ term: '', data, from: 0, to: data.length }], weight }];
}

const SIZE = 8;
const answer = (ways: Found[][][], fields = ANYWHERE) => answerText(ways, SIZE, SIZE, fields);
const holding = ({ mask }: ReturnType<typeof answer>) => [...mask.keys()].filter((doc) => mask[doc] !== 0);
const [PRE, TRAINING] = [
  term([
    [0, TITLE],
    [1, TITLE],
    [2, BODY],
  ]),
  term([
    [0, TITLE],
    [2, TITLE],
    [3, TITLE],
  ]),
];
const PRETRAINING = term([
  [0, BODY],
  [1, TITLE],
  [5, TITLE],
]);

test('holds where all terms of a way stand in one field', () => {
  const both = answer([[PRE, TRAINING]]);
  expect(holding(both)).toEqual([0]);
  expect([...both.docs]).toEqual([0]);
  expect(holding(answer([[PRE, TRAINING]], BODY))).toEqual([]);
  expect(holding(answer([[PRE]], BODY))).toEqual([2]);
});

test('holds where any of the ways does, and names each paper once', () => {
  const either = answer([[PRE, TRAINING], [PRETRAINING]]);
  expect(holding(either)).toEqual([0, 1, 5]);
  expect(either.docs.toSorted()).toEqual(Uint32Array.of(0, 1, 5));
});

test('scores by the best way that holds: what half a way was worth counts for nothing', () => {
  const weak = term([[1, BODY]], 0.001);
  const alone = answer([[weak]]).scores[1] ?? 0;
  expect(alone).toBeGreaterThan(0);
  expect(answer([[PRE, TRAINING], [weak]]).scores[1]).toBe(alone);
  const strong = answer([[PRE, TRAINING]]).scores[0] ?? 0;
  expect(answer([[PRE, TRAINING], [PRETRAINING]]).scores[0]).toBe(strong);
});

test('holds nowhere without a way', () => {
  expect([...answer([]).docs]).toEqual([]);
});
