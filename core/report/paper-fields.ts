import { findTrailingLabels, isAnalysisMark, isBareLabel, isChinese, isLabel, readLabel } from './labels';
import type { PaperStart } from './paper-start';
import { firstFilled, isBlank, isRule, lastFilled, type Source } from './source';

/** The lines of a paper, by field. `mark` is the line of the label, or null when the text stands without; ends are exclusive. */
export interface FieldLines {
  mark: number | null;
  from: number;
  to: number;
}
export interface PaperLines {
  /** Labels in front of the abstract. */
  head: { from: number; to: number };
  abstract: FieldLines | null;
  analysis: FieldLines | null;
  findings: FieldLines | null;
  links: FieldLines | null;
  /** Places of lines that belong to no known field, in order. */
  loose: { from: number; to: number }[];
}

/**
 * Divides the lines [start.next, end) of a paper. What is generated (the analysis) uses the frame's own marks, so the frame
 * is read from both ends: fields in front by their first label, links and findings by their last.
 */
export function dividePaper(source: Source, start: PaperStart, end: number): PaperLines {
  const { lines } = source;
  const loose: PaperLines['loose'] = [];
  const last = lastFilled(source, start.next, end);
  let stop = isRule(lines[last - 1] ?? '') ? lastFilled(source, start.next, last - 1) : last;

  let headEnd = start.next;
  while (headEnd < stop && !endsHead(lines[headEnd])) headEnd += 1;
  const hasAbstract = isLabel(lines[headEnd], 'Abstract');

  const links = findLinks(source, headEnd, stop);
  if (links) {
    if (links.to < stop) loose.push({ from: links.to, to: stop });
    stop = links.mark ?? links.from;
  }
  const findings = findFindings(source, headEnd, stop);
  if (findings) {
    if (findings.to < stop) loose.unshift({ from: findings.to, to: stop });
    stop = findings.mark ?? findings.from;
  }

  let head = { from: start.next, to: headEnd };
  let abstract: FieldLines | null = hasAbstract ? { mark: headEnd, from: headEnd, to: stop } : null;
  let mark = headEnd;
  while (mark < stop && !isAnalysisMark(lines[mark])) mark += 1;
  let analysis: FieldLines | null = mark < stop ? { mark, from: mark + 1, to: stop } : null;

  if (!abstract) {
    const bare = findBareAbstract(source, head.from, head.to);
    if (bare < head.to) {
      abstract = { mark: null, from: bare, to: head.to };
      head = { from: head.from, to: bare };
    }
    if (mark > headEnd) loose.unshift({ from: headEnd, to: mark });
  } else {
    abstract.to = analysis ? mark : (findBareAnalysis(source, headEnd, stop) ?? stop);
    if (!analysis && abstract.to < stop) analysis = { mark: null, from: abstract.to, to: stop };
  }
  for (const field of [abstract, analysis]) {
    if (!field) continue;
    const to = findTrailingLabels(source, field.from + (field.mark === field.from ? 1 : 0), field.to);
    if (to === field.to) continue;
    loose.push({ from: to, to: field.to });
    field.to = to;
  }
  return { head, abstract, analysis, findings, links, loose: loose.toSorted((a, b) => a.from - b.from) };
}

function endsHead(line: string | undefined): boolean {
  if (line === undefined || isBlank(line)) return false;
  return (
    isAnalysisMark(line) || isLabel(line, 'Abstract') || isBareLabel(line, 'Key Findings') || isBareLabel(line, 'Links')
  );
}

function isLink(line: string | undefined): boolean {
  return line !== undefined && /^[-*] +\[/.test(line) && line.includes('](') && line.trimEnd().endsWith(')');
}

/** The last `**Links:**` that has links below it (or nothing at all). */
function findLinks(source: Source, from: number, to: number): FieldLines | null {
  const { lines } = source;
  for (let mark = to - 1; mark >= from; mark -= 1) {
    if (!isBareLabel(lines[mark], 'Links')) continue;
    let at = firstFilled(source, mark + 1, to);
    if (at < to && !isLink(lines[at])) continue;
    let last = mark + 1;
    while (at < to && (isBlank(lines[at]) || isLink(lines[at]))) {
      at += 1;
      if (!isBlank(lines[at - 1])) last = at;
    }
    return { mark, from: mark + 1, to: last };
  }
  return null;
}

/** The last `**Key Findings:**` below which stands nothing but a list of sentences (and labels). */
function findFindings(source: Source, from: number, to: number): FieldLines | null {
  const { lines } = source;
  for (let mark = to - 1; mark >= from; mark -= 1) {
    if (!isBareLabel(lines[mark], 'Key Findings')) continue;
    const end = endOfFindings(source, mark + 1, to);
    // Findings are the abstract's sentences; Chinese ones are an analysis's own.
    const first = lines[firstFilled(source, mark + 1, to)] ?? '';
    if (end !== null && !/^- +(?:\*\*)?\p{Script=Han}/u.test(first)) return { mark, from: mark + 1, to: end };
    // Only the last one can be followed by nothing else.
    return null;
  }
  return null;
}

function endOfFindings(source: Source, from: number, to: number): number | null {
  const { lines } = source;
  let last = from;
  for (let at = firstFilled(source, from, to); at < to; at += 1) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    if (isRule(line) && lastFilled(source, at, to, true) <= at) break;
    const continued = last > from && !isBlank(lines[at - 1]);
    if (!line.startsWith('- ') && !continued) {
      // Labels may follow; anything else belongs to an analysis that has findings of its own.
      return last > from && readLabel(line) && findTrailingLabels(source, last, to) <= at ? last : null;
    }
    last = at + 1;
  }
  return last;
}

/** An abstract whose label was lost: the first paragraph in front of the next field that has no label of its own. */
function findBareAbstract(source: Source, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const line = source.lines[at] ?? '';
    if (isBlank(line) || isRule(line) || readLabel(line)) continue;
    if (isBlank(source.lines[at - 1]) && line.length > 60) return at;
  }
  return to;
}

/** **1. 研究问题 (Main Research Question):** may have more English than Chinese. */
function isChineseHeading(line: string): boolean {
  return /^(?:[*-] +|\d{1,2}\. +)?\*\*/.test(line) && /\p{Script=Han}/u.test(line);
}

/** An analysis without a marker: from the first Chinese paragraph or Markdown heading below the abstract's own. */
function findBareAnalysis(source: Source, mark: number, to: number): number | null {
  const { lines } = source;
  const inline = readLabel(lines[mark] ?? '')?.value;
  let at = inline ? mark + 1 : firstFilled(source, mark + 1, to) + 1;
  for (; at < to; at += 1) {
    const line = lines[at] ?? '';
    if (isBlank(line) || !isBlank(lines[at - 1])) continue;
    if (/^#{1,6} /.test(line) || isChinese(line) || isChineseHeading(line)) return at;
  }
  return null;
}
