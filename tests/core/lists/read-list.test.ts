import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '@/core/errors';
import { biblatexChunks } from '@/core/export/biblatex';
import { bibtexChunks } from '@/core/export/bibtex';
import { risChunks } from '@/core/export/ris';
import { type IncomingList, readList, readPlainList } from '@/core/lists/read-list';
import { HARD_PAPERS } from '../export/hard-papers';
import { paperOf } from '../export/papers';

const NOW = 1_000;
const idsOf = (list: IncomingList | null) => list?.papers.map(({ paper }) => paper.id);
const read = (text: string) => {
  const list = readList(text, NOW);
  if (!list) throw new Error('no list');
  return list;
};
const flat = (note = '') => note.replace(/\s+/g, ' ');
const only = (text: string) => {
  const [first, ...rest] = read(text).papers;
  if (!first || rest.length > 0) throw new Error('not one paper');
  return first;
};

describe('BibTeX', () => {
  // As Google Scholar, arXiv, Zotero, Mendeley, JabRef, DBLP and biber write them.
  test.each([
    [
      'Google Scholar',
      '@article{vaswani2017attention,\n  title={Attention is all you need},\n  author={Vaswani, Ashish and others},\n  journal={arXiv preprint arXiv:1706.03762},\n  year={2017}\n}',
      '1706.03762',
    ],
    [
      'arXiv',
      '@misc{vaswani2023attention,\n title={Attention Is All You Need}, \n author={Ashish Vaswani and Noam Shazeer},\n year={2023},\n eprint={1706.03762},\n archivePrefix={arXiv},\n primaryClass={cs.CL},\n url={https://arxiv.org/abs/1706.03762}, \n}',
      '1706.03762',
    ],
    [
      'Zotero',
      '@misc{x,\n\ttitle = {{CLIP}},\n\turl = {http://arxiv.org/abs/2103.00020},\n\tdoi = {10.48550/arXiv.2103.00020},\n\tnote = {arXiv:2103.00020 [cs]},\n\tkeywords = {Computer Science - Machine Learning, mine},\n}',
      '2103.00020',
    ],
    [
      'Mendeley',
      '@article{X2017,\narchivePrefix = {arXiv},\narxivId = {1706.03762},\ntitle = {{Attention}},\nmendeley-tags = {a,b}\n}',
      '1706.03762',
    ],
    [
      'JabRef',
      '@Article{X,\n  author = {A B},\n  title = "Quoted {T}itle",\n  eprinttype = {arXiv},\n  eprint = {hep-th/9901001v2},\n  comment = {mine},\n}',
      'hep-th/9901001',
    ],
    [
      'DBLP',
      '@article{DBLP:journals/corr/VaswaniSPUJGKP17,\n  journal = {CoRR},\n  volume = {abs/1706.03762},\n  title = {Attention}\n}',
      '1706.03762',
    ],
    [
      'biber',
      '@online{x, title = {T}, eprinttype = {arxiv}, eprint = {math.GT/0309136}, eprintclass = {math.GT}, date = {2003-09-08}}',
      'math/0309136',
    ],
    ['brackets', '@misc(x, title = {T}, url = {https://www.alphaxiv.org/abs/1706.03762v5})', '1706.03762'],
    ['a DOI alone', '@misc{x, doi = {https://doi.org/10.48550/arXiv.1706.03762}}', '1706.03762'],
  ])('of %s tells which paper it is', (_, text, id) => expect(idsOf(read(text))).toEqual([id]));

  test('is read field by field', () => {
    const { paper, saved } = only(String.raw`% a remark
@string{jmlr = "J. Mach. Learn. Res."}
@preamble{"\newcommand{\x}{y}"}
@article{key,
  title = {{A} {B}ERT \& $x_{ij}^2$ of {Erd{\H o}s}: 100\% --- {\'E}t\'e},
  author = {M{\"u}ller, J{\"o}rg and van der Berg, Ana and {LHCb Collaboration} and Roe, Jr., Jane and Łukasz Kaiser},
  journal = jmlr # { (JMLR)},
  volume = 21, number = {3}, pages = {1--67}, year = 2020, month = mar,
  eprint = {2001.00001}, archiveprefix = {arXiv}, primaryclass = {cs.LG},
  doi = {10.1000/x_y}, abstract = {We do {$a$}.}, keywords = {one; two, three},
  annote = {Mine.}, note = {12 pages},
}`);
    expect(paper).toMatchObject({
      id: '2001.00001',
      version: null,
      title: 'A BERT & $x_{ij}^2$ of Erdős: 100% — Été',
      authors: ['Jörg Müller', 'Ana van der Berg', 'LHCb Collaboration', 'Jane Roe Jr.', 'Łukasz Kaiser'],
      journalRef: 'J. Mach. Learn. Res. (JMLR) 21(3), 1–67 (2020)',
      categories: ['cs.LG'],
      doi: '10.1000/x_y',
      abstract: 'We do $a$.',
      comments: '12 pages',
    });
    expect(saved).toEqual({ savedAt: NOW, tags: ['one', 'two, three'], note: 'Mine.' });
  });

  test('leaves out what Zotero tags with arXiv’s categories', () =>
    expect(
      only('@misc{x, eprint={2103.00020}, keywords = {Computer Science - Machine Learning, cs.LG, mine}}').saved?.tags,
    ).toEqual(['mine']));

  test('names what is not on arXiv, and goes on behind what is broken', () => {
    const list = read(
      '@book{a, title = {A Book}, isbn = {978-3-16-148410-0}}\n@misc{b, title = {open {brace\n@misc{c,\n eprint = {1706.03762}}\n@article{d, title={Nature}, doi={10.1038/s41586-020-2649-2}}\n',
    );
    expect(idsOf(list)).toEqual(['1706.03762']);
    expect(list.skipped).toEqual([
      { line: 1, reason: '没有 arXiv 编号：A Book' },
      { line: 2, reason: '这一条的写法不完整，读不了' },
      { line: 5, reason: '没有 arXiv 编号：Nature' },
    ]);
  });
});

