import type { Paper } from '../paper';
import { ANCHOR_AROUND, HEADING_AROUND } from './format-paper';
import { fingerprint } from './hash';
import { readLabel } from './labels';
import {
  LABELS,
  aroundId,
  innerGap,
  paperGap,
  paperPieces,
  type AroundId,
  type Labelled,
  type PaperLayout,
  type PaperPiece,
} from './layout';
import { readFindings, readLinks, readNames } from './lists';
import { dividePaper, type FieldLines } from './paper-fields';
import type { PaperStart } from './paper-start';
import { blockSpan, firstFilled, isBlank, isRule, trimmedSpan, type Source, type Span } from './source';
import { unwrap } from './wrapping';

/** A paper as it stands in its source; `analysis` is text still, and may be none. */
export interface PaperBlock {
  paper: Omit<Paper, 'analysis' | 'failure'>;
  analysis: string;
  layout: PaperLayout;
  /** Whether the block goes on to its links, as every paper of the generator does. */
  complete: boolean;
}

/** Label of text that stands under no label. */
const UNLABELLED = '其他';

/** Reads the lines [start.line, end) as one paper; `contentsTitle` is the table of contents' title for it. */
export function readPaperBlock(source: Source, start: PaperStart, end: number, contentsTitle: string): PaperBlock {
  return new BlockReader(source, start, end).read(contentsTitle);
}

/** Walks through a block from front to back; what lies between two pieces is a gap of blanks and rules. */
class BlockReader {
  private readonly pieces: PaperPiece[] = [];
  private readonly slots = new Set<PaperPiece['slot']>();
  private position: number;
  /** How often a label came. */
  private readonly times = new Map<string, number>();
  private readonly paper: PaperBlock['paper'];

  constructor(
    private readonly source: Source,
    private readonly start: PaperStart,
    private readonly end: number,
  ) {
    this.position = source.starts[start.line] ?? source.text.length;
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
    const { source, start, end, paper } = this;
    this.readAnchor();
    this.readHeading(contentsTitle);
    const { head, abstract, analysis, findings, links, loose } = dividePaper(source, start, end);
    this.readLoose(head.from, head.to, true);

    const readers: { from: number; read: () => void }[] = loose.map(({ from, to }) => ({
      from,
      read: () => this.readLoose(from, to, false),
    }));
    let markdown = '';
    const add = (field: FieldLines | null, read: (field: FieldLines) => void) => {
      if (field) readers.push({ from: field.mark ?? field.from, read: () => read(field) });
    };
    add(abstract, (field) => {
      const { value, wrapping } = this.text(field, 'abstract');
      paper.abstract = value;
      this.hint({ wrapping });
    });
    add(analysis, (field) => {
      const span = blockSpan(source, field.from, field.to);
      markdown = source.text.slice(span.start, span.end);
      this.labelled('analysis', field, span);
    });
    add(findings, (field) => {
      const span = trimmedSpan(source, firstFilled(source, field.from, field.to), field.to);
      const { items, between, wrappings } = readFindings(source.text.slice(span.start, span.end), paper.abstract);
      paper.keyFindings = items;
      this.labelled('findings', field, span);
      this.hint({ between, wrappings });
    });
    add(links, (field) => {
      const span = trimmedSpan(source, firstFilled(source, field.from, field.to), field.to);
      const { items, between } = readLinks(source.text.slice(span.start, span.end));
      paper.links = items;
      this.labelled('links', field, span);
      this.hint({ between });
    });
    for (const reader of readers.toSorted((a, b) => a.from - b.from)) reader.read();

    const tail = source.text.slice(this.position, source.starts[end] ?? source.text.length);
    return { paper, analysis: markdown, layout: this.layout(tail, markdown), complete: links !== null };
  }

  private readAnchor(): void {
    const { start, source, paper } = this;
    if (start.anchor === null) {
      this.pieces.push({ slot: 'anchor', absent: true });
      return;
    }
    const around = usualAround(aroundId(start.anchor, paper.id, paper.version), ANCHOR_AROUND);
    const from = source.starts[start.line] ?? 0;
    this.piece('anchor', { start: from, end: from + start.anchor.length }, { around });
  }

