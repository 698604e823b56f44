import * as z from 'zod/mini';
import type { Paper, Report } from '../paper';

/**
 * How a source wrote what the fields of its report do not determine. Everything is left out where it is the generator's
 * own way, so that the layout of most reports is almost empty. It never repeats a field's text: papers and unknown labels are
 * named by fingerprint, changed lines by what stands around the field.
 */

const lineEndsSchema = z.object({
  bom: z.optional(z.boolean()),
  crlf: z.optional(z.boolean()),
  /** Lines (from 0) that end the other way. */
  except: z.optional(z.array(z.number())),
});
export type LineEnds = z.infer<typeof lineEndsSchema>;

const wrappingSchema = z.object({
  /** Fingerprint of the text it belongs to. */
  of: z.string(),
  /** Where the unwrapped text has a blank and the source a line break. */
  at: z.array(z.number()),
  /** Fingerprints of the words around each break, for a text that was changed. */
  around: z.array(z.string()),
  /** Breaks that are not a bare `\n`, by index. */
  gaps: z.optional(z.record(z.string(), z.string())),
});
export type Wrapping = z.infer<typeof wrappingSchema>;

/** A text around a paper's id: joined by the id with its version, or without (`bare`). */
const aroundIdSchema = z.object({ bare: z.optional(z.boolean()), parts: z.array(z.string()) });
export type AroundId = z.infer<typeof aroundIdSchema>;

/** `between[i]` stands before item i where it is not the usual separator. */
const betweenSchema = z.record(z.string(), z.string());

export const PAPER_SLOTS = [
  'anchor',
  'heading',
  'authors',
  'published',
  'categories',
  'extra',
  'abstract',
  'analysis',
  'findings',
  'links',
] as const;
const paperPieceSchema = z.object({
  slot: z.enum(PAPER_SLOTS),
  /** What stands before the piece; blanks and rules only. */
  gap: z.optional(z.string()),
  /** The source has no such line, though the field was found elsewhere. */
  absent: z.optional(z.boolean()),
  /** The label as written, with `{}` for an unknown label's name. */
  mark: z.optional(z.string()),
  /** What stands between label and value. */
  inner: z.optional(z.string()),
  wrapping: z.optional(wrappingSchema),
  /** Items of findings that were wrapped, by index. */
  wrappings: z.optional(z.record(z.string(), wrappingSchema)),
  between: z.optional(betweenSchema),
  around: z.optional(aroundIdSchema),
  /** `extra`: fingerprint of the label, and how many characters of it are ours. */
  key: z.optional(z.string()),
  cut: z.optional(z.number()),
});
export type PaperPiece = z.infer<typeof paperPieceSchema>;

const paperLayoutSchema = z.object({
  pieces: z.optional(z.array(paperPieceSchema)),
  /** What stands between the paper and the next. */
  tail: z.optional(z.string()),
});
export type PaperLayout = z.infer<typeof paperLayoutSchema>;

const contentsEntrySchema = z.object({
  /** Key of the paper; without one, `text` is a line about a paper that the report does not have. */
  paper: z.optional(z.string()),
  text: z.optional(z.string()),
  gap: z.optional(z.string()),
  /** `1. [` as written, where the number is not the place in the list. */
  open: z.optional(z.string()),
  close: z.optional(z.string()),
  around: z.optional(aroundIdSchema),
  /** The entry's own wording: what it shares with the title at both ends, and what it has between. */
  title: z.optional(z.object({ of: z.string(), start: z.number(), end: z.number(), text: z.string() })),
});
export type ContentsEntry = z.infer<typeof contentsEntrySchema>;

export const FRAME_SLOTS = [
  'time',
  'title',
  'summaryHead',
  'summary',
  'contentsHead',
  'contents',
  'papersHead',
] as const;
const framePieceSchema = z.object({
  slot: z.enum(FRAME_SLOTS),
  gap: z.optional(z.string()),
  absent: z.optional(z.boolean()),
  /** The line as written (`time`), or what stands before its text (`title`). */
  mark: z.optional(z.string()),
  /** A summary that stands in several places: which of them this is. */
  place: z.optional(z.number()),
});
export type FramePiece = z.infer<typeof framePieceSchema>;

