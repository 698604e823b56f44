import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAtHits, findSnippet, matchesAll, parseQuery, toHaystack } from '@/core/library/search';

const finds = (text: string, typed: string) => matchesAll(toHaystack([text]), parseQuery(typed));
const hits = (text: string, typed: string) =>
  cutAtHits(text, parseQuery(typed))
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('');

describe('search', () => {
  test.each([
    ['把视频扩散模型改造成透明物体的深度估计器', '透明 物体'],
    ['Diffusion Knows Transparency', 'TRANSPARENCY diffusion'],
    ['Peter Müller', 'muller'],
    ['Erdős', 'erdos'],
    ['G$^2$VLM: Geometry', 'g2vlm'],
    ['Flex-$π$', 'flex-π'],
    ['ＶＩＤＥＯ', 'video'],
    ['2512.23705', '2512.237'],
    ['anything', ''],
    ['anything', ' 　 '],
    ['透明物体', '透明　物体'],
    ['ΟΔΟΣ', 'οδοσ'],
  ])('finds %j by %j', (text, typed) => expect(finds(text, typed)).toBe(true));

  test.each([
    ['透明物体', '透明 深度'],
    ['Diffusion', 'diffusions'],
    ['video diffusion', 'videodiffusion'],
    ['', '深度'],
  ])('does not find %j by %j', (text, typed) => expect(finds(text, typed)).toBe(false));

  test('does not find a word that runs from one part into the next', () => {
    expect(matchesAll(toHaystack(['透明', '物体']), parseQuery('透明物体'))).toBe(false);
  });
});

describe('cutAtHits', () => {
  test.each([
    ['把视频扩散模型改造成透明物体的深度', '透明物体 深度', '把视频扩散模型改造成[透明物体]的[深度]'],
    ['Transparent transparent', 'TRANS', '[Trans]parent [trans]parent'],
    ['Müller', 'mull', '[Müll]er'],
    ['Mu\u0308ller', 'mu', '[Mu\u0308]ller'],
    ['aﬁb', 'f i', 'a[ﬁ]b'],
    ['abcd', 'bc cd', 'a[bcd]'],
    ['aaaa', 'aa', '[aaaa]'],
    ['<b>x</b>', '<b>', '[<b>]x</b>'],
    ['深度', '广度', '深度'],
    ['深度', '', '深度'],
    ['', '深', ''],
  ])('cuts %j at %j', (text, typed, expected) => expect(hits(text, typed)).toBe(expected));

  test('gives the text again, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, typed) => {
        const words = parseQuery(typed);
        expect(
          cutAtHits(text, words)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('findSnippet', () => {
  const long = `${'前'.repeat(40)}透明物体${'后'.repeat(100)}`;

  test('gives the stretch around the first hit on one line', () => {
    expect(findSnippet(long, parseQuery('物体'))).toBe(`…${'前'.repeat(14)}透明物体${'后'.repeat(62)}…`);
    expect(findSnippet('### 1. 问题：\n\n**透明** 物体', parseQuery('透明'))).toBe('1. 问题： 透明 物体');
  });

  test.each([
    ['a text without the words', long, '深度'],
    ['no words', long, ''],
    ['no text', '', '深度'],
  ])('gives nothing for %s', (_, text, typed) => expect(findSnippet(text, parseQuery(typed))).toBeNull());
});
