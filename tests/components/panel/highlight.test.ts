// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findSentence } from '@/components/panel/highlight';
import { findAbstract } from '@/core/arxiv/page-text';
import { hasShared, sharedPath } from '../../shared';

// The test's own document: ranges of a second one do not work in happy-dom.
function open(html: string): Element {
  document.body.innerHTML = html;
  const abstract = findAbstract(document);
  if (!abstract) throw new Error('no abstract');
  return abstract;
}

function abstractOf(inner: string): Element {
  return open(
    `<div id="abs"><blockquote class="abstract"><span class="descriptor">Abstract:</span>${inner}</blockquote></div>`,
  );
}

function find(inner: string, sentence: string): string | null {
  return findSentence(abstractOf(inner), sentence)?.toString().replaceAll(/\s+/g, ' ') ?? null;
}

const letters = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '');

const FIRST = 'Glass is hard to measure with a camera.';
const THIRD = 'It wins on every benchmark we tried.';
const MATHJAX =
  '<span class="MathJax_Preview"></span><span class="MathJax"><span>α</span></span><script type="math/tex">\\alpha</script>';

describe('findSentence', () => {
  test.each([
    ['as it stands', `${FIRST} We propose a model. ${THIRD}`, 'We propose a model.', 'We propose a model.'],
    ['the first', `${FIRST} ${THIRD}`, FIRST, FIRST],
    ['the last', `${FIRST} ${THIRD}`, THIRD, THIRD],
    ['over line breaks', `${FIRST}\nWe\n  propose a\nmodel. ${THIRD}`, 'We propose a model.', 'We propose a model.'],
    [
      'through a translator’s wrappers',
      `<font><font>${FIRST} </font><font>We propose <font>a model.</font> </font></font>${THIRD}`,
      'We propose a model.',
      'We propose a model.',
    ],
    [
      'beside a translator’s copy',
      `${FIRST} We propose a model. <font class="immersive-translate-target-wrapper">我们提出模型。</font>${THIRD}`,
      'We propose a model.',
      'We propose a model.',
    ],
    [
      'with the address arXiv hides',
      `${FIRST} Code is at <a href="https://example.org/a">this https URL</a>.`,
      'Code is at https://example.org/some/long-address?x=1.',
      'Code is at this https URL', // the full stop stands behind the link
    ],
    [
      'with accents as TeX',
      `${FIRST} The Fréchet distance falls by half.`,
      "The Fr\\'echet distance falls by half.",
      'The Fréchet distance falls by half.',
    ],
    [
      'in quotes',
      `${FIRST} “Diffusion knows transparency.” ${THIRD}`,
      '"Diffusion knows transparency."',
      '“Diffusion knows transparency.”',
    ],
    [
      'with a formula that MathJax drew',
      `${FIRST} The exponent ${MATHJAX} is larger than expected here. ${THIRD}`,
      'The exponent $\\alpha$ is larger than expected here.',
      'The exponent α\\alpha is larger than expected here.',
    ],
    [
      'that begins with one',
      `${FIRST} ${MATHJAX} is larger than was expected. ${THIRD}`,
      '$\\alpha$ is larger than was expected.',
      'α\\alpha is larger than was expected.',
    ],
    [
      'whose formula was written otherwise',
      `${FIRST} The exponent $x^{2}$ is larger than expected here. ${THIRD}`,
      'The exponent x² is larger than expected here.',
      'The exponent $x^{2}$ is larger than expected here.',
    ],
  ])('finds a sentence %s', (_name, inner, sentence, found) => expect(find(inner, sentence)).toBe(found));

  test.each([
    ['another sentence', `${FIRST} ${THIRD}`, 'Training takes nine hours on eight cards.'],
    ['a sentence that shares some words', `${FIRST} ${THIRD}`, 'It is hard to say who wins with what in the end.'],
    ['a translated page', '玻璃很难用相机测量。它在所有基准上取胜。', FIRST],
    ['nothing', FIRST, ''],
    ['punctuation', FIRST, '…'],
    ['an empty abstract', '', FIRST],
    ['the label', '', 'Abstract:'],
  ])('does not find %s', (_name, inner, sentence) => expect(find(inner, sentence)).toBeNull());

  test('changes nothing on the page', () => {
    const abstract = abstractOf(`${FIRST} <font>${THIRD}</font>`);
    const before = abstract.outerHTML;
    findSentence(abstract, THIRD);
    expect(abstract.outerHTML).toBe(before);
  });
});

describe.runIf(hasShared)('findSentence on arXiv’s pages', () => {
  const folders = ['pages/abs', 'pages/abs-2025'];
  const pages = folders.flatMap((folder) =>
    (hasShared ? readdirSync(sharedPath(folder)) : [])
      .filter((name) => name.endsWith('.html'))
      .map((name) => join(folder, name)),
  );

  test.each(pages)('finds every sentence of %s', (path) => {
    const abstract = open(readFileSync(sharedPath(path), 'utf8').replace(/^.*<body[^>]*>/s, ''));
    const { abstractTex } = JSON.parse(readFileSync(sharedPath(path.replace(/html$/, 'json')), 'utf8')) as {
      abstractTex: string;
    }; // as: the sidecar's field
    for (const sentence of abstractTex.split(/(?<=[.!?])\s+(?=[A-Z])/)) {
      if (sentence.split(/\s+/).length < 4) continue;
      const found = findSentence(abstract, sentence)?.toString() ?? '';
      // Addresses and TeX accents differ; the beginning tells whether it is the same sentence.
      expect(letters(found).slice(0, 12)).toBe(letters(sentence).slice(0, 12));
    }
  });
});
