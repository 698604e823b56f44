import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBibtex } from '@/core/export/bibtex';
import { toLatex } from '@/core/export/latex';
import { toBibtexName } from '@/core/export/names';
import { paperOf } from './papers';
import { readBibtex, splitNames } from './read-bibtex';

type Given = NonNullable<Parameters<typeof paperOf>[0]>['paper'];
const entryOf = (paper: Given) => readBibtex(toBibtex([paperOf({ paper })]))[0];
const keyOf = (paper: Given) => entryOf(paper)?.key;
const keysOf = (...papers: Given[]) =>
  Object.fromEntries(
    readBibtex(toBibtex(papers.map((paper) => paperOf({ paper })))).map(({ key, fields }) => [fields['eprint'], key]),
  );

describe('toBibtex', () => {
  test('writes an entry', () =>
    expect(
      toBibtex([
        paperOf({
          paper: { comments: 'Code: https://github.com/a_b', doi: '10.1000/a_b%c' },
          saved: { savedAt: 1, tags: ['透明物体', 'to read, soon'], note: 'private' },
        }),
      ]),
    ).toBe(String.raw`@misc{xu2025diffusion,
  title = {{Diffusion Knows Transparency}},
  author = {Xu, Shaocong and Zhao, Hao},
  year = {2025},
  eprint = {2512.23705},
  archivePrefix = {arXiv},
  primaryClass = {cs.CV},
  doi = {10.1000/a_b%c},
  url = {https://arxiv.org/abs/2512.23705},
  note = {Code: https://github.com/a\_b},
  keywords = {透明物体, to read soon}
}
`));

  test('writes a published paper as an article', () => {
    const entry = entryOf({ id: 'hep-th/9901001', journalRef: 'Prog.Theor.Phys.101:1155-1164,1999', published: null });
    expect(entry).toMatchObject({
      type: 'article',
      fields: { journal: 'Prog.Theor.Phys.101:1155-1164,1999', year: '1999' },
    });
    expect(entry?.fields['eprint']).toBe('hep-th/9901001');
  });

  test('leaves out what is not known, and gives nothing for no papers', () => {
    expect(Object.keys(entryOf({ authors: [], categories: [] })?.fields ?? {})).toEqual([
      'title',
      'key',
      'year',
      'eprint',
      'archiveprefix',
      'url',
    ]);
    expect(toBibtex([])).toBe('');
  });

  test('writes a paper once', () => expect(readBibtex(toBibtex([paperOf(), paperOf()]))).toHaveLength(1));
});

describe('citation keys', () => {
  test.each([
    [{ title: 'The Physics of an Attention' }, 'xu2025physics'],
    [{ title: 'Same or Not? Visual Perception' }, 'xu2025same'],
    [{ title: 'Real-Time Video' }, 'xu2025real'],
    [{ title: String.raw`$p$-adic Limits` }, 'xu2025adic'],
    [{ title: '3D Shapes' }, 'xu20253d'],
    [{ title: 'Über Erdős' }, 'xu2025uber'],
    [{ title: String.raw`Erd\H{o}s` }, 'xu2025erdos'],
    [{ title: '' }, 'xu2025'],
    [{ authors: ['Emanuele Macrì'] }, 'macri2025diffusion'],
    [{ authors: [String.raw`Paul Erd\H{o}s`] }, 'erdos2025diffusion'],
    [{ authors: ['Søren Łoś-Weiß'] }, 'losweiss2025diffusion'],
    [{ authors: ['Laurens van der Maaten'] }, 'vandermaaten2025diffusion'],
    [{ authors: ['Jane Roe Jr.'] }, 'roe2025diffusion'],
    [{ authors: ['The ATLAS Collaboration'] }, 'atlas2025diffusion'],
    [{ authors: ['Madonna'] }, 'madonna2025diffusion'],
    [{ authors: ['张三', 'Hao Zhao'] }, 'arxiv251223705'],
    [{ authors: [] }, 'arxiv251223705'],
    [{ published: null }, 'xu2025diffusion'],
    [{ published: null, id: 'math/0202001' }, 'xu2002diffusion'],
  ])('%j has the key %s', (paper, key) => expect(keyOf(paper)).toBe(key));

  test('are the same whatever else is exported, and in whatever order', () => {
    const one = { id: '2501.00001', published: '2025-01-01' };
    const two = { id: '2512.00002' };
    const three = { id: '2506.00003', published: '2025-06-01' };
    const other = { id: '2512.00004', authors: ['Ana Roe'] };
    const keys = { '2501.00001': 'xu2025diffusion', '2512.00002': 'xu2025diffusion-251200002' };
    expect(keysOf(one, two)).toEqual(keys);
    expect(keysOf(two, one)).toEqual(keys);
    expect(keysOf(three, two, other, one)).toMatchObject(keys);
    expect(keysOf(two)).toEqual({ '2512.00002': 'xu2025diffusion' });
    expect(keyOf(one)).toBe('xu2025diffusion');
    expect(keysOf(other, two)['2512.00004']).toBe(keyOf(other));
  });
});

