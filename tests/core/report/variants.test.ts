import { describe, expect, test } from 'vitest';
import { readAnalysis } from '@/core/report/analysis';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { samplePaper, sampleReport } from './sample';
import { VARIANT_REPORTS } from './variant-reports';
import { NO_FAILURES, VARIANT_ANALYSES, VARIANT_FAILURES } from './variant-analyses';

const filled = (text: string) => text.replace(/[\s*#>-]/g, '');

describe.each(VARIANT_ANALYSES)('an analysis with $name', ({ markdown, sections, basis }) => {
  const { analysis } = readAnalysis(markdown, 'We present a method. It is wrapped - as many are. It works.');

  test('has its main sections, as written, each for what it is', () => {
    const titled = analysis?.sections.filter(({ title }) => title !== '') ?? [];
    expect(titled.map(({ part, title }) => `${part} ${title}`)).toEqual(sections);
  });
  test('says what it rests on', () => expect(analysis?.basis).toBe(basis));
  test('loses no word to its sections', () => {
    const whole = analysis?.sections.map(({ title, markdown: text }) => title + text).join('') ?? '';
    expect(filled(whole)).toBe(filled(markdown));
  });
  test('comes back byte for byte under either marker and under none', () => {
    for (const marker of ['**Analysis:**\n\n', '### 论文解读\n\n', '']) {
      const text = sampleReport([samplePaper({ analysis: marker + markdown }), samplePaper({ id: '2512.00002v2' })]);
      const { report } = parseReport(text);
      expect(formatReport(report)).toBe(text);
      expect(report.papers).toHaveLength(2);
      expect(report.papers[0]?.keyFindings).toHaveLength(2);
      // Without a marker, English prose cannot be told from the abstract.
      if (marker === '' && /^(?:Here|\*\*Title)/.test(markdown)) continue;
      expect(report.papers[0]?.analysis?.sections).toEqual(analysis?.sections);
    }
  });
});

describe('a text in which the model asks for the paper', () => {
  test.each(VARIANT_FAILURES)('is no analysis: %s', (markdown) => {
    expect(readAnalysis(markdown, '')).toEqual({ analysis: null, failure: markdown });
  });
  test.each(NO_FAILURES)('is not seen in %s', (markdown) => {
    expect(readAnalysis(markdown, '').failure).toBeNull();
  });
});

describe.each(VARIANT_REPORTS)('a report with $name', (variant) => {
  const { text } = variant;
  const { report } = parseReport(text);
  const [paper] = report.papers;

  test('comes back byte for byte, also through JSON', () =>
    expect(formatReport(JSON.parse(JSON.stringify(report)))).toBe(text));

  test('has the fields that a reader finds', () => {
    expect(report.papers).toHaveLength(variant.name.startsWith('no paper') ? 0 : 2);
    if (!paper) return;
    const { title = 'A Title', authors = 2, findings = 2, links = 2, extra = {} } = variant;
    expect(paper).toMatchObject({ title, published: '2025-12-29', categories: ['cs.CV', 'cs.RO'], extra });
    expect([paper.authors.length, paper.keyFindings.length, paper.links.length]).toEqual([authors, findings, links]);
    expect(paper.analysis === null).toBe(variant.analysis === null);
    if (variant.analysis === null || variant.sections === null) return;
    const titled = paper.analysis?.sections.filter((section) => section.title !== '');
    expect(titled).toHaveLength(variant.sections ?? 2);
  });

  test('keeps what it says within reach', () => {
    const texts: string[] = [];
    JSON.stringify({ ...report, layout: null }, (key, value: unknown) => {
      texts.push(key, typeof value === 'string' ? filled(value) : '');
      return value;
    });
    const said = texts.join('');
    const words = text.split(/\s+|[[\](),:]+/).map(filled);
    const lost = words.filter(
      (word) => !said.includes(word) && !FRAME.has(word) && !/^(?:<a|id=|v?\d+\.?$|\d{8})/.test(word),
    );
    expect(lost).toEqual([]);
  });

  test('changes where a field was changed, and nowhere else', () => {
    if (!paper) return;
    const changed = (values: Partial<typeof paper>) => {
      const before = text.split('\n');
      const after = formatReport({ ...report, papers: [{ ...paper, ...values }, ...report.papers.slice(1)] }).split(
        '\n',
      );
      expect(after).toHaveLength(before.length);
      return before.filter((line, at) => line !== after[at]);
    };
    const rest = paper.authors.slice(1);
    expect(changed({ authors: ['Zoë New', ...rest] })).toEqual([expect.stringMatching(/^\*\*Authors/)]);
    const lines = changed({ title: 'Another One' });
    expect(lines).toHaveLength(text.includes('## Table of Contents\n\n1. [') || text.includes('\r') ? 2 : lines.length);
    for (const line of lines) expect(line).toMatch(/^(?:## \[|\d+\. \[)/);
    for (const line of changed({ version: 9 })) expect(line).toMatch(/^(?:<a|## \[|\d+\. \[)/);
    const [first = paper.links[0], ...others] = paper.links;
    if (first)
      expect(changed({ links: [{ ...first, url: 'https://a.b/c' }, ...others] })).toEqual([
        expect.stringMatching(/^- \[PDF/),
      ]);
    const word = /\w+/.exec(paper.abstract)?.[0] ?? '';
    expect(changed({ abstract: paper.abstract.replace(word, 'Nobody') })).toHaveLength(1);
  });

  test('has a layout that repeats no field', () => {
    const layout = JSON.stringify(report.layout) ?? '';
    for (const { title, authors, abstract, analysis } of report.papers)
      for (const field of [
        title,
        ...authors.filter((name) => name.length > 2),
        abstract.slice(0, 30),
        analysis?.markdown.slice(0, 20) ?? title,
      ])
        expect(layout).not.toContain(JSON.stringify(field).slice(1, -1));
  });
});

const FRAME = new Set(
  'Executive Summary Table of Contents Papers Authors Published Categories Abstract Analysis 论文解读 Key Findings Links PDF arXiv time'.split(
    ' ',
  ),
);

describe('sub-headings', () => {
  const parts = ['研究问题与动机', '关键创新与方法', '主要结果及其意义', '局限性', '未来研究方向'];
  const forms: Record<string, (title: string, place: number) => string> = {
    'bold with number': (title, place) => `**${place}. ${title}：**`,
    'bold with Chinese number': (title, place) => `**${'一二三四五'[place - 1]}、${title}**`,
    'bold without number': (title) => `**${title}**`,
    'the first level': (title, place) => `# ${place}. ${title}`,
    'the third level': (title, place) => `### ${place}. ${title}`,
    'the third level without number': (title) => `### ${title}`,
    'the second level with Chinese number': (title, place) => `## ${'一二三四五'[place - 1]}、${title}`,
    'the fourth level with bold inside': (title, place) => `#### **${place}. ${title}**`,
  };
  const below: Record<string, string> = {
    'numbers below': '### 2.1 编码器\n正文。\n### 2.2 训练策略\n正文。',
    'numbers in parentheses': '### （1）编码器\n正文。\n### （2）实验设置\n正文。',
    'letters in bold': '**a) 编码器**\n正文。\n**b) 训练方法**\n正文。',
    'steps in bold': '**详细步骤：**\n1. 编码\n2. 解码',
    'counted steps': '**步骤1：编码**\n正文。\n**步骤2：解码**\n正文。',
    'counted stages': '**第一阶段：编码**\n正文。\n**第二阶段：训练方法**\n正文。',
    'circled digits': '**① 编码器**\n正文。\n**② 训练方法**\n正文。',
    'an English word': '### Pipeline\n1. **编码：** 取特征。\n2. **解码：** 输出。',
    'a bold sentence': '**本文的核心是把记忆分成两级，从而找回目标。**\n正文。',
    'a list that starts again': '@1. 编码器\n正文。\n@2. 训练策略\n正文。\n@3. 实验数据\n正文。',
  };
  const rows = Object.entries(forms).flatMap(([form, head]) =>
    Object.entries(below).map(([sub, text]) => ({ form, sub, head, text })),
  );

  test.each(rows)('stay below $form: $sub', ({ head, text }) => {
    const same = /^#+ /.exec(head('', 1))?.[0] ?? '#### ';
    const body = (place: number) => (place === 2 ? text.replaceAll('@', same) : '*   **名称：** 正文。');
    const markdown = parts.map((title, at) => `${head(title, at + 1)}\n${body(at + 1)}`).join('\n\n');
    const titles = readAnalysis(markdown, '').analysis?.sections.map(({ title }) => title);
    // One level without numbers says nothing else: what is written as equal is equal.
    const isEqual = same === '### ' && !head('', 1).includes('1') && text.startsWith('@');
    if (!isEqual) expect(titles).toEqual(parts.map((title, at) => head(title, at + 1).replaceAll(/^#+ |\*\*/g, '')));
  });
});

describe('a section behind the others', () => {
  test.each([
    ['**总结：**\n正文。', '总结：'],
    ['**在计算机视觉领域的意义：**\n正文。', '在计算机视觉领域的意义：'],
    ['**对计算机视觉领域的重要性：** 正文。', '对计算机视觉领域的重要性：'],
    ['### 专家点评\n正文。', '专家点评'],
    ['---\n\n**总体评价：**\n正文。', '总体评价：'],
  ])('is one: %s', (text, title) => {
    for (const mark of ['**', '## ', '### '])
      for (const last of ['局限性', '对该领域的潜在影响']) {
        const end = mark === '**' ? mark : '';
        const markdown = ['研究问题', '方法', last]
          .map((name, at) => `${mark}${at + 1}. ${name}${end}\n正文。`)
          .join('\n\n');
        const sections = readAnalysis(`${markdown}\n\n${text}`, '').analysis?.sections;
        expect(sections?.map((section) => section.title)).toEqual(['1. 研究问题', '2. 方法', `3. ${last}`, title]);
      }
  });
});
