// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CITATION_STYLES, type CitationStyle } from '@/core/export/copy-formats';
import { citationSteps } from '@/core/export/citations';
import type { LibraryPaper, PaperRecord } from '@/core/library/records';
import { runSteps } from '@/core/steps';
import { paperOf } from './papers';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../../public/csl', name), 'utf8');
const locales = { 'zh-CN': read('locales-zh-CN.xml'), 'en-US': read('locales-en-US.xml') };
const STYLES = { gb: read('gb-t-7714-2015-numeric.csl'), apa: read('apa.csl'), ieee: read('ieee.csl') };

function citeAll(papers: readonly LibraryPaper[], style: CitationStyle) {
  return runSteps(citationSteps(papers, style, { files: { style: STYLES[style], locales }, accessed: '2026-11-28' }));
}
const cite = (paper: Partial<PaperRecord>, style: CitationStyle) => citeAll([paperOf({ paper })], style).text;

const of = (id: string, author: string, published: string) =>
  paperOf({ paper: { id, title: `T${id}`, authors: [author], published } });

const PREPRINT = { authors: ['Shaocong Xu', 'Ana van der Berg', 'Jane M. Roe', 'John Doe'] };
const PUBLISHED = {
  id: '0704.0001',
  title: 'Calculation of prompt diphoton production cross sections at Tevatron and LHC energies',
  authors: [String.raw`C. Bal\'azs`, 'E. L. Berger', 'P. M. Nadolsky', 'C.-P. Yuan'],
  published: '2007-04-02',
  journalRef: 'Phys. Rev. D 76, 013009 (2007)',
  doi: '10.1103/PhysRevD.76.013009',
};
const TALK = {
  id: '2301.00001',
  title: 'Seeing',
  authors: ['LHCb Collaboration', 'A. B. Cee'],
  journalRef: 'Proceedings of the Conference on Seeing, 2023, pp. 12-19',
};