describe('toLatex', () => {
  test.each([
    ['R&D: 50% of #1 in a_b', String.raw`R\&D: 50\% of \#1 in a\_b`],
    [String.raw`Already \& 50\% and \_`, String.raw`Already \& 50\% and \_`],
    [String.raw`On $\mathbb{F}_q$ & $x_1^2$`, String.raw`On $\mathbb{F}_q$ \& $x_1^2$`],
    [String.raw`\(a_b\) and $$c_d$$`, String.raw`\(a_b\) and $$c_d$$`],
    ['$50% and # up$', String.raw`$50\% and \# up$`],
    ['costs $5', String.raw`costs \$5`],
    ['2^n', String.raw`2\textasciicircum{}n`],
    ['Fig.~2 at ~10x', String.raw`Fig.~2 at \textasciitilde{}10x`],
    ['a } b { c', String.raw`a \textbraceright{} b \textbraceleft{} c`],
    ['{A {nested} Group}', '{A {nested} Group}'],
    [String.raw`\{a\}`, String.raw`\textbraceleft{}a\textbraceright{}`],
    [String.raw`$\{x}$`, String.raw`$\lbrace x\rbrace $`],
    [String.raw`$\left\{x\right\}$`, String.raw`$\left\lbrace x\right\rbrace $`],
    ['ends in \\', String.raw`ends in \textbackslash{}`],
    [String.raw`\emph{really} \LaTeX`, String.raw`\emph{really} \LaTeX`],
    ['Émile Erdős Macrì', "{\\'E}mile Erd{\\H{o}}s Macr{\\`i}"],
    [String.raw`Erd\H os, \'Etale, \ss`, String.raw`Erd{\H{o}}s, {\'E}tale, {\ss}`],
    ['Nguyễn Łódź', String.raw`Nguyễn {\L}{\'o}d{\'z}`],
    ['透明物体 “α” – β', '透明物体 “α” – β'],
    [' two\n lines\u0000\u202eevil\u2066 ', 'two lines evil'],
    ['\ud800x', '\ufffdx'],
  ])('writes %j', (text, latex) => expect(toLatex(text)).toBe(latex));
});

describe('toBibtexName', () => {
  test.each([
    ['Shaocong Xu', 'Xu, Shaocong'],
    ['Volodymyr V. Nekrashevych', 'Nekrashevych, Volodymyr V.'],
    ['J.G. Donath', 'Donath, J. G.'],
    ['Laurens van der Maaten', 'van der Maaten, Laurens'],
    ['Ana de la Cruz', 'de la Cruz, Ana'],
    ['Leonardo da Vinci', 'da Vinci, Leonardo'],
    ['Luc Van Gool', 'Van Gool, Luc'],
    ['Hung Van Trần', 'Trần, Hung Van'],
    ['Yann LeCun', 'LeCun, Yann'],
    ['Jane Roe Jr.', 'Roe, Jr., Jane'],
    ['Jane Roe, Jr.', 'Roe, Jr., Jane'],
    ['Henry James III', 'James, III, Henry'],
    ['Roe, Jane', 'Roe, Jane'],
    ['LHCb Collaboration', '{LHCb Collaboration}'],
    ['Gemini Team', '{Gemini Team}'],
    ['Madonna', '{Madonna}'],
    ['others', '{others}'],
    ['张三', '{张三}'],
    ['王 小明', '{王 小明}'],
    ['Roe, Jane, Inc.', '{Roe, Jane, Inc.}'],
    ['Smith and Jones', 'Jones, {Smith and}'],
    ['Emanuele Macrì', 'Macr{\\`i}, Emanuele'],
    ['van Gogh', 'Gogh, van'],
    [', Ana Roe,', 'Roe, Ana'],
    [' , ', ''],
  ])('writes %s', (name, written) => expect(toBibtexName(name)).toBe(written));
});

describe('whatever the texts are', { timeout: 60_000 }, () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '{',
      '}',
      '\\',
      '\\{',
      '\\}',
      '$',
      '$$',
      '%',
      '&',
      '#',
      '_',
      '^',
      '~',
      '"',
      "\\'",
      ',',
      ' and ',
      '@',
      '=',
    ),
    fc.constantFrom('é', '张', '\u202e', '\n', '\\alpha', '\\(', '\\)', 'von ', ' Jr.', '\ud800', '\\textbf{x}'),
    fc.string({ unit: 'grapheme' }),
  );
  const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  const anyPaper = fc.record({
    id: fc
      .tuple(fc.integer({ min: 1501, max: 1512 }), fc.integer({ min: 10_000, max: 99_999 }))
      .map((parts) => parts.join('.')),
    title: anyText,
    authors: fc.array(anyText, { maxLength: 4 }),
    comments: fc.option(anyText),
    journalRef: fc.option(anyText),
    doi: fc.option(anyText),
    categories: fc.array(anyText, { maxLength: 2 }),
  });

  test('the file is read, with a key of ASCII for each paper and every author in place', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyPaper, { selector: (paper) => paper.id, maxLength: 5 }),
        fc.array(anyText),
        (papers, tags) => {
          const saved = { savedAt: 1, tags, note: '' };
          const entries = readBibtex(toBibtex(papers.map((paper) => paperOf({ paper, saved }))));
          expect(entries.map((entry) => entry.fields['eprint'])).toEqual(papers.map((paper) => paper.id));
          expect(new Set(entries.map((entry) => entry.key)).size).toBe(papers.length);
          for (const [index, { key, fields }] of entries.entries()) {
            expect(key).toMatch(/^[a-z0-9-]+$/);
            const names = papers[index]?.authors.filter((name) => toLatex(name.replaceAll(',', '')) !== '') ?? [];
            expect(splitNames(fields['author'] ?? '').filter(Boolean)).toHaveLength(names.length);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('two papers of one author, year and word never share a key', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 10_000, max: 30_000 }), { minLength: 2, maxLength: 30 }),
        (numbers) => {
          const keys = Object.values(keysOf(...numbers.map((number) => ({ id: `2512.${number}` }))));
          expect(new Set(keys).size).toBe(numbers.length);
        },
      ),
    );
  });
});
