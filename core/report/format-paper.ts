import type { Paper } from '../paper';
import { fingerprint } from './hash';
import { LABELS, innerGap, mergePieces, paperGap, paperPieces, withId, type Labelled, type PaperPiece } from './layout';
import { rewrap } from './wrapping';

export const HEADING_AROUND = { parts: ['](https://arxiv.org/abs/', ')'] };
export const ANCHOR_AROUND = { parts: ["<a id='", "'></a>"] };

/** One paper as the generator writes it, or in the pieces that its source had. */
export function formatPaper(paper: Paper, own: readonly PaperPiece[] | undefined): string {
  const labels = new Map(Object.keys(paper.extra).map((label) => [fingerprint(label), label]));
  const usual = paperPieces(
    paper,
    [...labels.keys()].map((key) => ({ key })),
  );
  const pieces = own ? mergePieces(own, usual) : usual;
  let text = '';
  for (const piece of pieces) {
    const written = piece.absent ? null : formatPiece(piece, paper, labels);
    if (written !== null) text += (piece.gap ?? paperGap(piece.slot)) + written;
  }
  return text;
}

function formatPiece(piece: PaperPiece, paper: Paper, labels: ReadonlyMap<string, string>): string | null {
  switch (piece.slot) {
    case 'anchor':
      return withId(piece.around ?? ANCHOR_AROUND, paper.id, paper.version);
    case 'heading': {
      const title = piece.wrapping ? rewrap(paper.title, piece.wrapping) : paper.title.replaceAll('\n', ' ');
      return (piece.mark ?? '## [') + title + withId(piece.around ?? HEADING_AROUND, paper.id, paper.version);
    }
    case 'authors':
      return labelled(piece, piece.slot, listed(paper.authors, piece.between));
    case 'published':
      return paper.published === null ? null : labelled(piece, piece.slot, paper.published);
    case 'categories':
      return labelled(piece, piece.slot, listed(paper.categories, piece.between));
    case 'abstract':
      return labelled(piece, piece.slot, rewrap(paper.abstract, piece.wrapping));
    case 'analysis':
      return labelled(piece, piece.slot, paper.analysis?.markdown ?? paper.failure ?? '');
    case 'findings':
      return labelled(piece, piece.slot, formatFindings(paper.keyFindings, piece));
    case 'links':
      return labelled(piece, piece.slot, formatLinks(paper, piece));
    case 'extra': {
      const label = labels.get(piece.key ?? '');
      const value = label === undefined ? undefined : paper.extra[label];
      if (label === undefined || value === undefined) return null;
      const name = label.slice(0, label.length - (piece.cut ?? 0));
      const mark = (piece.mark ?? '**{}:**').replace('{}', () => name);
      return mark + (piece.inner ?? innerGap(piece.slot, value)) + value;
    }
  }
}

function labelled(piece: PaperPiece, slot: Labelled, value: string): string {
  return (piece.mark ?? LABELS[slot]) + (piece.inner ?? innerGap(slot, value)) + value;
}

/** Names with `, ` between, or what the source has there; `between` of the last place stands after the last name. */
function listed(names: readonly string[], between: Record<string, string> | undefined): string {
  let text = '';
  for (const [index, name] of names.entries()) text += (between?.[index] ?? (index > 0 ? ', ' : '')) + name;
  return text + (between?.[names.length] ?? '');
}

function formatFindings(findings: readonly string[], { between, wrappings }: PaperPiece): string {
  let text = '';
  for (const [index, finding] of findings.entries())
    text += (between?.[index] ?? (index > 0 ? '\n- ' : '- ')) + rewrap(finding, wrappings?.[index]);
  return text;
}

function formatLinks({ links }: Paper, { between }: PaperPiece): string {
  let text = '';
  for (const [index, { label, url }] of links.entries())
    text += `${between?.[index] ?? (index > 0 ? '\n- [' : '- [')}${label}](${url})`;
  return text;
}