describe('RIS', () => {
  test('of Zotero is read with its tags and notes', () => {
    const { paper, saved } = only(
      'TY  - GEN\nTI  - Attention Is All You Need\nAU  - Vaswani, Ashish\nAU  - Kaiser, Łukasz\nDA  - 2017/06/12/\nPY  - 2017\nDO  - 10.48550/arXiv.1706.03762\nUR  - http://arxiv.org/abs/1706.03762\nAB  - We propose\nN1  - Comment: 15 pages\nN1  - <p>My <b>note</b> &amp; more</p>\nKW  - transformers\nKW  - Computer Science - Computation and Language\nER  - \n',
    );
    expect(paper).toMatchObject({
      id: '1706.03762',
      title: 'Attention Is All You Need',
      authors: ['Ashish Vaswani', 'Łukasz Kaiser'],
      published: '2017-06-12',
      comments: '15 pages',
      journalRef: null,
      doi: null,
    });
    expect(saved).toEqual({ savedAt: NOW, tags: ['transformers'], note: 'My note & more' });
  });

  test('names what is not on arXiv', () =>
    expect(read('TY  - BOOK\nTI  - A Book\nER  - \n').skipped).toEqual([
      { line: 1, reason: '没有 arXiv 编号：A Book' },
    ]));
});

describe('PaperMemory', () => {
  const entry = {
    title: 'Attention is all you need',
    author: 'Ashish Vaswani and Noam Shazeer',
    tags: ['nlp'],
    note: 'Accepted @ NeurIPS',
    favorite: true,
    addDate: '2021-03-04T05:06:07.000Z',
    lastOpenDate: '2022-01-01T00:00:00.000Z',
    count: 3,
    source: 'arxiv',
    venue: '',
    codeLink: 'https://github.com/a/b',
    pdfLink: 'https://arxiv.org/pdf/1706.03762.pdf',
    year: '2017',
  };

  test('is read with tags, notes, favourites and the day of each', () => {
    const list = read(
      JSON.stringify({
        'Arxiv-1706.03762': { id: 'Arxiv-1706.03762', ...entry },
        __dataVersion: 502,
        'NeurIPS-2020_1234': {
          ...entry,
          id: 'NeurIPS-2020_1234',
          title: 'Other',
          pdfLink: 'https://papers.nips.cc/x.pdf',
        },
      }),
    );
    expect(list.skipped).toEqual([{ line: 1, reason: '没有 arXiv 编号：Other' }]);
    expect(list.papers).toHaveLength(1);
    expect(list.papers[0]?.paper).toMatchObject({
      id: '1706.03762',
      title: entry.title,
      authors: ['Ashish Vaswani', 'Noam Shazeer'],
    });
    expect(list.papers[0]?.paper.links.at(-1)).toEqual({ label: 'Code', url: 'https://github.com/a/b' });
    expect(list.papers[0]?.saved).toEqual({
      savedAt: Date.UTC(2021, 2, 4, 5, 6, 7),
      tags: ['nlp', 'favorite'],
      note: 'Accepted @ NeurIPS',
    });
  });

  test('bears with what is missing or of another type', () =>
    expect(
      idsOf(
        read(
          JSON.stringify({
            __dataVersion: 1,
            'Arxiv-1706.03762': { tags: 3, addDate: 'never', codeLink: 'javascript:x' },
            x: 4,
          }),
        ),
      ),
    ).toEqual(['1706.03762']));

  test('says so when it is cut off', () =>
    expect(() => readList('{"__dataVersion": 1, "Arxiv-1706.03762": {', NOW)).toThrow(AppError));
});

