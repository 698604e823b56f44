import { samplePaper, sampleReport } from './sample';

/** What a reader finds in the first paper, where it is not the sample's own. `sections` null: not looked at. */
export interface VariantReport {
  name: string;
  text: string;
  title?: string;
  authors?: number;
  findings?: number;
  links?: number;
  extra?: Record<string, string>;
  analysis?: null;
  sections?: number | null;
}

const AN = '**1. 研究问题：**\n正文一段话。\n\n**2. 方法：**\n正文两段话。';
const SECOND = samplePaper({ id: '2512.00002v2', title: 'Second' });

/** Whole reports with the traps of the generator's frame. */
export const VARIANT_REPORTS: VariantReport[] = [
  {
    name: 'a rule glued to the text of an analysis',
    text: sampleReport([samplePaper({ analysis: `**Analysis:**\n\n${AN}\n---` }), SECOND]),
  },
  {
    name: 'two rules glued to it',
    text: sampleReport([samplePaper({ analysis: `**Analysis:**\n\n${AN}\n---\n---` }), SECOND]),
  },
  {
    name: 'a rule right before the key findings',
    text: sampleReport([samplePaper({ analysis: `**Analysis:**\n\n${AN}\n\n---` }), SECOND]).replace(
      '---\n\n**Key',
      '---\n**Key',
    ),
  },
  {
    name: 'no blank before the key findings',
    text: sampleReport([samplePaper(), SECOND]).replace('正文。\n\n**Key', '正文。\n**Key'),
  },
  {
    name: 'a rule in the last line of the text',
    text: sampleReport([samplePaper(), SECOND]).replace('正文。\n\n**Key', '正文。---\n\n**Key'),
  },
  {
    name: 'text underlined by a rule',
    text: sampleReport([samplePaper({ analysis: `**Analysis:**\n\n标题\n---\n正文` }), SECOND]),
    sections: 0,
  },
  {
    name: 'key findings and links inside an analysis',
    text: sampleReport([
      samplePaper({
        analysis: `**Analysis:**\n\n${AN}\n\n**Key Findings:**\n\n- 发现一\n- 发现二\n\n**Links:**\n\n- [PDF](https://evil.example/x.pdf)\n\n**3. 结果：**\n正文。`,
      }),
      SECOND,
    ]),
    sections: 3,
  },
  {
    name: 'Chinese findings that are the analysis’s own',
    text: sampleReport([
      samplePaper({ findings: '', analysis: `**Analysis:**\n\n${AN}\n\n**Key Findings:**\n\n- 发现一` }),
      SECOND,
    ]),
    findings: 0,
    sections: 3,
  },
  {
    name: 'the paper’s own heading inside its analysis',
    text: sampleReport([
      samplePaper({ analysis: `**Analysis:**\n\n## [A Title](https://arxiv.org/abs/2512.23705v1)\n\n${AN}` }),
      SECOND,
    ]),
  },
  {
    name: 'the frame’s headings inside an analysis',
    text: sampleReport([
      samplePaper({
        analysis: `**Analysis:**\n\n## Papers\n\n${AN}\n\n## Table of Contents\n\n1. [x](#y)\n\n## Executive Summary\n\nfoo`,
      }),
      SECOND,
    ]),
    sections: null,
  },
  {
    name: 'the label of the analysis twice',
    text: sampleReport([samplePaper({ analysis: `**Analysis:**\n\n**Analysis:**\n\n${AN}` }), SECOND]),
  },
  {
    name: 'both markers',
    text: sampleReport([samplePaper({ analysis: `**Analysis:**\n\n### 论文解读\n\n${AN}` }), SECOND]),
  },
  {
    name: 'a marker without an analysis',
    text: sampleReport([samplePaper({ analysis: '**Analysis:**' }), SECOND]),
    analysis: null,
  },
  { name: 'no analysis', text: sampleReport([samplePaper({ analysis: '' }), SECOND]), analysis: null },
  { name: 'no findings', text: sampleReport([samplePaper({ findings: '' }), SECOND]), findings: 0 },
  {
    name: 'neither',
    text: sampleReport([samplePaper({ analysis: '', findings: '' }), SECOND]),
    analysis: null,
    findings: 0,
  },
  {
    name: 'citations and scores',
    text: sampleReport([samplePaper({ head: '**Citations:** 12\n\n**Scores:** relevance 3, significance 2' }), SECOND]),
    extra: { Citations: '12', Scores: 'relevance 3, significance 2' },
  },
  {
    name: 'an unknown field',
    text: sampleReport([samplePaper({ head: '**Comment:** 12 pages, 5 figures; CVPR 2026' }), SECOND]),
    extra: { Comment: '12 pages, 5 figures; CVPR 2026' },
  },
  {
    name: 'an unknown field behind the abstract',
    text: sampleReport([samplePaper(), SECOND]).replace('**Analysis:**', '**Venue:** CVPR 2026\n\n**Analysis:**'),
    extra: { Venue: 'CVPR 2026' },
  },
  {
    name: 'one behind the findings',
    text: sampleReport([samplePaper(), SECOND]).replace('**Links:**', '**Code:** https://github.com/a/b\n\n**Links:**'),
    extra: { Code: 'https://github.com/a/b' },
  },
  {
    name: 'one behind the links',
    text: sampleReport([samplePaper(), SECOND]).replace('\n\n---\n\n<a', '\n\n**Venue:** CVPR\n\n---\n\n<a'),
    extra: { Venue: 'CVPR' },
  },
  {
    name: 'a link to citations, with brackets',
    text: sampleReport([
      samplePaper({
        links:
          '- [PDF](http://arxiv.org/pdf/2512.23705v1.pdf)\n- [arXiv](https://arxiv.org/abs/2512.23705v1)\n- [Citations](https://scholar.google.com/scholar?q=a(b))',
      }),
      SECOND,
    ]),
    links: 3,
  },
  {
    name: 'two hundred authors',
    text: sampleReport([
      samplePaper({ authors: Array.from({ length: 200 }, (_, i) => `Name${i} Ünïcode`).join(', ') }),
      SECOND,
    ]),
    authors: 200,
  },
  {
    name: 'a team, a stray colon, a name twice',
    text: sampleReport([samplePaper({ authors: ' Team X,  Ann Lee, :, Ann Lee, 张三, José Ñ' }), SECOND]),
    authors: 6,
  },
  {
    name: 'brackets, LaTeX and quotes in a title',
    text: sampleReport([samplePaper({ title: 'Foo [Bar] (Baz) $\\alpha$-[x](y) "quoted" Fr\'echet & 5° ?' }), SECOND]),
    title: 'Foo [Bar] (Baz) $\\alpha$-[x](y) "quoted" Fr\'echet & 5° ?',
  },
  {
    name: 'a title that ends in a bracket',
    text: sampleReport([samplePaper({ title: 'What is [MASK]' }), SECOND]),
    title: 'What is [MASK]',
  },
  {
    name: 'LaTeX in the abstract',
    text: sampleReport([
      samplePaper({
        abstract:
          "We use \\textbf{bold, \\emph{it}} at 53.5\\% ($\\sim$3\\%). Code: \\href{https://x.y/z}{link}. {unbalanced.\n``quotes'' -- done.",
      }),
      SECOND,
    ]),
  },
  {
    name: 'paragraphs and a list in the abstract',
    text: sampleReport([
      samplePaper({ abstract: 'First para we show.\n\nSecond para\nwrapped.\n\n- item one\n- item two' }),
      SECOND,
    ]),
  },
  {
    name: 'bold labels in the abstract',
    text: sampleReport([
      samplePaper({ abstract: 'First para.\n\n**Method:** we do x.\n\n**Results:** good.' }),
      SECOND,
    ]),
  },
  {
    name: 'hash signs in the abstract',
    text: sampleReport([samplePaper({ abstract: 'First para.\n# of parameters is low.\n## also' }), SECOND]),
  },
  {
    name: 'an analysis of a single line',
    text: sampleReport([samplePaper({ abstract: 'First para.', analysis: '### 论文解读\n\n正文。' }), SECOND]),
    sections: 0,
  },
  {
    name: 'prose without a marker',
    text: sampleReport([samplePaper({ abstract: 'First para.', analysis: '正文很长很长。\n\n第二段。' }), SECOND]),
    sections: 0,
  },
  {
    name: 'code links as findings',
    text: sampleReport([
      samplePaper({
        findings: '- Code is at https://github.com/a/b.\n- We propose x. We show y.\n- \\href{https://a.b}{link}',
      }),
      SECOND,
    ]),
    findings: 3,
  },
  { name: 'one finding', text: sampleReport([samplePaper({ findings: '- We propose' }), SECOND]), findings: 1 },
  {
    name: 'blank lines between findings',
    text: sampleReport([samplePaper({ findings: '- We propose\n\n- We show' }), SECOND]),
  },
  {
    name: 'asterisks for findings',
    text: sampleReport([samplePaper({ findings: '* We propose x\n* We show y' }), SECOND]),
    sections: 3,
    findings: 0,
  },
  { name: 'a paper twice', text: sampleReport([samplePaper(), samplePaper()]) },
  {
    name: 'a paper in two versions',
    text: sampleReport([samplePaper(), samplePaper({ id: '2512.23705v2', title: 'A Title' })]),
  },
  { name: 'no time line', text: sampleReport([samplePaper(), SECOND]).replace('time: 20251230\n\n', '') },
  {
    name: 'no contents',
    text: sampleReport([samplePaper(), SECOND]).replace(/## Table of Contents[\s\S]*?---\n\n/, ''),
  },
  {
    name: 'the form of the wiki',
    text: sampleReport([samplePaper(), SECOND])
      .replace('time: 20251230\n\n', '')
      .replace('## Executive Summary', '## Executive Summary\n'),
  },
  {
    name: 'headings and rules in the summary',
    text: sampleReport(
      [samplePaper(), SECOND],
      '# 每日报告\n\n## 执行摘要\n\n文字。\n\n### 1. 主要主题与趋势\n\n文字\n\n---\n\n### 2. 亮点论文\n\n## Papers\n\n- x\n\n## 3. 新兴方向\n---\n---',
    ),
  },
  {
    name: 'contents of its own in the summary',
    text: sampleReport([samplePaper(), SECOND], '## Table of Contents\n\n1. 主要主题\n2. 亮点\n\n## 主要主题\n\nfoo'),
  },
  {
    name: 'no paper',
    text: sampleReport([], '好的，以下是今天的报告。\n\n**1. 主要主题：**\n[在此插入主题]\n\nXX月XX日 论文A'),
  },
  { name: 'no paper and no summary', text: sampleReport([], '') },
  {
    name: 'no paper, and an honest word',
    text: 'time: 20251230\n\n# Arxiv Computer Vision Papers - 2025-12-30\n\n## Executive Summary\n\n没有论文。\n\n---\n\n## Table of Contents\n\n\n---\n\n## Papers\n\n',
  },
  { name: 'returns', text: sampleReport([samplePaper(), SECOND]).replaceAll('\n', '\r\n') },
  { name: 'a byte order mark', text: '\uFEFF' + sampleReport([samplePaper(), SECOND]) },
  { name: 'no line end', text: sampleReport([samplePaper(), SECOND]).trimEnd() },
  { name: 'more line ends', text: sampleReport([samplePaper(), SECOND]) + '\n\n' },
  {
    name: 'blanks behind the labels',
    text: sampleReport([samplePaper(), SECOND])
      .replaceAll('**Links:**', '**Links:** ')
      .replaceAll('**Abstract:**', '**Abstract:**  ')
      .replaceAll('**Analysis:**', '**Analysis:** ')
      .replaceAll('**Key Findings:**', '**Key Findings:** '),
  },
  {
    name: 'a request in the place of an analysis',
    text: sampleReport([
      samplePaper({ analysis: '**Analysis:**\n\n请提供论文全文。\n\n**1. 研究问题**\n\n**2. 方法**\n' }),
      SECOND,
    ]),
    analysis: null,
  },
  {
    name: 'all fields repeated in an analysis',
    text: sampleReport([
      samplePaper({
        analysis: `**Analysis:**\n\n**Title:** X\n**Authors:** Evil One\n**Published Date:** 2020-01-01\n**Categories:** cs.EV\n\n**Abstract:**\n\nOther abstract whole.\n\n---\n\n**Authors:** Evil\n\n**Published:** 2001-01-01\n\n**Categories:** cs.EV\n\n${AN}`,
      }),
      SECOND,
    ]),
  },
  { name: 'an old identifier', text: sampleReport([samplePaper({ id: 'math/0309136v3' }), SECOND]) },
  { name: 'no version', text: sampleReport([samplePaper({ id: '2512.11111' }), SECOND]) },
];
