/** Reports in the generator's format, in our own words. */
export interface SamplePaper {
  id?: string;
  title?: string;
  url?: string;
  authors?: string;
  head?: string;
  abstract?: string;
  analysis?: string;
  findings?: string;
  links?: string;
}

export function samplePaper(paper: SamplePaper = {}): string {
  const id = paper.id ?? '2512.23705v1';
  const {
    title = 'A Title',
    url = `https://arxiv.org/abs/${id}`,
    authors = 'Ann Lee, Bo Xu',
    head = '',
    abstract = 'We present a method.\nIt is wrapped - as\nmany are. It works.',
    analysis = '**Analysis:**\n\n**1. 研究问题：**\n正文。\n\n**2. 方法：**\n正文。',
    findings = '- We present a method.\n- It is wrapped - as\nmany are.',
    links = `- [PDF](http://arxiv.org/pdf/${id})\n- [arXiv](https://arxiv.org/abs/${id})`,
  } = paper;
  return [
    `<a id='${id}'></a>\n## [${title}](${url})`,
    `**Authors:** ${authors}`,
    '**Published:** 2025-12-29',
    '**Categories:** cs.CV, cs.RO',
    head,
    `**Abstract:**\n\n${abstract}`,
    analysis,
    findings && `**Key Findings:**\n\n${findings}`,
    `**Links:**\n\n${links}`,
    '---\n\n',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

export const SUMMARY =
  '好的，这是今天的概览。\n\n---\n\n**1. 主要主题与趋势**\n\n* 一些趋势。\n\n**2. 建议阅读的论文**\n\n* “A Title”。\n\n---';

/** `contents` null: one line for each paper. */
export function sampleReport(
  papers: string[] = [samplePaper()],
  summary = SUMMARY,
  contents: string | null = null,
): string {
  const lines = papers.map((paper, index) => {
    const id = /id='([^']*)'/.exec(paper)?.[1] ?? '';
    const title = /## \[([\s\S]*?)\]\(http/.exec(paper)?.[1] ?? '';
    return `${index + 1}. [${title}](#${id})`;
  });
  return [
    'time: 20251230\n\n# Arxiv Computer Vision Papers - 2025-12-30\n\n',
    summary && `## Executive Summary\n\n${summary}\n\n---\n\n`,
    `## Table of Contents\n\n${contents ?? lines.join('\n')}\n\n---\n\n## Papers\n\n`,
    ...papers,
  ].join('');
}
