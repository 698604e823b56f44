import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { reach } from './reach';
import { samplePaper, sampleReport } from './sample';

const KINDS: readonly (readonly string[])[] = [
  ['研究问题', '关键创新与方法', '主要结果', '局限性', '未来研究方向'],
  ['主要贡献', '关键创新', '对该领域的潜在影响', '相关领域或应用', '可从摘要推断的局限性'],
  ['摘要翻译', '方法动机分析', '方法设计详解', '方法对比分析', '实验表现与优势', '学习与应用', '总结'],
  ['问题与动机', '核心方法', '主要结果', '局限与意义'],
];
/** How a model writes its headings: the line in front of a section, and the title in it. */
const FORMS: readonly ((title: string, place: number) => readonly [line: string, title: string])[] = [
  (title, place) => [`**${place}. ${title}：**`, `${place}. ${title}：`],
  (title, place) => [`**${place}. ${title}**:`, `${place}. ${title}:`],
  (title, place) => [`**${place}、${title}**`, `${place}、${title}`],
  (title, place) => [`### ${place}. ${title}`, `${place}. ${title}`],
  (title, place) => [`#### **${place}. ${title} (in English)**`, `${place}. ${title} (in English)`],
  (title, place) => [`# ${place}. ${title}`, `${place}. ${title}`],
  (title, place) => [`## ${'一二三四五六七'[place - 1]}、${title}`, `${'一二三四五六七'[place - 1]}、${title}`],
  (title, place) => [`*   **${place}. ${title}：**`, `${place}. ${title}：`],
  (title) => [`### ${title}`, title],
  (title) => [`**${title}：**`, `${title}：`],
  (title, place) => [`${place}.  **${title}**：`, `${place}. ${title}：`],
  (title, place) => [`**（${'一二三四五六七'[place - 1]}）${title}**`, `（${'一二三四五六七'[place - 1]}）${title}`],
  (title, place) => [`__${place}. ${title}__`, `${place}. ${title}`],
  (title, place) => [` **${place}. ${title}**`, `${place}. ${title}`],
];
const BODIES = [
  '作者把几何先验写进损失函数，误差降到 0.31。',
  '*   **几何先验：** 由深度图得到。\n    1.  先对齐，再融合。\n        - 置信度低的不参与。\n*   **一致性**：约束相邻视角。',
  '首先取特征。\n\n---\n\n然后融合。',
  '| 方法 | 误差 |\n| --- | --- |\n| 本文 | 0.31 |',
  '\\[\nE = \\sum_i x_i\n\\]\n是能量。',
  '```\n# 注释\n**Links:**\n```',
  '一句话。\n---\n---',
] as const;
const OPENINGS = [
  '',
  '好的，这是对论文的全面摘要：\n\n',
  '好的，作为专家，我分析如下。\n\n---\n\n',
  '**Title:** X\n**Authors:** Nobody\n**Published Date:** 1999-01-01\n**Categories:** cs.XX\n**Abstract:**\nAnother one.\n\n---\n\n',
  '**摘要：**\n\n',
  '## 论文分析：Another Title\n\n',
] as const;
const CLOSINGS = [
  '',
  '\n\n希望这份摘要对您有所帮助！',
  '\n\n---\n\n总而言之，这项工作很重要。',
  '\n---',
  '\n\n---\n\n---',
] as const;
const SUMMARIES = [
  '',
  '好的，这是今天的概览。\n\n---\n\n**1. 主要主题**\n\n* 一些趋势。\n\n---',
  '# 日报\n\n## 执行摘要\n\n## 主要主题\n\n一些。\n\n---\n---\n\n## Papers\n\n一些。',
  '一些。\n\n## Executive Summary\n\n更多，见 [Gone](#2512.99999v1)。',
  '## Table of Contents\n\n1. 主题\n\n一些。\n---',
  'time: 20200101\n\n今天（2020-01-01）共有 99 篇论文。',
] as const;
const FAILURES = [
  '请提供论文的全文，我将为您分析。',
  '抱歉，我无法访问该论文。\n\n### 1. 方法\n\n### 2. 结果',
  'Processing failed',
] as const;

