import type { LibraryPaper } from '@/core/library/records';
import { paperOf } from './papers';

const HOSTILE = [
  'a\nb\r\nc\u2028d',
  '*/ ]]> --> </script><script>alert(1)</script>',
  '---',
  'key: value',
  '=HYPERLINK("https://evil.example")',
  '+1+cmd|A0',
  '-2+3',
  '@SUM(1)',
  '"=1+1"',
  '＝1＋1',
  '{ } \\ } } % # & _ ^ ~ $',
  '\\',
  '\u0000\u0007\u202e\u2066\ud800',
  'TY  - JOUR',
  'ER  - ',
  '@article{evil,',
  'title = {x},',
  '<% tp.file.title %> {{x}} ![[secret]]',
  'it\'s "quoted", isn\'t it; yes',
];

/** What an analysis may be made of: everything that means something in one of the formats. */
const hostileAnalysis = {
  sections: [
    { part: 'problem' as const, title: '研究问题', markdown: `很难。\n\n${HOSTILE.join('\n\n')}` },
    {
      part: 'method' as const,
      title: '方法：',
      markdown: 'TY  - JOUR\nER  - \nAU  - Nobody\n\n用 $x_1^2$ 和 {大括号}。',
    },
  ],
  keyFindings: ['We propose <b>a thing</b>.', '=1+1'],
  markdown: '很难。',
};

const id = (number: number) => `2512.${String(10_000 + number)}`;

const hostile = HOSTILE.map((text, index) =>
  paperOf({
    paper: {
      id: id(index),
      title: `Paper ${index} ${text}`,
      titleChinese: text,
      authors: [`Ann ${text}`, text, 'Bo Xu'],
      comments: text,
      journalRef: index % 2 ? text : null,
      doi: text,
      abstract: text,
      categories: ['cs.CV'],
    },
    analyses: [hostileAnalysis],
    saved: { savedAt: 1, tags: [text, '透明物体'], note: text },
  }),
);

/** Papers that are hard to write: each with a reason for which some format has gone wrong. */
export const HARD_PAPERS: readonly LibraryPaper[] = [
  paperOf({ paper: { id: '2511.00001', authors: Array.from({ length: 200 }, (_, index) => `Ann${index} Author`) } }),
  paperOf({ paper: { id: '2511.00002', authors: ['Madonna'] } }),
  paperOf({ paper: { id: '2511.00003', authors: ['Laurens van der Maaten', 'Jane Roe Jr.', 'Henry James III'] } }),
  paperOf({ paper: { id: '2511.00004', authors: ['张三', '王 小明'], title: '透明物体的深度估计' } }),
  paperOf({ paper: { id: '2511.00005', authors: ['The ATLAS Collaboration', 'Smith and Jones', 'Roe, Jane, Inc.'] } }),
  paperOf({ paper: { id: '2511.00006', title: String.raw`On $\mathbb{F}_q$ and \textsc{Caps} with {NASA} limits` } }),
  paperOf({
    paper: { id: '2511.00007', title: String.raw`\'{E}tale Cohomology after Erd\H{o}s`, authors: ['Emanuele Macrì'] },
  }),
  paperOf({ paper: { id: '2511.00008', title: 'Étale Macrì é', authors: [String.raw`Paul Erd\H{o}s`] } }),
  paperOf({ paper: { id: '2511.00009', title: 'Braces { open } } and 50% of #1 in a_b & c ^ ~' } }),
  paperOf({ paper: { id: '2511.00010', title: '🚀 Emoji 深度 ②' } }),
  paperOf({ paper: { id: '2511.00011', title: `Long ${'and longer '.repeat(280)}` } }),
  paperOf({
    paper: { id: 'math/0309136', published: null, journalRef: 'Ann. Math. 1 (2003)', doi: '10.1000/a 10.1000/b' },
  }),
  paperOf({ paper: { id: 'hep-th/9901001', published: '1999-13-45', authors: [], journalRef: 'J. Test. 1' } }),
  // Only its id is known.
  paperOf({
    paper: { id: '2511.00012', version: null, title: '', authors: [], published: null, categories: [], abstract: '' },
  }),
  paperOf({ paper: { id: '论文/1', title: 'From elsewhere', authors: [], published: null, categories: [] } }),
  ...hostile,
];

/** A hundred papers of one first author, year and word. */
export const SAME_KEYS: readonly LibraryPaper[] = Array.from({ length: 100 }, (_, index) =>
  paperOf({ paper: { id: id(500 + index) } }),
);

/** One paper with all that a reader may have of it. */
export const FULL_PAPER: LibraryPaper = paperOf({
  paper: {
    title: String.raw`On Erd\H{o}s problems over $\mathbb{F}_q$ by NASA`,
    titleChinese: '论埃尔德什问题',
    authors: ['Laurens van der Maaten', 'Jane Roe Jr.', 'LHCb Collaboration', '张三'],
    comments: 'Accepted at CVPR 2026',
    journalRef: 'J. Test. 1 (2025) 2',
    doi: '10.1000/a_b%c',
    categories: ['cs.CV', 'cs.RO'],
  },
  analyses: [
    {
      sections: [
        { part: 'gist', title: '一句话', markdown: '它解决了**透明物体**的深度。' },
        { part: 'problem', title: '研究问题', markdown: '透明物体很难，误差达 $5\\%$。\n\n第二段。' },
        { part: 'method', title: '', markdown: '- 扩散模型\n- 微调' },
      ],
      keyFindings: ['We propose DKT.'],
      markdown: '全文',
    },
    { source: '另一份日报', basis: 'abstract', basisStated: true, version: null, markdown: '只有一段。' },
  ],
  saved: { savedAt: 1, tags: ['数论', 'to read, soon; now'], note: '先读第三节\n# 很重要' },
});
