import { describe, expect, test } from 'vitest';
import { countTypos, findMeant, toVocabulary } from '@/core/search/typos';

const WORDS = ['diffusion', 'transformer', 'vaswani', 'infusion', 'video', 'vide', 'reconstruction', 'model'];

describe('findMeant', () => {
  test.each([
    ['difusion', ['diffusion']],
    ['diffuison', ['diffusion']],
    ['diffusoin', ['diffusion']],
    ['duffusion', ['diffusion']],
    ['iffusion', ['diffusion', 'infusion']],
    ['tramsformer', ['transformer']],
    ['transfromers', ['transformer']],
    ['vasvani', ['vaswani']],
    ['recnstructoin', ['reconstruction']],
    ['difus', ['diffusion']],
    ['vidoe', ['vide', 'video']],
  ])('takes %j for %j', (typed, expected) =>
    expect(findMeant(typed, toVocabulary(WORDS)).toSorted()).toEqual(expected.toSorted()),
  );

  test.each(['modle2', 'vido', 'difusoin', 'fransdormre', 'xxxxx', '', '扩散模型扩散'])(
    'takes %j for nothing',
    (typed) => expect(findMeant(typed, toVocabulary(WORDS))).toEqual([]),
  );
});

test.each([
  ['diffusion', 'diffusion', 0],
  ['diffus', 'diffusion', 0],
  ['difussion', 'diffusion', 2],
  ['abcdef', 'uvwxyz', 3],
])('counts in %j for %j: %i', (typed, word, count) => expect(countTypos(typed, word, 2)).toBe(count));
