import { describe, expect, test } from 'vitest';
import { roleFeatures, roleTokens } from '@/core/roles/features';
import { wordClass } from '@/core/roles/word-classes';

test.each([
  ['We’re 3.5% better, don’t you see?', ["we're", '0', '%', 'better', ',', "don't", 'you', 'see', '?']],
  ['State-of-the-art CNNs (2019)', ['state-of-the-art', 'cnns', '(', '0', ')']],
  ['', []],
])('reads the words of %j', (sentence, words) => expect(roleTokens(sentence)).toEqual(words));

test.each([
  ['propose', 'propose'],
  ['dataset', 'data'],
  ['0', '0'],
  ['?', '?'],
  ['quantized', '-ed'],
  ['constructor', '-'],
  ['pruning', '-ing'],
])('puts %j into class %s', (word, name) => expect(wordClass(word)).toBe(name));

describe('roleFeatures', () => {
  const [alone = []] = roleFeatures(['We propose a net.']);

  test('names each feature once', () => expect(new Set(alone).size).toBe(alone.length));
  test('is the same every time', () => expect(roleFeatures(['We propose a net.'])[0]).toEqual(alone));
  test('tells a sentence by its place and its neighbours', () => {
    const [first = [], second = []] = roleFeatures(['We propose a net.', 'We propose a net.']);
    expect(first).not.toEqual(alone);
    expect(second).not.toEqual(first);
  });
});
