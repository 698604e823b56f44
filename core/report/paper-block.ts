import type { Paper } from '../paper';
import { ANCHOR_AROUND, HEADING_AROUND } from './format-paper';
import { readLabel } from './labels';
import { aroundId, type AroundId, type PaperLayout, type PaperPiece } from './layout';
import { readFindings, readLinks } from './lists';
import { LooseReader } from './loose-lines';
import { dividePaper, type FieldLines } from './paper-fields';
import type { PaperStart } from './paper-start';
import { PieceTrail } from './piece-trail';
import { blockSpan, firstFilled, trimmedSpan, withoutRules, type Source } from './source';
import { unwrap } from './wrapping';

/** A paper as it stands in its source; `analysis` is text still, and may be none. */
export interface PaperBlock {
  paper: Omit<Paper, 'analysis' | 'failure'>;
  analysis: string;
  layout: PaperLayout;
  /** Whether the block goes on to its links, as every paper of the generator does. */
  complete: boolean;
}

/** Reads the lines [start.line, end) as one paper; `contentsTitle` is the table of contents' title for it. */
export function readPaperBlock(source: Source, start: PaperStart, end: number, contentsTitle: string): PaperBlock {
  return new BlockReader(source, start, end).read(contentsTitle);
}

/** Walks through a block from front to back. */
class BlockReader {
  private readonly paper: PaperBlock['paper'];
  private readonly trail: PieceTrail;

  constructor(
    private readonly source: Source,
    private readonly start: PaperStart,
    private readonly end: number,
  ) {
    this.trail = new PieceTrail(source, source.starts[start.line] ?? source.text.length);
    const { id, version } = start;
    this.paper = {
      id,
      version,
      title: '',
      titleChinese: null,
      authors: [],
      published: null,
      categories: [],
      abstract: '',
      keyFindings: [],
      links: [],
      extra: {},
      saved: null,
    };
  }

  read(contentsTitle: string): PaperBlock {
    const { source, start, end, paper, trail } = this;
    this.readAnchor();
    this.readHeading(contentsTitle);
    const { head, abstract, analysis, findings, links, loose } = dividePaper(source, start, end);
    const looseReader = new LooseReader(source, paper, trail);
    looseReader.read(head.from, head.to, true);

    const readers: { from: number; read: () => void }[] = loose.map(({ from, to }) => ({
      from,
      read: () => looseReader.read(from, to, false),
    }));
    let markdown = '';
    const add = (field: FieldLines | null, read: (field: FieldLines) => void) => {
      if (field) readers.push({ from: field.mark ?? field.from, read: () => read(field) });
    };
    add(abstract, (field) => {
      const { value, wrapping } = this.readText(field, 'abstract');
      paper.abstract = value;
      trail.hint({ wrapping });
    });
    add(analysis, (field) => {
      const span = blockSpan(source, field.from, field.to);
      markdown = source.text.slice(span.start, span.end);
      trail.addLabelled('analysis', field, span);
    });
    add(findings, (field) => {
      const span = trimmedSpan(source, firstFilled(source, field.from, field.to), field.to);
      const { items, between, wrappings } = readFindings(source.text.slice(span.start, span.end), paper.abstract);
      paper.keyFindings = items;
      trail.addLabelled('findings', field, span);
      trail.hint({ between, wrappings });
    });
    add(links, (field) => {
      const span = trimmedSpan(source, firstFilled(source, field.from, field.to), field.to);
      const { items, between } = readLinks(source.text.slice(span.start, span.end));
      paper.links = items;
      trail.addLabelled('links', field, span);
      trail.hint({ between });
    });
    for (const reader of readers.toSorted((a, b) => a.from - b.from)) reader.read();

    const layout = trail.toLayout(paper, markdown, source.starts[end] ?? source.text.length);
    return { paper, analysis: markdown, layout, complete: links !== null };
  }

  private readAnchor(): void {
    const { start, source, paper, trail } = this;
    if (start.anchor === null) {
      trail.addAbsent('anchor');
      return;
    }
    const around = usualAround(aroundId(start.anchor, paper.id, paper.version), ANCHOR_AROUND);
    const from = source.starts[start.line] ?? 0;
    trail.add('anchor', { start: from, end: from + start.anchor.length }, { around });
  }

  private readHeading(contentsTitle: string): void {
    const { start, source, paper, trail } = this;
    const heading = start.heading;
    if (!heading) {
      paper.title = contentsTitle;
      trail.addAbsent('heading');
      return;
    }
    const raw = source.text.slice(heading.titleStart, heading.titleEnd);
    const titleStart = heading.titleStart + (raw.length - raw.trimStart().length);
    const { text, wrapping } = unwrap(raw.trim());
    paper.title = text;
    const from = source.starts[heading.first] ?? 0;
    const mark = source.text.slice(from, titleStart);
    const end = trimmedSpan(source, heading.last, heading.last + 1).end;
    const after = source.text.slice(titleStart + raw.trim().length, end);
    const around = usualAround(aroundId(after, paper.id, paper.version), HEADING_AROUND);
    trail.add('heading', { start: from, end }, { mark: mark === '## [' ? undefined : mark, wrapping, around });
  }

  private readText(field: FieldLines, slot: 'abstract'): { value: string; wrapping: PaperPiece['wrapping'] } {
    const { source, trail } = this;
    const mark = field.mark === null ? '' : (readLabel(source.lines[field.mark] ?? '')?.mark ?? '');
    const from = (source.starts[field.mark ?? field.from] ?? 0) + mark.length;
    const { end } = withoutRules(source, field.mark ?? field.from, field.to);
    const raw = source.text.slice(from, Math.max(from, end));
    const lead = raw.trim() === '' ? 0 : raw.length - raw.trimStart().length;
    const { text, wrapping } = unwrap(raw.trim());
    trail.addLabelled(slot, field, { start: from + lead, end: from + lead + raw.trim().length });
    return { value: text, wrapping };
  }
}

function usualAround(around: AroundId, usual: AroundId): AroundId | undefined {
  return JSON.stringify(around) === JSON.stringify(usual) ? undefined : around;
}