describe('a reference', () => {
  // The examples of the standards themselves, as far as they are papers: GB/T 7714-2015 8.4, APA 7 10.1, IEEE's reference guide.
  test.each<[CitationStyle, string, Partial<PaperRecord>]>([
    [
      'gb',
      '袁训来, 陈哲, 肖书海, 等. 蓝田生物群: 一个认识多细胞生物起源和早期演化的新窗口[J]. 科学通报, 2012, 55(34): 3219.',
      {
        title: '蓝田生物群: 一个认识多细胞生物起源和早期演化的新窗口',
        authors: ['袁训来', '陈哲', '肖书海', '万斌'],
        journalRef: '科学通报, 2012, 55(34): 3219',
      },
    ],
    [
      'gb',
      'KANAMORI H. Shaking without quaking[J]. Science, 1998, 279(5359): 2063.',
      { title: 'Shaking without quaking', authors: ['H. Kanamori'], journalRef: 'Science 279(5359):2063 (1998)' },
    ],
    [
      'gb',
      'CAPLAN P. Cataloging internet resources[J]. The Public Access Computer Systems Review, 1993, 4(2): 61-66.',
      {
        title: 'Cataloging internet resources',
        authors: ['P. Caplan'],
        journalRef: 'The Public Access Computer Systems Review, 1993, 4(2): 61-66',
      },
    ],
    [
      'apa',
      'Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States. Psychology of Popular Media Culture, 8(3), 207–217. https://doi.org/10.1037/ppm0000185',
      {
        title:
          'Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States',
        authors: ['J. S. Grady', 'M. Her', 'G. Moreno', 'C. Perez', 'J. Yelinek'],
        journalRef: 'Psychology of Popular Media Culture, 8(3), 207-217 (2019)',
        doi: '10.1037/ppm0000185',
      },
    ],
    [
      'ieee',
      'M. M. Chiampi and L. L. Zilberti, “Induction of electric field in human bodies moving near MRI: An efficient BEM computational procedure,” IEEE Trans. Biomed. Eng., vol. 58, no. 10, pp. 2787–2793, Oct. 2011, doi: 10.1109/TBME.2011.2158315.',
      {
        title: 'Induction of electric field in human bodies moving near MRI: An efficient BEM computational procedure',
        authors: ['M. M. Chiampi', 'L. L. Zilberti'],
        journalRef: 'IEEE Trans. Biomed. Eng., vol. 58, no. 10, pp. 2787-2793, Oct. 2011',
        doi: '10.1109/TBME.2011.2158315',
      },
    ],
  ])('in the style %s is that of the standard: %s', (style, reference, paper) =>
    expect(cite(paper, style)).toBe(reference),
  );

  test.each<[CitationStyle, string]>([
    [
      'gb',
      'XU S, VAN DER BERG A, ROE J M, et al. Diffusion Knows Transparency[EB/OL]. (2025-12-29)[2026-11-28]. https://arxiv.org/abs/2512.23705.',
    ],
    [
      'apa',
      'Xu, S., van der Berg, A., Roe, J. M., & Doe, J. (2025). Diffusion Knows Transparency (arXiv:2512.23705). arXiv. https://arxiv.org/abs/2512.23705',
    ],
    [
      'ieee',
      'S. Xu, A. van der Berg, J. M. Roe, and J. Doe, “Diffusion Knows Transparency,” Dec. 29, 2025, arXiv:2512.23705. Accessed: Nov. 28, 2026. [Online]. Available: https://arxiv.org/abs/2512.23705',
    ],
  ])('names the address of a preprint and when it was looked up: %s', (style, reference) =>
    expect(cite(PREPRINT, style)).toBe(reference),
  );

  test.each<[CitationStyle, string]>([
    [
      'gb',
      'BALÁZS C, BERGER E L, NADOLSKY P M, et al. Calculation of prompt diphoton production cross sections at Tevatron and LHC energies[J/OL]. Phys. Rev. D, 2007, 76: 013009[2026-11-28]. DOI:10.1103/PhysRevD.76.013009.',
    ],
    [
      'apa',
      'Balázs, C., Berger, E. L., Nadolsky, P. M., & Yuan, C.-P. (2007). Calculation of prompt diphoton production cross sections at Tevatron and LHC energies. Phys. Rev. D, 76, 013009. https://doi.org/10.1103/PhysRevD.76.013009',
    ],
    [
      'ieee',
      'C. Balázs, E. L. Berger, P. M. Nadolsky, and C.-P. Yuan, “Calculation of prompt diphoton production cross sections at Tevatron and LHC energies,” Phys. Rev. D, vol. 76, p. 013009, 2007, doi: 10.1103/PhysRevD.76.013009.',
    ],
  ])('of what was published names that and not arXiv: %s', (style, reference) =>
    expect(cite(PUBLISHED, style)).toBe(reference),
  );

  test.each<[CitationStyle, string]>([
    ['gb', 'LHCB COLLABORATION, CEE A B. Seeing[C]//Proceedings of the Conference on Seeing. 2023: 12-19.'],
    ['apa', 'LHCb Collaboration, & Cee, A. B. (2023). Seeing. Proceedings of the Conference on Seeing, 12–19.'],
    [
      'ieee',
      'LHCb Collaboration and A. B. Cee, “Seeing,” in Proceedings of the Conference on Seeing, 2023, pp. 12–19.',
    ],
  ])('of a talk names its conference: %s', (style, reference) => expect(cite(TALK, style)).toBe(reference));

  test('in GB/T 7714 has 等 behind Chinese authors and et al. behind others, in one list', () => {
    const chinese = {
      id: '2501.00001',
      title: '中文论文',
      authors: ['张三', '李四', '王五', '赵六'],
      published: '2025-01-02',
    };
    const { text } = citeAll([paperOf({ paper: PREPRINT }), paperOf({ paper: chinese })], 'gb');
    expect(text.split('\n')).toEqual([
      expect.stringMatching(/^\[1\] XU S, VAN DER BERG A, ROE J M, et al\. /),
      '[2] 张三, 李四, 王五, 等. 中文论文[EB/OL]. (2025-01-02)[2026-11-28]. https://arxiv.org/abs/2501.00001.',
    ]);
  });

  test('is one of the list by author in APA, where papers of the same authors and year are told apart', () => {
    const papers = [
      of('2502.00001', 'Zoe Zed', '2025-02-01'),
      of('2502.00002', 'Amy Bee', '2025-02-01'),
      of('2402.00003', 'Amy Bee', '2024-02-01'),
      of('2503.00004', 'Amy Bee', '2025-03-01'),
    ];
    const heads = citeAll(papers, 'apa')
      .text.split('\n')
      .map((line) => /^.*?\)/.exec(line)?.[0]);
    expect(heads).toEqual(['Bee, A. (2024)', 'Bee, A. (2025a)', 'Bee, A. (2025b)', 'Zed, Z. (2025)']);
  });

  test.each(CITATION_STYLES)('by %s counts each paper once, and is nothing for none', (style) => {
    expect(citeAll([], style)).toEqual({ text: '', html: '' });
    const paper = paperOf({ paper: PREPRINT });
    expect(citeAll([paper, paper], style).text).toBe(cite(PREPRINT, style));
  });

  test('names the id where nothing else is known', () => {
    const nothing = { title: '', authors: [], published: null };
    expect(cite(nothing, 'gb')).toBe('arXiv:2512.23705[EB/OL]. (2025)[2026-11-28]. https://arxiv.org/abs/2512.23705.');
    for (const style of CITATION_STYLES) expect(cite(nothing, style)).toContain('https://arxiv.org/abs/2512.23705');
  });
});

