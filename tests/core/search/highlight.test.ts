import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAtHits, findSnippet } from '@/core/search/highlight';
import { parseQuery } from '@/core/search/query';

const mark = (text: string, words: readonly string[]) =>
  cutAtHits(text, words)
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('');
const hits = (text: string, typed: string) => mark(text, parseQuery(typed).words);

describe('cutAtHits', () => {
  test.each([
    ['把视频扩散模型改造成透明物体的深度', '透明物体 深度', '把视频扩散模型改造成[透明物体]的[深度]'],
    ['物体是透明的，透明得像水，明物', '透明物体', '[物体]是[透明]的，[透明]得像水，[明物]'],
    ['Transparent transparent', 'TRANS', '[Trans]parent [trans]parent'],
    ['transparent paren', 'paren', 'transparent [paren]'],
    ['ImageNet and G2VLM', 'net vlm', 'Image[Net] and G2[VLM]'],
    ['G$^2$VLM', 'g2vlm', '[G$^2$VLM]'],
    ['the $x$ axis', 'x', 'the $[x]$ axis'],
    ['3D高斯与3D 高斯', '3d高斯', '[3D高斯]与[3D] [高斯]'],
    ['Müller', 'mull', '[Müll]er'],
    ['Mu\u0308ller', 'mu', '[Mu\u0308]ller'],
    ['ﬁt', 'f', '[ﬁ]t'],
    ['Deep learning, deep water', '"deep learning"', '[Deep learning], deep water'],
    ['deep-learning 深度学习', '"深度学"', 'deep-learning [深度学]习'],
    ['arXiv 2512.23705v2', '2512.237', 'arXiv [2512.237]05v2'],
    ['pre-training', 'pre-train', '[pre]-[train]ing'],
    ['<b>x</b>', '<b>', '<[b]>x</[b]>'],
    ['深度', '广度', '深度'],
    ['深度', '', '深度'],
    ['深度', '-深度', '深度'],
    ['', '深', ''],
  ])('cuts %j at %j', (text, typed, expected) => expect(hits(text, typed)).toBe(expected));

  test('marks what a misspelt word was taken for', () =>
    expect(mark('Diffusion', ['difusion', 'diffusion'])).toBe('[Diffusion]'));

  test('gives the text again, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, typed) => {
        expect(
          cutAtHits(text, parseQuery(typed).words)
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
    expect(findSnippet(long, ['物体'])).toBe(`…${'前'.repeat(14)}透明物体${'后'.repeat(62)}…`);
    expect(findSnippet('### 1. 问题：\n\n**透明** 物体', ['透明'])).toBe('1. 问题： 透明 物体');
  });

  test.each([
    ['a text without the words', long, '深度'],
    ['no words', long, ''],
    ['no text', '', '深度'],
  ])('gives nothing for %s', (_, text, typed) => expect(findSnippet(text, parseQuery(typed).words)).toBeNull());
});
