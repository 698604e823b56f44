import type { Paper } from '../paper';
import { fingerprint } from './hash';
import { readLabel } from './labels';
import { LABELS, innerGap, paperGap, paperPieces, type Labelled, type PaperLayout, type PaperPiece } from './layout';
import type { FieldLines } from './paper-fields';
import type { Source, Span } from './source';

/** The pieces of a block from front to back, and how far they reach; what lies between two is a gap of blanks and rules. */
export class PieceTrail {
  private readonly pieces: PaperPiece[] = [];
  private readonly slots = new Set<PaperPiece['slot']>();

  constructor(
    private readonly source: Source,
    private position: number,
  ) {}

  /** Whether a piece of this slot has come. */
  has(slot: PaperPiece['slot']): boolean {
    return this.slots.has(slot);
  }

  add(slot: PaperPiece['slot'], span: Span, hints: Partial<PaperPiece>): void {
    const gap = this.source.text.slice(this.position, span.start);
    this.position = span.end;
    this.slots.add(slot);
    this.pieces.push({ slot, ...(gap !== paperGap(slot) && { gap }), ...defined(hints) });
  }

  /** Notes that the block has none of these. */
  addAbsent(slot: PaperPiece['slot']): void {
    this.pieces.push({ slot, absent: true });
  }

  /** A field whose label stands in the line `field.mark` (or nowhere) and whose value is `span`. */
  addLabelled(slot: Labelled, field: FieldLines, span: Span): void {
    const { source } = this;
    if (field.mark === null) {
      this.add(slot, span, { mark: '', inner: span.start === span.end ? undefined : '' });
      return;
    }
    const line = source.lines[field.mark] ?? '';
    const start = source.starts[field.mark] ?? 0;
    const mark = readLabel(line)?.mark ?? line.trimEnd();
    const empty = span.start === span.end;
    const inner = empty ? '' : source.text.slice(start + mark.length, span.start);
    const usual = innerGap(slot, empty ? '' : 'x');
    this.add(
      slot,
      { start, end: empty ? start + mark.length : span.end },
      { mark: mark === LABELS[slot] ? undefined : mark, inner: inner === usual ? undefined : inner },
    );
  }

  /** Adds to the piece that came last. */
  hint(hints: Partial<PaperPiece>): void {
    const last = this.pieces.at(-1);
    if (last) Object.assign(last, defined(hints));
  }

  /** The layout of a block that ends before `end`: without pieces when the paper is written as the generator would. */
  toLayout(paper: Omit<Paper, 'analysis' | 'failure'>, analysis: string, end: number): PaperLayout {
    const written = { ...paper, analysis: null, failure: analysis || null };
    const usual = paperPieces(
      written,
      Object.keys(written.extra).map((label) => ({ key: fingerprint(label) })),
    );
    const same = JSON.stringify(usual) === JSON.stringify(this.pieces);
    return { ...(!same && { pieces: this.pieces }), tail: this.source.text.slice(this.position, end) };
  }
}

function defined<T extends object>(hints: T): Partial<T> {
  // Only present keys are set, so that a layout is the same before and after it was JSON.
  return Object.fromEntries(Object.entries(hints).filter(([, value]) => value !== undefined)) as Partial<T>; // same keys, fewer
}
