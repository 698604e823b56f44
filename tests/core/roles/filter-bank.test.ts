import { describe, expect, test } from 'vitest';
import { FilterBank } from '@/core/roles/filter-bank';
import { FILTERS, type Network, mapLayers, OPENINGS, type Sight, VECTOR } from '@/core/roles/network';

/** A network of 4 words whose first filter adds up the words' own numbers: its first word once, its second ten times. */
function networkOf(filterStart: number): Network {
  const network = mapLayers(4, (_, size) => new Float64Array(size));
  for (let row = 0; row <= 4; row++) network.vectors[row * VECTOR] = row;
  network.openings[0] = 0.5; // a sentence's first word
  network.openings[(OPENINGS - 1) * VECTOR] = 0.25; // its sixth, and all later ones
  network.filters[0] = 1;
  network.filters[VECTOR * FILTERS] = 10;
  network.filterStarts[0] = filterStart;
  return network;
}

const sight = (words: number[], classes: number[] = words.map(() => -1)): Sight => ({
  words: Int32Array.from(words),
  classes: Int32Array.from(classes),
});

describe('FilterBank', () => {
  test.each<[string, Sight, number]>([
    ['the pair that answers strongest', sight([1, 2, 1, 3]), 31],
    ['the same words in another order', sight([3, 1, 2, 1]), 35],
    ['a word before which nothing stands', sight([3]), 35],
    ['a word and its class', sight([1, 0], [3, -1]), 45],
    ['an unknown class', sight([0, 2], [-1, -1]), 20.5],
    ['words far from the start', sight([0, 0, 0, 0, 0, 0, 1, 2]), 1.25 + 22.5],
    ['no word at all', sight([]), 0],
  ])('gives %s', (_name, words, answer) => expect(new FilterBank(networkOf(0)).answer(words)[0]).toBeCloseTo(answer));

  test('starts a filter where the network says, and never ends below zero', () => {
    expect(new FilterBank(networkOf(-1)).answer(sight([0, 1, 2]))[0]).toBeCloseTo(20);
    expect(new FilterBank(networkOf(-100)).answer(sight([0, 1, 2]))[0]).toBe(0);
  });

  test('answers alike when it has met the words before', () => {
    const filters = new FilterBank(networkOf(0));
    expect(filters.answer(sight([4, 2, 1]))).toEqual(filters.answer(sight([4, 2, 1])));
    expect(filters.answer(sight([4, 2, 1]))).toHaveLength(FILTERS);
  });
});
