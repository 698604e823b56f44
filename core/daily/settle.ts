import type { Analysis, Paper, Summary } from '../paper';
import { readAnalysis } from '../report/analysis';
import { readLabel } from '../report/labels';
import { isDay } from '../report-day';
import { settleMarkdown, withoutControls } from './settle-markdown';

/**
 * A paper whose texts the generator's Markdown gives back as they are. `formatReport` escapes nothing, since it must give back
 * the bytes of what others wrote, so that a text which looks like a mark of the frame is changed here, where it comes in, and by
 * as little as will do: lines are joined, the asterisks of a label at a text's beginning go.
 *
 * What only JSON can hold is kept: the Chinese title, and what an analysis rests on. What is a reader's own is not, nor what
 * stands in the place of an analysis and is none.
 */
export function settlePaper(paper: Paper): Paper {
  const abstract = settleLine(paper.abstract);
  const extra: Paper['extra'] = {};
  for (const [label, text] of Object.entries(paper.extra)) {
    const value = oneLine(text);
    if (value !== '' && isOwnLabel(label)) extra[label] = value;
  }
  // In the order in which `parseReport` has the fields, so that both give the same JSON.
  return {
    id: paper.id,
    version: paper.version,
    title: oneLine(paper.title),
    titleChinese: paper.titleChinese,
    // The comma is what divides names.
    authors: settleNames(paper.authors),
    published: paper.published !== null && isDay(paper.published) ? paper.published : null,
    categories: settleNames(paper.categories),
    abstract,
    keyFindings: settleFindings(paper.keyFindings, abstract),
    links: paper.links.map(({ label, url }) => ({
      label: oneLine(label.replace(/[[\]]/g, ' ')),
      url: url.replace(/\s/g, ''),
    })),
    extra,
    saved: null,
    analysis: paper.analysis && settleAnalysis(paper.analysis, abstract),
    failure: null,
  };
}

/** An overview that the generator's Markdown gives back as it is; null without a text. */
export function settleSummary(summary: Summary, read: (markdown: string) => Summary | null): Summary | null {
  return read(settleMarkdown(summary.markdown));
}

export function oneLine(text: string): string {
  return withoutControls(text).replace(/\s+/g, ' ').trim();
}

/** Text that stands alone on its line, and would be read as what it looks like. */
function settleLine(text: string): string {
  let line = oneLine(text);
  for (let label = readLabel(line); label; label = readLabel(line)) line = `${label.label}: ${label.value}`.trim();
  if (/^-{3,}$/.test(line)) return '';
  return line.replace(/^(?:#+ )+/, '').replace(/^<a /, '< a ');
}

function settleNames(names: readonly string[]): string[] {
  return names.map((name) => oneLine(name.replaceAll(',', ' '))).filter((name) => name !== '');
}

/** Sentences of an English abstract; below their label Chinese ones would be taken for an analysis's own. */
function settleFindings(findings: readonly string[], abstract: string): string[] {
  const settled: string[] = [];
  for (const finding of findings) {
    const text = oneLine(finding);
    if (text === '' || /^(?:\*\*)?\p{Script=Han}/u.test(text)) continue;
    const before = settled.at(-1);
    // A reader takes two bullets for one sentence that was wrapped at a dash, where the abstract has them so.
    if (before !== undefined && abstract.includes(`${before} - ${text.slice(0, 40)}`)) {
      settled[settled.length - 1] = `${before} - ${text}`;
    } else settled.push(text);
  }
  return settled;
}

const OF_FRAME = /^(?:authors|published|categories|abstract|analysis|论文解读|key findings|links)$/i;

function isOwnLabel(label: string): boolean {
  return !OF_FRAME.test(label) && readLabel(`**${label}:** x`)?.label === label;
}

/** A section that says so is how a reader of the Markdown learns that no more than the abstract was read. */
const FROM_ABSTRACT = '\n\n### 说明（由摘要推断）\n\n这篇解读只根据摘要写成。';

function settleAnalysis(given: Analysis, abstract: string): Analysis | null {
  let markdown = settleMarkdown(given.markdown);
  let { analysis } = readAnalysis(markdown, abstract);
  if (analysis && given.basis === 'abstract' && analysis.basis !== 'abstract') {
    markdown += FROM_ABSTRACT;
    ({ analysis } = readAnalysis(markdown, abstract));
  }
  return analysis && { ...analysis, basis: given.basis === 'unknown' ? analysis.basis : given.basis };
}
