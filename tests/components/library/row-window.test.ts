import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCK_ROWS, blocksBetween, countBlocks, drawnBlocks, layOut } from '@/components/library/row-window';

const known = (...pairs: [number, number][]) => ({ estimate: 10, known: new Map(pairs) });

describe('a long list', () => {
  test('is as high as its measured blocks and what is supposed of the others', () => {
    expect([...layOut(25, known())]).toEqual([0, 100, 200, 250]);
    expect([...layOut(25, known([1, 170], [2, 40]))]).toEqual([0, 100, 270, 310]);
    expect([...layOut(0, known())]).toEqual([0]);
  });

  test.each<[top: number, bottom: number, from: number, to: number]>([
    [0, 50, 0, 1],
    [0, 100, 0, 2],
    [150, 220, 1, 3],
    [-500, -100, 0, 1],
    [900, 2_000, 2, 3],
  ])('finds the blocks from %d to %d', (top, bottom, from, to) =>
    expect(blocksBetween(layOut(25, known()), top, bottom)).toEqual({ from, to }),
  );

  test('finds none where there are no rows', () => {
    expect(blocksBetween(layOut(0, known()), 0, 500)).toEqual({ from: 0, to: 0 });
    expect(drawnBlocks({ from: 0, to: 3 }, 5, 0)).toEqual([]);
  });

  test('draws beside what is in sight the row with the focus and those that a key leads to', () => {
    expect(drawnBlocks({ from: 0, to: 2 }, -1, 1_000)).toEqual([0, 1]);
    expect(drawnBlocks({ from: 0, to: 2 }, 505, 1_000)).toEqual([0, 1, 50]);
    expect(drawnBlocks({ from: 0, to: 2 }, 509, 1_000)).toEqual([0, 1, 50, 51]);
    expect(drawnBlocks({ from: 0, to: 2 }, 500, 1_000)).toEqual([0, 1, 49, 50]);
    expect(drawnBlocks({ from: 98, to: 120 }, 999, 1_000)).toEqual([98, 99]);
  });

  test('covers every height with the block that stands there', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 2_000 }))),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, measured, share) => {
          const starts = layOut(rows, {
            estimate: 92,
            known: new Map(measured.filter(([block]) => block < countBlocks(rows))),
          });
          const height = share * (starts.at(-1) ?? 0);
          const { from } = blocksBetween(starts, height, height);
          expect(starts[from]).toBeLessThanOrEqual(height);
          if (from < countBlocks(rows) - 1) expect(starts[from + 1]).toBeGreaterThan(height);
          expect(countBlocks(rows)).toBe(Math.ceil(rows / BLOCK_ROWS));
        },
      ),
    );
  });
});
