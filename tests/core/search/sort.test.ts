import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinBlocks, newBlock, packId } from '@/core/search/columns';
import { findDocs, firstDocs } from '@/core/search/sort';

const PAPER = fc.record({
  // Few days, so that many have the same.
  day: fc.oneof(fc.nat(2), fc.nat(0xffff)),
  id: fc.nat(99_999).map((number) => `2512.${String(number).padStart(5, '0')}`),
  score: fc.nat(50),
  alive: fc.boolean(),
});

test('gives the best or the newest first, as many as are wanted, and none of the dead', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(PAPER, { selector: ({ id }) => id }),
      fc.nat(20),
      fc.constantFrom('best' as const, 'newest' as const),
      fc.boolean(),
      (papers, wanted, order, isGathered) => {
        const block = newBlock(0);
        for (const [doc, { day, id, alive }] of papers.entries()) {
          block.days[doc] = day;
          block.ids[doc] = packId(id);
          block.alive[doc] = alive ? 1 : 0;
        }
        const columns = joinBlocks([block], papers.length);
        const answer = {
          mask: Uint8Array.from(papers, ({ score }) => (score > 0 ? 1 : 0)),
          scores: Float32Array.from(papers, ({ score }) => score),
          docs: isGathered
            ? Uint32Array.from(papers.flatMap(({ score }, doc) => (score > 0 ? [doc] : []))).reverse()
            : null,
        };
        const found = findDocs(columns, [{ answer, negated: false }]);
        const expected = papers
          .map((paper, doc) => ({ ...paper, doc }))
          .filter(({ score, alive }) => score > 0 && alive)
          .toSorted(
            (one, other) =>
              (order === 'best' ? other.score - one.score : 0) ||
              other.day - one.day ||
              packId(other.id) - packId(one.id),
          )
          .map(({ doc }) => doc);
        expect(firstDocs(columns, found, order, wanted)).toEqual(expected.slice(0, wanted));
        expect(findDocs(columns, [{ answer, negated: true }]).docs.length).toBe(
          papers.filter(({ score, alive }) => score === 0 && alive).length,
        );
      },
    ),
  );
});
