import { describe, expect, test } from 'vitest';
import { largest, ROLE_COUNT, sharesOf } from '@/core/roles/chain';
import { FilterBank } from '@/core/roles/filter-bank';
import { chainOf, type Network, scoreAnswers, type Sight } from '@/core/roles/network';
import { fitNetwork, type NetworkExample } from '@/scripts/roles/fit-network';

const SETTINGS = {
  rounds: 40,
  batch: 4,
  rate: 0.01,
  decay: 0.01,
  blindness: { words: 0.1, filters: 0.2, views: 0.2 },
};
const WORDS = 6;

const sight = (...words: number[]): Sight => ({
  words: Int32Array.from(words),
  classes: Int32Array.from(words, () => -1),
});

/** Sentences of words 1 to 6; what they are is told by the order of 1 and 2, or by what follows. */
const lesson = (sights: Sight[], roles: number[]): NetworkExample => ({
  sights,
  targets: roles.map((role) => Float64Array.from({ length: ROLE_COUNT }, (_, k) => (k === role ? 1 : 0))),
  weights: roles.map(() => 1),
});

const lessons = Array.from({ length: 4 }, () => [
  lesson([sight(3, 1, 2, 4), sight(6, 6)], [0, 2]),
  lesson([sight(4, 2, 1, 3), sight(6, 6)], [1, 3]),
  lesson([sight(5), sight(6, 6)], [4, 4]),
]).flat();

function rolesBy(network: Network, sights: Sight[]): number[] {
  const filters = new FilterBank(network);
  const answers = sights.map((each) => filters.answer(each));
  const scores = scoreAnswers(network, answers).map((trace) => trace.scores);
  return sharesOf(scores, chainOf(network)).single.map(largest);
}

describe('fitNetwork', () => {
  const network = fitNetwork(lessons, WORDS, SETTINGS, 1);

  test.each([
    ['words in order', [sight(3, 1, 2, 4), sight(6, 6)], [0, 2]],
    ['the same words the other way round', [sight(4, 2, 1, 3), sight(6, 6)], [1, 3]],
    ['a word of its own', [sight(5), sight(6, 6)], [4, 4]],
  ])('tells a sentence, and the like one after it, by %s', (_name, sights, roles) =>
    expect(rolesBy(network, sights)).toEqual(roles),
  );

  test('comes to the same network with the same seed, and to another with another', () => {
    const short = { ...SETTINGS, rounds: 2 };
    expect(fitNetwork(lessons, WORDS, short, 1)).toEqual(fitNetwork(lessons, WORDS, short, 1));
    expect(fitNetwork(lessons, WORDS, short, 2)).not.toEqual(fitNetwork(lessons, WORDS, short, 1));
  });

  test('leaves alone what counts for nothing', () => {
    const wrong = lessons.map((each) => ({ ...lesson(each.sights, [3, 3]), weights: [0, 0] }));
    const taught = fitNetwork([...lessons, ...wrong], WORDS, SETTINGS, 1);
    expect(rolesBy(taught, [sight(3, 1, 2, 4), sight(6, 6)])).toEqual([0, 2]);
  });
});
