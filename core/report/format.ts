import type { Paper, Report } from '../paper';
import { fingerprint } from './hash';
import {
  FRAME_TAIL,
  PAPER_TAIL,
  frameGap,
  framePieces,
  mergePieces,
  readLayout,
  withId,
  type ContentsEntry,
  type FramePiece,
  type Layout,
} from './layout';
import { formatPaper } from './format-paper';
import { restoreLines } from './line-ends';

/**
 * Writes a report as the generator does; with the layout that `parseReport` found, as its source did, byte for byte where
 * no field was changed. A changed field changes the text where the field stands, and nowhere else.
 */
export function formatReport(report: Report): string {
  const layout = readLayout(report.layout);
  const keyed = keyPapers(report.papers);
  let text = formatFrame(report, layout, keyed);
  const last = keyed.length - 1;
  if (last >= 0) text += layout.frameTail ?? FRAME_TAIL;
  for (const [index, { key, paper }] of keyed.entries()) {
    const own = layout.papers?.[key];
    text += formatPaper(paper, own?.pieces);
    if (index < last) text += own?.tail ?? PAPER_TAIL;
  }
  return restoreLines(text + (layout.end ?? (last >= 0 ? PAPER_TAIL : '\n')), layout.ends);
}

/** Papers under the name by which a layout knows them; one that comes twice has two. */
export function keyPapers(papers: readonly Paper[]): { key: string; paper: Paper }[] {
  const seen = new Map<string, number>();
  return papers.map((paper) => {
    const key = fingerprint(paper.id);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { key: times > 1 ? `${key}.${times}` : key, paper };
  });
}

/** The line about the day that the author's copies start with. */
export function timeLine(date: string): string {
  return `time: ${date.replaceAll('-', '')}`;
}

function formatFrame(report: Report, layout: Layout, keyed: { key: string; paper: Paper }[]): string {
  const usual = framePieces(report);
  const pieces = layout.frame ? mergePieces(layout.frame, usual) : usual;
  let text = '';
  let before: FramePiece['slot'] | null = null;
  for (const piece of pieces) {
    const written = piece.absent ? null : formatFramePiece(piece, report, layout, keyed);
    if (written === null) continue;
    text += (piece.gap ?? frameGap(piece.slot, before)) + written;
    before = piece.slot;
  }
  return text;
}

function formatFramePiece(
  piece: FramePiece,
  report: Report,
  layout: Layout,
  keyed: { key: string; paper: Paper }[],
): string | null {
  switch (piece.slot) {
    case 'time':
      return piece.mark ?? (report.date ? timeLine(report.date) : null);
    case 'title':
      return (piece.mark ?? '# ') + report.title.replaceAll('\n', ' ');
    case 'summaryHead':
      // A source may have the heading alone; one whose summary was taken away keeps none.
      return report.summary || !layout.frame?.some(({ slot }) => slot === 'summary') ? '## Executive Summary' : null;
    case 'summary':
      return report.summary ? summaryPlace(report.summary.markdown, piece.place, layout) : null;
    case 'contentsHead':
      return '## Table of Contents';
    case 'contents':
      return formatContents(keyed, layout.contents);
    case 'papersHead':
      return '## Papers';
  }
}

function summaryPlace(markdown: string, place: number | undefined, { places }: Layout): string | null {
  if (place === undefined || !places) return markdown;
  if (places.of !== fingerprint(markdown)) return place === places.main ? markdown : null;
  let start = 0;
  for (const length of places.lengths.slice(0, place)) start += length + 2;
  return markdown.slice(start, start + (places.lengths[place] ?? 0));
}

function formatContents(keyed: { key: string; paper: Paper }[], own: ContentsEntry[] | undefined): string | null {
  const papers = new Map(keyed.map(({ key, paper }) => [key, paper]));
  const entries = own?.filter((entry) => entry.paper === undefined || papers.has(entry.paper)) ?? [];
  if (!own) for (const { key } of keyed) entries.push({ paper: key });
  else {
    // Papers that were added since; those that the source itself left out are named without a text.
    const named = new Set(own.map((entry) => entry.paper));
    for (const { key } of keyed) if (!named.has(key)) entries.push({ paper: key });
  }
  let text = '';
  let place = 0;
  for (const entry of entries) {
    const paper = entry.paper === undefined ? undefined : papers.get(entry.paper);
    if (paper && entry.text === '') continue;
    text += entry.gap ?? (place > 0 ? '\n' : '');
    place += 1;
    if (!paper) text += entry.text ?? '';
    else {
      const id = withId(entry.around ?? { parts: ['](#', ')'] }, paper.id, paper.version);
      text += (entry.open ?? `${place}. [`) + ownWording(paper.title, entry.title) + id + (entry.close ?? '');
    }
  }
  return place > 0 ? text : null;
}

function ownWording(title: string, own: ContentsEntry['title']): string {
  const flat = title.replaceAll('\n', ' ');
  if (!own || own.of !== fingerprint(title)) return flat;
  return flat.slice(0, own.start) + own.text + flat.slice(flat.length - own.end);
}
