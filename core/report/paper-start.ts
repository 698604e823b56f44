import { isBlank, type Source } from './source';

/** Where a paper begins in a report, and what its first lines say. Lines count from 0. */
export interface PaperStart {
  line: number;
  id: string;
  version: number | null;
  anchor: string | null;
  /** The heading: its lines [first, last], the title's text and place, what follows the title. */
  heading: { first: number; last: number; titleStart: number; titleEnd: number } | null;
  /** The first line after anchor and heading. */
  next: number;
}

const ID = /^(?<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v(?<version>[1-9]\d{0,3}))?$/i;
const ANCHOR = /^\s*<a (?:id|name)=(?<quote>["'])(?<id>[^"'<>]{1,60})\k<quote>>(?:<\/a>)?\s*$/;
const HEADING_LINES = 3; // a title may be wrapped

/** Reads an arXiv id with or without version; null for anything else. */
export function readId(text: string): { id: string; version: number | null } | null {
  const found = ID.exec(text)?.groups;
  if (!found?.['id']) return null;
  // The subject class of an old identifier is not part of it: math.GT/0309136 is math/0309136.
  const id = found['id'].toLowerCase().replace(/\.[a-z]{2}\//, '/');
  return { id, version: found['version'] ? Number(found['version']) : null };
}

/**
 * Finds the papers of a report. A paper is an anchor with an arXiv id and a linked heading below it; where a copy lost one of
 * the two, the other does if the authors follow. Headings and rules of generated text are never taken for one.
 */
export function findPaperStarts(source: Source): PaperStart[] {
  const starts: PaperStart[] = [];
  const { lines } = source;
  for (let line = 0; line < lines.length; line += 1) {
    const text = lines[line] ?? '';
    const found = text.startsWith('## [') ? startAtHeading(source, line) : startAtAnchor(source, line, text);
    if (!found) continue;
    starts.push(found);
    line = found.next - 1;
  }
  return starts;
}

function startAtAnchor(source: Source, line: number, text: string): PaperStart | null {
  if (!text.includes('<a ')) return null;
  const anchor = ANCHOR.exec(text)?.groups?.['id'];
  if (anchor === undefined) return null;
  const next = nextFilled(source, line + 1);
  const heading = readHeading(source, next);
  const named = readId(anchor) ?? (heading && idOfHeading(source, heading));
  if (!named) return null;
  if (!heading && !hasAuthors(source, next)) return null;
  const version = named.version ?? (heading && versionOfHeading(source, heading, named.id));
  return { line, id: named.id, version, anchor: text, heading, next: heading ? heading.last + 1 : line + 1 };
}

function startAtHeading(source: Source, line: number): PaperStart | null {
  const heading = readHeading(source, line);
  if (!heading || !hasAuthors(source, nextFilled(source, heading.last + 1))) return null;
  const named = idOfHeading(source, heading);
  return named && { line, ...named, anchor: null, heading, next: heading.last + 1 };
}

function readHeading({ lines, starts }: Source, line: number): PaperStart['heading'] {
  if (!lines[line]?.startsWith('## [')) return null;
  for (let last = line; last < line + HEADING_LINES && !isBlank(lines[last]); last += 1) {
    const text = (lines[last] ?? '').trimEnd();
    const close = text.endsWith(')') ? text.lastIndexOf('](') : -1;
    if (close < 0) continue;
    return { first: line, last, titleStart: (starts[line] ?? 0) + 4, titleEnd: (starts[last] ?? 0) + close };
  }
  return null;
}

function idOfHeading(
  { lines }: Source,
  heading: NonNullable<PaperStart['heading']>,
): { id: string; version: number | null } | null {
  const line = (lines[heading.last] ?? '').trimEnd();
  const url = line.slice(line.lastIndexOf('](') + 2, -1);
  const path = /arxiv\.org\/(?:abs|pdf|html)\/(?<id>[^?#\s]{1,60})/i.exec(url)?.groups?.['id'];
  return path === undefined ? null : readId(path.replace(/\.pdf$/, ''));
}

function versionOfHeading(source: Source, heading: NonNullable<PaperStart['heading']>, id: string): number | null {
  const named = idOfHeading(source, heading);
  return named?.id === id ? named.version : null;
}

function nextFilled({ lines }: Source, from: number): number {
  let at = from;
  while (at < from + 2 && isBlank(lines[at])) at += 1;
  return at;
}

function hasAuthors({ lines }: Source, line: number): boolean {
  return /^\*\*Authors[:：]?\*\*/.test(lines[line] ?? '');
}
