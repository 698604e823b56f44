import { AppError } from '../errors';
import type { Paper, Report, Skipped } from '../paper';
import { runSteps, type Steps } from '../steps';
import { readAnalysis } from './analysis';
import { readContents } from './contents';
import { keyPapers, timeLine } from './format';
import { readFrame, type Frame } from './frame';
import { fingerprint } from './hash';
import { FRAME_TAIL, PAPER_TAIL, frameGap, framePieces, type FramePiece, type Layout } from './layout';
import { plainLines } from './line-ends';
import { readPaperBlock, type PaperBlock } from './paper-block';
import { findPaperStarts, type PaperStart } from './paper-start';
import { toSource, type Source } from './source';
import { readSummary } from './summary';

/** A report, and the lines of its source that could not be used. */
export interface ReadReport {
  report: Report;
  skipped: Skipped[];
}

/**
 * Reads a daily report in Markdown. `formatReport` of the result gives the text again, byte for byte. A day without papers is a
 * report whose summary is invented. `hint` says the day where the text does not.
 *
 * @throws AppError `no-report` when the text is none, `no-paper` when papers are announced but none can be read, `cut-short`
 *   when it ends in the middle of a paper.
 */
export function parseReport(text: string, hint?: { date: string | null }): ReadReport {
  return runSteps(parseReportSteps(text, hint));
}

/** `parseReport`, paper by paper. */
export function* parseReportSteps(text: string, hint?: { date: string | null }): Steps<ReadReport> {
  const { text: plain, ends } = plainLines(text);
  const source = toSource(plain);
  const starts = findPaperStarts(source);
  const firstLine = starts[0]?.line ?? source.lines.length;
  const frame = readFrame(source, firstLine);
  if (starts.length === 0) refuseWithoutPaper(frame, source);

  const titles = new Map(frame.contents.map((entry) => [contentsId(entry.text), contentsTitle(entry.text)]));
  const blocks: PaperBlock[] = [];
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1]?.line ?? source.lines.length;
    blocks.push(readPaperBlock(source, start, end, titles.get(nameOf(start)) ?? ''));
    yield;
  }
  refuseCutShort(source, frame, starts, blocks);

  const papers: Paper[] = [];
  for (const { paper, analysis } of blocks) {
    papers.push({ ...paper, ...readAnalysis(analysis, paper.abstract) });
    yield;
  }
  const { contents, skipped } = readContents(frame.contents, papers);
  const summary = readSummary(frame.summary.join('\n\n'), papers.length);
  const date = frame.date ?? hint?.date ?? null;
  const report: Report = { kind: 'report', date, title: frame.title, summary, papers, layout: null };

  const layout: Layout = {};
  if (ends) layout.ends = ends;
  const pieces = ownPieces(frame, report);
  if (pieces) layout.frame = pieces;
  if (frame.summary.length > 1)
    layout.places = {
      of: fingerprint(frame.summary.join('\n\n')),
      lengths: frame.summary.map((part) => part.length),
      main: Math.max(frame.main, 0),
    };
  if (contents) layout.contents = contents;
  addPaperLayouts(layout, papers, blocks);
  const frameTail = plain.slice(frame.end, source.starts[firstLine] ?? plain.length);
  if (starts.length === 0) {
    if (frameTail !== '\n') layout.end = frameTail;
  } else if (frameTail !== FRAME_TAIL) layout.frameTail = frameTail;
  if (Object.keys(layout).length > 0) report.layout = layout;
  return { report, skipped };
}

function nameOf({ id, version }: { id: string; version: number | null }): string {
  return version === null ? id : `${id}v${version}`;
}
function contentsId(entry: string): string {
  return entry.slice(entry.lastIndexOf('](#') + 3, -1);
}
function contentsTitle(entry: string): string {
  return entry.slice(entry.indexOf('[') + 1, Math.max(entry.lastIndexOf('](#'), 0));
}

function refuseWithoutPaper(frame: Frame, { lines }: Source): void {
  const dated = frame.date !== null && frame.hasTitle;
  if (!dated || !(frame.hasContents || frame.hasPapers || frame.summary.length > 0))
    throw new AppError('no-report', 'No heading, contents or paper of a report was found', { line: 1 });
  if (frame.contents.length > 0 || !(frame.hasContents || frame.hasPapers))
    throw new AppError('no-paper', 'The report ends before its first paper', { line: lastLine(lines) });
}

/** A copy that was cut ends in a paper without links, while its contents name more papers or its last rule is missing. */
function refuseCutShort(
  source: Source,
  frame: Frame,
  starts: readonly PaperStart[],
  blocks: readonly PaperBlock[],
): void {
  const last = starts.at(-1);
  if (!last || blocks.at(-1)?.complete) return;
  const present = new Set(starts.map(nameOf));
  const announced = frame.contents.filter((entry) => entry.text.includes('](#')).map((entry) => contentsId(entry.text));
  const misses = announced.slice(announced.lastIndexOf(nameOf(last)) + 1).some((name) => !present.has(name));
  const closed = /(?:^|\n)---\s*$/.test(source.text.slice(-200));
  if (closed && !misses) return;
  const line = lastLine(source.lines);
  throw new AppError('cut-short', `The report ends in the middle of ${nameOf(last)}`, { line });
}

/** Number of the last line that is not blank, from 1. */
function lastLine(lines: readonly string[]): number {
  let line = lines.length;
  while (line > 1 && lines[line - 1]?.trim() === '') line -= 1;
  return line;
}

/** The frame's pieces with what differs from the generator's; null when nothing does. */
function ownPieces(frame: Frame, report: Report): FramePiece[] | null {
  let before: FramePiece['slot'] | null = null;
  let place = 0;
  const own = frame.pieces.map((piece) => {
    const kept: FramePiece = { ...piece };
    if (piece.slot === 'summary' && frame.summary.length > 1) kept.place = place++;
    if (piece.absent) return kept;
    if (piece.gap === frameGap(piece.slot, before)) delete kept.gap;
    if (piece.slot === 'time' && report.date && piece.mark === timeLine(report.date)) delete kept.mark;
    if (piece.slot === 'title' && piece.mark === '# ') delete kept.mark;
    before = piece.slot;
    return kept;
  });
  const usual = framePieces(report);
  const slots = new Set(own.map(({ slot }) => slot));
  // What is missing is a difference too, though nothing stands there.
  for (const { slot } of usual) if (!slots.has(slot)) own.push({ slot, absent: true });
  return JSON.stringify(own) === JSON.stringify(usual) ? null : own;
}

function addPaperLayouts(layout: Layout, papers: readonly Paper[], blocks: readonly PaperBlock[]): void {
  const own: NonNullable<Layout['papers']> = {};
  for (const [index, { key }] of keyPapers(papers).entries()) {
    const { pieces, tail } = blocks[index]?.layout ?? {};
    const isLast = index === papers.length - 1;
    if (isLast && tail !== undefined && tail !== PAPER_TAIL) layout.end = tail;
    const keepsTail = !isLast && tail !== undefined && tail !== PAPER_TAIL;
    if (pieces || keepsTail) own[key] = { ...(pieces && { pieces }), ...(keepsTail && { tail }) };
  }
  if (Object.keys(own).length > 0) layout.papers = own;
}
