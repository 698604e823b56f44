import { describe, expect, test } from 'vitest';
import { EMPTY_SELECTION, selectedIn, stepFrom, toggleOne, toggleStretch } from '@/core/library/selection';

const order = ['a', 'b', 'c', 'd', 'e'];
const chosen = (ids: string[], anchor: string | null) => ({ ids: new Set(ids), anchor });

describe('selection', () => {
  test('adds a paper and takes it out again', () => {
    const one = toggleOne(EMPTY_SELECTION, 'b');
    expect(selectedIn(one, order)).toEqual(['b']);
    expect(selectedIn(toggleOne(one, 'b'), order)).toEqual([]);
  });

  test.each([
    ['forwards', chosen(['b'], 'b'), 'd', ['b', 'c', 'd']],
    ['backwards', chosen(['d'], 'd'), 'b', ['b', 'c', 'd']],
    ['out of the selection', chosen(['a', 'b', 'c'], 'a'), 'c', []],
    ['without an anchor', chosen([], null), 'c', ['c']],
    ['with an anchor that is not shown', chosen(['z'], 'z'), 'c', ['c']],
  ])('takes a stretch %s', (_, selection, id, expected) => {
    expect(selectedIn(toggleStretch(selection, id, order), order)).toEqual(expected);
  });

  test('does not name papers that are not shown', () => {
    expect(selectedIn(chosen(['z', 'e', 'a'], null), order)).toEqual(['a', 'e']);
  });
});

describe('stepFrom', () => {
  test.each([
    [null, 1, 'a'],
    [null, -1, 'a'],
    ['a', 1, 'b'],
    ['b', -1, 'a'],
    ['a', -1, 'a'],
    ['e', 1, 'e'],
    ['z', 1, 'a'],
  ] as const)('goes from %j by %d to %j', (current, by, expected) => {
    expect(stepFrom(order, current, by)).toBe(expected);
  });

  test('goes nowhere in an empty list', () => expect(stepFrom([], 'a', 1)).toBeNull());
});