describe('a plain list', () => {
  test('names papers by identifiers and links of any kind', () => {
    const text = `# mine
1706.03762, 2103.00020v2
arXiv:hep-th/9901001；https://arxiv.org/pdf/2512.23705v1.pdf
- [A paper](https://arxiv.org/html/2401.00001v1#S1)
https://www.alphaxiv.org/abs/2401.00002 https://huggingface.co/papers/2401.00003
https://doi.org/10.48550/arXiv.2401.00004
some words
1706.03762`;
    const list = readPlainList(text, NOW);
    expect(idsOf(list)).toEqual([
      '1706.03762',
      '2103.00020',
      'hep-th/9901001',
      '2512.23705',
      '2401.00001',
      '2401.00002',
      '2401.00003',
      '2401.00004',
    ]);
    expect(list?.skipped).toEqual([{ line: 7, reason: '没有 arXiv 编号：some words' }]);
    expect(list?.papers[0]?.paper.title).toBe('arXiv:1706.03762');
  });

  test.each(['', 'no paper', '12 pages\n2024.12345\n3.14159', 'https://example.org/2401', 'a\nb\nc\n1706.03762'])(
    'is not %j',
    (text) => expect(readPlainList(text, NOW)).toBeNull(),
  );
});

test.each([
  '',
  '# Report',
  '{"format":"daodu-library","version":1,"papers":[',
  '{"id":"2512.23705","title":"x"}',
  'mail me @home {x}',
  'TYPE - x',
  '1706.03762',
])('no other list is found in %j', (text) => expect(readList(text, NOW)).toBeNull());

describe('our own exports', () => {
  const saved = { savedAt: 5, tags: ['三维', 'to do'], note: '第一行 100% & $x$ {a}\n\n第二行：见 https://a.org' };
  const papers = [
    paperOf({
      paper: {
        title: String.raw`CLIP & $x_{i}$ of Erd\H{o}s`,
        doi: '10.1000/a_b',
        journalRef: 'J. Test 12',
        comments: '12 pages',
      },
      saved,
      analyses: [{ markdown: '提出了一种在视频里估计深度的方法，适用于透明物体。' }],
    }),
    paperOf({
      paper: { id: 'hep-th/9901001', title: 'Old', authors: ['LHCb Collaboration', 'Ana van der Berg'] },
      saved: { savedAt: 6, tags: [], note: '' },
    }),
  ];
  const options = { language: 'zh' } as const;
  test.each([
    ['BibTeX', [...bibtexChunks(papers, options)].join('')],
    ['BibLaTeX', [...biblatexChunks(papers, options)].join('')],
    ['RIS', [...risChunks(papers, options)].join('')],
  ])('as %s come back with ids, tags and notes', (format, text) => {
    const list = read(text);
    expect(list.skipped).toEqual([]);
    expect(idsOf(list)).toEqual(['2512.23705', 'hep-th/9901001']);
    const [first, second] = list.papers;
    expect(first?.saved?.tags).toEqual(saved.tags);
    expect(format === 'RIS' ? first?.saved?.note : flat(first?.saved?.note)).toBe(
      format === 'RIS' ? saved.note : flat(saved.note),
    );
    expect(first?.paper).toMatchObject({
      title: 'CLIP & $x_{i}$ of Erdős',
      authors: ['Shaocong Xu', 'Hao Zhao'],
      doi: '10.1000/a_b',
      journalRef: 'J. Test 12',
      comments: '12 pages',
    });
    expect(second?.saved).toEqual({ savedAt: NOW, tags: [], note: '' });
    expect(second?.paper.authors).toEqual(['LHCb Collaboration', 'Ana van der Berg']);
  });

  test('come back whatever titles and notes hold', () => {
    const all = HARD_PAPERS.map((paper, index) => ({
      ...paper,
      paper: { ...paper.paper, id: `2401.${String(index).padStart(5, '0')}` },
    }));
    expect(all.length).toBeGreaterThan(5);
    for (const text of [[...bibtexChunks(all, options)].join(''), [...risChunks(all, options)].join('')])
      expect(idsOf(read(text))).toEqual(all.map(({ paper }) => paper.id));
  });
});

test('takes any text without fail, and no time', { timeout: 60_000 }, () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '@misc{',
      '{',
      '}',
      '"',
      '=',
      ',',
      '\n',
      '@string{',
      '#',
      'TY  - X\n',
      'N1  - ',
      'eprint',
      '1706.03762',
      ' and ',
      '\\',
      '$',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      for (const start of ['', '@misc{a,', 'TY  - GEN\n']) {
        readList(start + pieces.join(''), NOW);
        readPlainList(start + pieces.join(''), NOW);
      }
    }),
    { numRuns: 300 },
  );
  for (const text of ['@a{', '@misc{a, b = {', '@misc{a, b = c # ', '{'.repeat(3), 'TY  - X\nAU  - ', '1706.03762 '])
    readList(text.repeat(20_000), NOW);
  readPlainList('1706.03762 '.repeat(20_000), NOW);
});