describe('a hostile title', () => {
  test.each([
    ['<b>bold</b> <script>x</script> a<b', '<b>bold</b> <script>x</script> a<b'],
    ['<span class="nocase">x</span> <sup>2</sup>', '<span class='],
    ['Cats & dogs, 100% {sure}_ #1', 'Cats & dogs, 100%'],
    ['a\nb\u202e\u2028c', 'a b'],
    ['[1] numbered', '[1] numbered'],
    ['\uE000private\uE001\uE002', 'private'],
  ])('%j stays text', (title, kept) => {
    for (const style of CITATION_STYLES) {
      const { text, html } = citeAll([paperOf({ paper: { title } })], style);
      expect(text.replaceAll(/[“”]/g, '"')).toContain(kept);
      expect(text.split('\n')).toHaveLength(1);
      expect(text).not.toMatch(/[\uE000-\uE002\u202e]/);
      const body = new DOMParser().parseFromString(html, 'text/html').body;
      expect(body.querySelector('b, script, span, sup')).toBeNull();
      expect(body.textContent).toBe(text);
    }
  });

  test('adds no markup and loses no paper, whatever the texts are', { timeout: 60_000 }, () => {
    const text = fc.oneof(
      fc.constantFrom(
        '<img src=x onerror=alert(1)>',
        '<i>',
        '</i>',
        '"',
        "'",
        '<!--',
        'http://x"onclick=',
        '$<b>$',
        'A, B',
      ),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, text, text, fc.constantFrom(...CITATION_STYLES), (title, author, journalRef, style) => {
        const paper = { title, authors: [author, author], journalRef, doi: title };
        const { html } = citeAll([paperOf({ paper }), paperOf({ paper: { id: '2401.00001' } })], style);
        const body = new DOMParser().parseFromString(html, 'text/html').body;
        expect(body.querySelectorAll('p')).toHaveLength(2);
        expect(body.querySelector(':not(p, a, em)')).toBeNull();
        for (const link of body.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^https?:\/\//);
      }),
      { numRuns: 40 },
    );
  });
});
