import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedTypos, countTypos, findMeant } from '@/core/search/typos';

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
    ['trasnfomrer', ['transformer']],
    ['difus', ['diffusion']],
    ['vidoe', ['vide', 'video']],
  ])('takes %j for %j', (typed, expected) =>
    expect(findMeant(typed, [WORDS.join('\n')]).toSorted()).toEqual(expected.toSorted()),
  );

  test.each(['modle2', 'vido', 'difusoin', 'fransdormre', 'xxxxx', '', '扩散模型扩散'])(
    'takes %j for nothing',
    (typed) => expect(findMeant(typed, [WORDS.join('\n')])).toEqual([]),
  );
});

/** What is done to a word where it is misspelt. */
const typo = fc.record({
  kind: fc.constantFrom('change', 'drop', 'add', 'exchange'),
  at: fc.nat(16),
  letter: fc.constantFrom('a', 'b', 'c', 'd', 'h'),
});

function misspell(word: string, { kind, at, letter }: { kind: string; at: number; letter: string }): string {
  const place = at % word.length;
  const [before, own, behind] = [word.slice(0, place), word.charAt(place), word.slice(place + 1)];
  if (kind === 'change') return before + letter + behind;
  if (kind === 'drop') return before + behind;
  if (kind === 'add') return before + letter + own + behind;
  return before + behind.charAt(0) + own + behind.slice(1);
}

// Few letters, so that words are like each other.
const words = fc.array(fc.stringMatching(/^[a-d]{4,14}$/), { minLength: 1, maxLength: 40 });

test('finds among many words what counting in each of them finds', () => {
  fc.assert(
    fc.property(words, fc.array(typo, { maxLength: 3 }), fc.nat(13), (all, typos, kept) => {
      const typed = typos.reduce(misspell, all[0] ?? '').slice(0, 5 + kept);
      const most = allowedTypos(typed);
      const few = [...new Set(all)].slice(0, 16); // so that none is left out for being one too many
      const expected = most === 0 ? [] : few.filter((word) => countTypos(typed, word, most) <= most);
      const half = Math.ceil(few.length / 2);
      const texts = [few.slice(0, half), few.slice(half), few.slice(0, 3)].map((some) => some.join('\n'));
      expect(findMeant(typed, texts).toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 5_000 },
  );
});

test('a word that stands in several texts is found once', () =>
  expect(findMeant('difusion', ['diffusion\nvideo', 'model\ndiffusion'])).toEqual(['diffusion']));

test.each([
  ['diffusion', 'diffusion', 0],
  ['diffus', 'diffusion', 0],
  ['difussion', 'diffusion', 2],
  ['abcdef', 'uvwxyz', 3],
])('counts in %j for %j: %i', (typed, word, count) => expect(countTypos(typed, word, 2)).toBe(count));
