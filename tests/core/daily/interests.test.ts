import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatInterests, hasWishes, parseInterests, type Interests } from '@/core/daily/interests';
import { interestsOf } from './papers';

describe('a file of interests', () => {
  test.each<[string, Partial<Interests>]>([
    ['+ world model', { primary: ['world model'] }],
    ['+world model', { primary: ['world model'] }],
    ['＋世界模型', { primary: ['世界模型'] }],
    ['point cloud', { secondary: ['point cloud'] }],
    ['point cloud, SLAM，具身', { secondary: ['point cloud', 'SLAM', '具身'] }],
    ['- survey', { excluded: ['survey'] }],
    ['− survey', { excluded: ['survey'] }],
    ['@ Kaiming He', { authors: ['Kaiming He'] }],
    ['@ He, Kaiming', { authors: ['He, Kaiming'] }],
    ['@ Kaiming He, Ross Girshick', { authors: ['Kaiming He', 'Ross Girshick'] }],
    ['@ 何恺明, 孙剑', { authors: ['何恺明', '孙剑'] }],
    ['~ -ary', { secondary: ['-ary'] }],
    ['\ufeff+ a\r\nb\r\n', { primary: ['a'], secondary: ['b'] }],
    ['+ GAN\ngan', { primary: ['GAN'] }],
    ['C++', { secondary: ['C++'] }],
    ['{"primary":["GAN"],"authors":["K. He"]}', { primary: ['GAN'], authors: ['K. He'] }],
    [' {"secondary":["GAN","gan","a, b"]}', { secondary: ['GAN', 'a', 'b'] }],
  ])('%j', (text, given) => expect(parseInterests(text)).toEqual(interestsOf(given)));

  test.each(['', '\n \n', '# + no word', '＃ 说明', '+', '- ', '@ 123', '{}'])('%j names nothing', (text) =>
    expect(parseInterests(text)).toEqual(interestsOf()),
  );

  test.each([
    ['{"primary":["a"]', 'bad-json'],
    ['{"primary":"a"}', 'bad-record'],
    ['{"primry":["a"]}', 'bad-record'],
    ['{"primary":[1]}', 'bad-record'],
    ['["a"]', 'bad-record'],
  ])('%j is refused', (text, code) => expect(() => parseInterests(text)).toThrow(expect.objectContaining({ code })));

  test('is read again as it is written, whatever the words', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.record({ primary: words, secondary: words, excluded: words, authors: words }), (given) => {
        const interests = parseInterests(JSON.stringify(given));
        expect(parseInterests(formatInterests(interests))).toEqual(interests);
      }),
    );
  });

  test.each<[Partial<Interests>, boolean]>([
    [{ primary: ['a'] }, true],
    [{ authors: ['a'] }, true],
    [{ excluded: ['a'] }, false],
    [{}, false],
  ])('%j: looks for something: %s', (given, wishes) => expect(hasWishes(interestsOf(given))).toBe(wishes));
});