const layoutSchema = z.object({
  ends: z.optional(lineEndsSchema),
  frame: z.optional(z.array(framePieceSchema)),
  /** What stands between the frame and the first paper. */
  frameTail: z.optional(z.string()),
  /** Lengths of the parts of a summary that stands in several places. */
  places: z.optional(z.object({ of: z.string(), lengths: z.array(z.number()), main: z.number() })),
  contents: z.optional(z.array(contentsEntrySchema)),
  papers: z.optional(z.record(z.string(), paperLayoutSchema)),
  end: z.optional(z.string()),
});
export type Layout = z.infer<typeof layoutSchema>;

/** Layout of a report that may have been edited by hand or come from elsewhere: what is not ours counts as none. */
export function readLayout(layout: unknown): Layout {
  const found = layoutSchema.safeParse(layout);
  return found.success ? found.data : {};
}

export const FRAME_TAIL = '\n\n';
export const PAPER_TAIL = '\n\n---\n\n';

export function framePieces(report: Report): FramePiece[] {
  const slots: (typeof FRAME_SLOTS)[number][] = [];
  if (report.date) slots.push('time');
  if (report.title) slots.push('title');
  if (report.summary) slots.push('summaryHead', 'summary');
  slots.push('contentsHead');
  if (report.papers.length > 0) slots.push('contents');
  slots.push('papersHead');
  return slots.map((slot) => ({ slot }));
}

/** What the generator puts before a piece of the frame. */
export function frameGap(slot: FramePiece['slot'], before: FramePiece['slot'] | null): string {
  if (before === null) return '';
  if (slot === 'papersHead' || (slot === 'contentsHead' && before === 'summary')) return '\n\n---\n\n';
  return '\n\n';
}

/** The pieces of a paper as the generator orders them; `labels` are the unknown fields'. */
export function paperPieces(paper: Paper, labels: readonly { key: string }[]): PaperPiece[] {
  const pieces: PaperPiece[] = [{ slot: 'anchor' }, { slot: 'heading' }];
  if (paper.authors.length > 0) pieces.push({ slot: 'authors' });
  if (paper.published) pieces.push({ slot: 'published' });
  if (paper.categories.length > 0) pieces.push({ slot: 'categories' });
  for (const { key } of labels) pieces.push({ slot: 'extra', key });
  if (paper.abstract) pieces.push({ slot: 'abstract' });
  if (paper.analysis || paper.failure) pieces.push({ slot: 'analysis' });
  if (paper.keyFindings.length > 0) pieces.push({ slot: 'findings' });
  if (paper.links.length > 0) pieces.push({ slot: 'links' });
  return pieces;
}

export const LABELS = {
  authors: '**Authors:**',
  published: '**Published:**',
  categories: '**Categories:**',
  abstract: '**Abstract:**',
  analysis: '**Analysis:**',
  findings: '**Key Findings:**',
  links: '**Links:**',
} as const;
export type Labelled = keyof typeof LABELS;

/** What the generator puts before a piece of a paper, and between a label and its value. */
export function paperGap(slot: PaperPiece['slot']): string {
  return slot === 'anchor' ? '' : slot === 'heading' ? '\n' : '\n\n';
}
export function innerGap(slot: PaperPiece['slot'], value: string): string {
  if (value === '') return '';
  return slot === 'authors' || slot === 'published' || slot === 'categories' || slot === 'extra' ? ' ' : '\n\n';
}

/** Puts the pieces that a source did not have (fields that were added since) where the generator would. */
export function mergePieces<T extends { slot: string; key?: string | undefined }>(
  own: readonly T[],
  usual: readonly T[],
): T[] {
  const name = (piece: T) => `${piece.slot} ${piece.key ?? ''}`;
  const have = new Set(own.map(name));
  const behind = new Map<string, T[]>();
  let last = '';
  for (const piece of usual) {
    if (have.has(name(piece))) last = name(piece);
    else {
      const list = behind.get(last);
      if (list) list.push(piece);
      else behind.set(last, [piece]);
    }
  }
  const result = behind.get('') ?? [];
  for (const piece of own) {
    result.push(piece, ...(behind.get(name(piece)) ?? []));
    behind.delete(name(piece));
  }
  return result;
}

export function aroundId(text: string, id: string, version: number | null): AroundId {
  const full = version === null ? id : `${id}v${version}`;
  const parts = text.split(full);
  if (parts.length > 1 || version === null) return { parts };
  const bare = text.split(id);
  return bare.length > 1 ? { bare: true, parts: bare } : { parts };
}
export function withId({ bare, parts }: AroundId, id: string, version: number | null): string {
  return parts.join(bare || version === null ? id : `${id}v${version}`);
}
