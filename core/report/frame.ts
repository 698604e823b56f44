import type { FramePiece } from './layout';
import { firstFilled, isBlank, isRule, lastFilled, trimmedSpan, type Source, type Span } from './source';

/** What stands before the papers. Lines count from 0. */
export interface Frame {
  date: string | null;
  title: string;
  /** Parts of the summary: one, unless text stands at places where no field is. */
  summary: string[];
  /** Which of the parts stands under the summary's heading. */
  main: number;
  contents: { line: number; text: string; gap: string }[];
  /** Places between the pieces; `end` is where the last piece ends. */
  pieces: FramePiece[];
  end: number;
  hasTitle: boolean;
  hasContents: boolean;
  hasPapers: boolean;
}

const DATE = /(\d{4})-(\d{2})-(\d{2})/;

/**
 * Reads the frame in the lines [0, end). The summary is generated and may hold any heading and rule; it reaches from its own
 * heading to the last table of contents.
 */
export function readFrame(source: Source, end: number): Frame {
  const { lines } = source;
  const papers = lastLine(lines, '## Papers', 0, end);
  const contents = lastLine(lines, '## Table of Contents', 0, papers ?? end);
  const close = contents ?? papers ?? end;
  const title = findTitle(lines, close);
  const time = findTime(lines, title ?? close);
  const summary = firstLine(lines, '## Executive Summary', (title ?? time ?? -1) + 1, close);

  const reader = new FrameReader(source);
  reader.text(0, time ?? title ?? 0);
  if (time !== null) reader.line('time', time);
  if (title !== null) {
    reader.text(time === null ? title : time + 1, title);
    reader.line('title', title);
  }
  const top = Math.max(time ?? -1, title ?? -1) + 1;
  if (summary !== null) {
    reader.text(top, summary);
    reader.line('summaryHead', summary);
    reader.text(summary + 1, close, true);
  } else {
    reader.text(top, close, true);
  }
  if (contents !== null) {
    reader.line('contentsHead', contents);
    reader.contents(contents + 1, papers ?? end);
  }
  if (papers !== null) {
    reader.line('papersHead', papers);
    reader.text(papers + 1, end);
  }

  const timeDate = time === null ? null : (lines[time] ?? '').replace(/^\D*(\d{4})(\d{2})(\d{2})\D*$/, '$1-$2-$3');
  const titleText = title === null ? '' : (lines[title] ?? '').slice(1).trim();
  return {
    ...reader.result(),
    date: DATE.exec(titleText)?.[0] ?? timeDate,
    title: titleText,
    hasTitle: title !== null,
    hasContents: contents !== null,
    hasPapers: papers !== null,
  };
}

function findTitle(lines: readonly string[], end: number): number | null {
  for (let at = 0; at < end; at += 1) {
    const line = lines[at] ?? '';
    if (/^#\s+\S/.test(line)) return at;
    if (line.trimEnd() === '## Executive Summary') return null;
  }
  return null;
}

function findTime(lines: readonly string[], end: number): number | null {
  for (let at = 0; at < Math.min(end, 10); at += 1) if (/^time:\s*\d{8}\s*$/.test(lines[at] ?? '')) return at;
  return null;
}

function firstLine(lines: readonly string[], text: string, from: number, to: number): number | null {
  for (let at = from; at < to; at += 1) if (lines[at]?.startsWith(text) && lines[at]?.trimEnd() === text) return at;
  return null;
}
function lastLine(lines: readonly string[], text: string, from: number, to: number): number | null {
  for (let at = to - 1; at >= from; at -= 1)
    if (lines[at]?.startsWith(text) && lines[at]?.trimEnd() === text) return at;
  return null;
}

function isContentsEntry(line: string): boolean {
  return /^\s*\d{1,4}[.)]\s+\[/.test(line) && line.includes('](#');
}

class FrameReader {
  private readonly pieces: FramePiece[] = [];
  private readonly parts: string[] = [];
  private readonly entries: Frame['contents'] = [];
  private main = -1;
  private position = 0;

  constructor(private readonly source: Source) {}

  result(): Pick<Frame, 'summary' | 'main' | 'contents' | 'pieces' | 'end'> {
    const { pieces, parts, entries, main, position } = this;
    return { summary: parts, main, contents: entries, pieces, end: position };
  }

  line(slot: FramePiece['slot'], line: number): void {
    const span = trimmedSpan(this.source, line, line + 1);
    const start = this.source.starts[line] ?? 0;
    const text = this.source.text.slice(start, span.end);
    const title = text.slice(1).trimStart();
    const mark = slot === 'time' ? text : slot === 'title' ? text.slice(0, text.length - title.length) : undefined;
    this.piece(slot, { start, end: span.end }, mark);
  }

  /** Text of a summary, or text for which there is no field: the lines [from, to) without rules and blanks around. */
  text(from: number, to: number, main = false): void {
    const { source } = this;
    const isEmpty = (line: string | undefined) => isBlank(line) || (!main && isRule(line ?? ''));
    let first = from;
    while (first < to && isEmpty(source.lines[first])) first += 1;
    let last = lastFilled(source, first, to, !main);
    // Of several rules at the end the last is the frame's.
    if (main && last > first && isRule(source.lines[last - 1] ?? '')) last = lastFilled(source, first, last - 1);
    // Rules alone are no summary.
    if (lastFilled(source, first, last, true) <= first) return;
    const { end } = trimmedSpan(source, first, last);
    const span = { start: source.starts[first] ?? end, end };
    if (main) this.main = this.parts.length;
    this.parts.push(source.text.slice(span.start, span.end));
    this.piece('summary', span);
  }

  contents(from: number, to: number): void {
    const { source, entries } = this;
    let last = to;
    while (last > from && !isContentsEntry(source.lines[last - 1] ?? '')) last -= 1;
    const first = firstFilled(source, from, last);
    let position = source.starts[first] ?? 0;
    for (let at = first; at < last; at += 1) {
      const line = source.lines[at] ?? '';
      if (isBlank(line) || isRule(line)) continue;
      const { end } = trimmedSpan(source, at, at + 1);
      const start = source.starts[at] ?? end;
      entries.push({ line: at, text: source.text.slice(start, end), gap: source.text.slice(position, start) });
      position = end;
    }
    if (entries.length > 0) this.piece('contents', { start: source.starts[first] ?? 0, end: position });
    this.text(last, to);
  }

  private piece(slot: FramePiece['slot'], span: Span, mark?: string): void {
    const gap = this.source.text.slice(this.position, span.start);
    this.position = span.end;
    this.pieces.push({ slot, gap, ...(mark !== undefined && { mark }) });
  }
}