  private readHeading(contentsTitle: string): void {
    const { start, source, paper } = this;
    const heading = start.heading;
    if (!heading) {
      paper.title = contentsTitle;
      this.pieces.push({ slot: 'heading', absent: true });
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
    this.piece('heading', { start: from, end }, { mark: mark === '## [' ? undefined : mark, wrapping, around });
  }

  /** Lines of labels and of text without one. In the head the known labels are read, each at most once. */
  private readLoose(from: number, to: number, head: boolean): void {
    const { lines } = this.source;
    let at = from;
    while (at < to) {
      const line = lines[at] ?? '';
      if (isBlank(line) || isRule(line)) {
        at += 1;
        continue;
      }
      const label = readLabel(line);
      let end = at + 1;
      if (label) {
        // A value may go on in the next lines; one that starts below its label goes on to the next label.
        const below = label.value === '' && !readLabel(lines[firstFilled(this.source, end, to)] ?? '');
        const goesOn = (next: string | undefined) => (below || !isBlank(next)) && !readLabel(next ?? '');
        while (end < to && goesOn(lines[end])) end += 1;
        this.readField(at, end, label.label, head);
      } else {
        // Behind the fields, text is not ours to divide: it may be another report.
        const goesOn = (next: string | undefined) => !head || !readLabel(next ?? '');
        while (end < to && goesOn(lines[end])) end += 1;
        this.extra(UNLABELLED, this.withoutRules(at, end), { mark: '', inner: '' });
      }
      at = end;
    }
  }

  private readField(from: number, to: number, label: string, head: boolean): void {
    const { source, paper } = this;
    const lineStart = source.starts[from] ?? 0;
    const mark = readLabel(source.lines[from] ?? '')?.mark ?? '';
    const whole = this.withoutRules(from, to);
    const raw = source.text.slice(lineStart + mark.length, Math.max(whole.end, lineStart + mark.length));
    const value = raw.trim();
    const valueStart = lineStart + mark.length + (value === '' ? 0 : raw.length - raw.trimStart().length);
    const span = { start: valueStart, end: valueStart + value.length };
    const field: FieldLines = { mark: from, from, to };
    const has = (slot: PaperPiece['slot']) => this.slots.has(slot);
    if (head && label === 'Authors' && !has('authors')) {
      const { items, between } = readNames(value);
      paper.authors = items;
      this.labelled('authors', field, span);
      this.hint({ between });
    } else if (head && label === 'Categories' && !has('categories')) {
      const { items, between } = readNames(value);
      paper.categories = items;
      this.labelled('categories', field, span);
      this.hint({ between });
    } else if (head && label === 'Published' && !has('published') && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
      paper.published = value;
      this.labelled('published', field, span);
    } else {
      const inner = source.text.slice(lineStart + mark.length, span.start);
      this.extra(
        label,
        { start: lineStart, end: span.end },
        {
          mark: mark.replace(label, () => '{}'),
          inner,
          value,
        },
      );
    }
  }

  private extra(
    label: string,
    span: Span,
    { mark, inner, value }: { mark: string; inner: string; value?: string },
  ): void {
    const { extra } = this.paper;
    let key = label;
    for (let times = this.times.get(label) ?? 2; Object.hasOwn(extra, key); times += 1) {
      key = `${label} ${times}`;
      this.times.set(label, times);
    }
    const text = value ?? this.source.text.slice(span.start, span.end);
    extra[key] = text;
    this.piece('extra', span, {
      key: fingerprint(key),
      mark: mark === '**{}:**' ? undefined : mark,
      inner: inner === innerGap('extra', text) ? undefined : inner,
      cut: mark.includes('{}') && key !== label ? key.length - label.length : undefined,
    });
  }

  private text(field: FieldLines, slot: 'abstract'): { value: string; wrapping: PaperPiece['wrapping'] } {
    const { source } = this;
    const mark = field.mark === null ? '' : (readLabel(source.lines[field.mark] ?? '')?.mark ?? '');
    const from = (source.starts[field.mark ?? field.from] ?? 0) + mark.length;
    const { end } = this.withoutRules(field.mark ?? field.from, field.to);
    const raw = source.text.slice(from, Math.max(from, end));
    const lead = raw.trim() === '' ? 0 : raw.length - raw.trimStart().length;
    const { text, wrapping } = unwrap(raw.trim());
    this.labelled(slot, field, { start: from + lead, end: from + lead + raw.trim().length });
    return { value: text, wrapping };
  }

  /** A field whose label stands in the line `field.mark` (or nowhere) and whose value is `span`. */
  private labelled(slot: Labelled, field: FieldLines, span: Span): void {
    const { source } = this;
    if (field.mark === null) {
      this.piece(slot, span, { mark: '', inner: span.start === span.end ? undefined : '' });
      return;
    }
    const line = source.lines[field.mark] ?? '';
    const start = source.starts[field.mark] ?? 0;
    const mark = readLabel(line)?.mark ?? line.trimEnd();
    const empty = span.start === span.end;
    const inner = empty ? '' : source.text.slice(start + mark.length, span.start);
    const usual = innerGap(slot, empty ? '' : 'x');
    this.piece(
      slot,
      { start, end: empty ? start + mark.length : span.end },
      { mark: mark === LABELS[slot] ? undefined : mark, inner: inner === usual ? undefined : inner },
    );
  }

  private withoutRules(from: number, to: number): Span {
    const { lines } = this.source;
    let end = to;
    while (end > from + 1 && (isBlank(lines[end - 1]) || isRule(lines[end - 1] ?? ''))) end -= 1;
    return trimmedSpan(this.source, from, end);
  }

  private piece(slot: PaperPiece['slot'], span: Span, hints: Partial<PaperPiece>): void {
    const gap = this.source.text.slice(this.position, span.start);
    this.position = span.end;
    this.slots.add(slot);
    this.pieces.push({ slot, ...(gap !== paperGap(slot) && { gap }), ...defined(hints) });
  }

  private hint(hints: Partial<PaperPiece>): void {
    const last = this.pieces.at(-1);
    if (last) Object.assign(last, defined(hints));
  }

  /** Empty when the paper is written as the generator would. */
  private layout(tail: string, analysis: string): PaperLayout {
    const written = { ...this.paper, analysis: null, failure: analysis || null };
    const usual = paperPieces(
      written,
      Object.keys(written.extra).map((label) => ({ key: fingerprint(label) })),
    );
    const same = JSON.stringify(usual) === JSON.stringify(this.pieces);
    return { ...(!same && { pieces: this.pieces }), tail };
  }
}

function usualAround(around: AroundId, usual: AroundId): AroundId | undefined {
  return JSON.stringify(around) === JSON.stringify(usual) ? undefined : around;
}

function defined<T extends object>(hints: T): Partial<T> {
  // Only present keys are set, so that a layout is the same before and after it was JSON.
  return Object.fromEntries(Object.entries(hints).filter(([, value]) => value !== undefined)) as Partial<T>; // same keys, fewer
}