const analysis = fc
  .record({
    titles: fc.constantFrom(...KINDS),
    form: fc.constantFrom(...FORMS),
    bodies: fc.array(fc.constantFrom(...BODIES), { minLength: 7, maxLength: 7 }),
    opening: fc.constantFrom(...OPENINGS),
    closing: fc.constantFrom(...CLOSINGS),
  })
  .map(({ titles, form, bodies, opening, closing }) => {
    const heads = titles.map((title, at) => form(title, at + 1));
    const inList = /^(?:\*|\d\.) /.test(heads[0]?.[0] ?? '');
    const text = heads.map(([line], at) => {
      const body = bodies[at] ?? '';
      return `${line}\n${inList ? body.replaceAll(/^(?=.)/gm, '    ') : body}`;
    });
    return { text: `${opening}${text.join('\n\n')}${closing}`, titles: heads.map(([, title]) => title), failed: false };
  });
const NONE: readonly string[] = [];
const failure = fc.constantFrom(...FAILURES).map((text) => ({ text, titles: NONE, failed: true }));
const nothing = fc.constant({ text: '', titles: NONE, failed: false });

const paper = fc.record({
  number: fc.integer({ min: 1, max: 99_999 }).map((number) => String(number).padStart(5, '0')),
  version: fc.integer({ min: 1, max: 3 }),
  analysis: fc.oneof({ weight: 5, arbitrary: analysis }, failure, nothing),
  marker: fc.constantFrom('**Analysis:**\n\n', '### 论文解读\n\n', '**Analysis:**\n'),
  findings: fc.constantFrom('', '- We present a method.', '- We present a method.\n- It is wrapped - as\nmany are.'),
  extra: fc.constantFrom<Record<string, string>[]>({}, { Citations: '12' }, { Scores: '3, 2', Comment: '9 pages' }),
});

const RUNS = 100; // some thousand were tried by hand

test('a report composed of what models do has its papers, sections and fields in order, and loses nothing', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(paper, { minLength: 1, maxLength: 5, selector: ({ number }) => number }),
      fc.constantFrom(...SUMMARIES),
      fc.constantFrom<((text: string) => string)[]>(
        (text) => text,
        (text) => text.replace(/^time:.*\n\n/, ''),
        (text) => text.replace(/## Table of Contents\n\n1\. \[[^]*?---\n\n/, ''),
        (text) => text.replaceAll('\n', '\r\n'),
        (text) => `\uFEFF${text}`,
        (text) => text.trimEnd(),
      ),
      (papers, summary, change) => {
        const blocks = papers.map(({ number, version, analysis: { text }, marker, findings, extra }) =>
          samplePaper({
            id: `2512.${number}v${version}`,
            analysis: text && marker + text,
            findings,
            head: Object.entries(extra)
              .map(([label, value]) => `**${label}:** ${value}`)
              .join('\n\n'),
          }),
        );
        const source = change(sampleReport(blocks, summary));
        const { report } = parseReport(source);
        expect(formatReport(JSON.parse(JSON.stringify(report)))).toBe(source);
        expect(reach(source, { ...report, layout: null }).lost).toEqual([]);
        expect(report.papers.map(({ id, version }) => `${id}v${version}`)).toEqual(
          papers.map(({ number, version }) => `2512.${number}v${version}`),
        );
        expect(report.summary?.invented ?? null).toBe(summary === '' ? null : false);
        expect(report.date).toBe('2025-12-30');
        for (const [index, { analysis: wanted, extra, findings }] of papers.entries()) {
          const read = report.papers[index];
          expect(read).toMatchObject({
            authors: ['Ann Lee', 'Bo Xu'],
            published: '2025-12-29',
            categories: ['cs.CV', 'cs.RO'],
            abstract: 'We present a method. It is wrapped - as many are. It works.',
            failure: wanted.failed ? wanted.text : null,
            links: { length: 2 },
          });
          expect(read?.extra).toEqual(extra);
          expect(read?.keyFindings).toHaveLength(findings === '' ? 0 : findings.split('\n- ').length);
          const titles = read?.analysis?.sections
            .map(({ title }) => title)
            .filter((title) => wanted.titles.includes(title));
          expect(titles ?? []).toEqual(wanted.titles);
          expect(read?.analysis?.sections.filter(({ title, part }) => title !== '' && part === 'other') ?? []).toEqual(
            [],
          );
        }
      },
    ),
    { numRuns: RUNS },
  );
}, 60_000);
