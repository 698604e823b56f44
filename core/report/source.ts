/** A text cut into lines, with the place of each; line and position count from 0. */
export interface Source {
  readonly text: string;
  readonly lines: readonly string[];
  readonly starts: ArrayLike<number>;
}

export function toSource(text: string): Source {
  const lines = text.split('\n');
  // Ten million line ends fit into a report that is let in.
  const starts = new Uint32Array(lines.length);
  let start = 0;
  for (let at = 0; at < lines.length; at += 1) {
    starts[at] = start;
    start += (lines[at]?.length ?? 0) + 1;
  }
  return { text, lines, starts };
}

/** A part of a source by positions, and its text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Rules that the generator puts between parts; they belong to no field. */
export function isRule(line: string): boolean {
  return /^-{3,}$/.test(line.trim());
}
export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** The first line in [from, to) that is not blank; `to` when there is none. */
export function firstFilled({ lines }: Source, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(lines[at])) at += 1;
  return at;
}

/** The end (exclusive) of [from, to) without its blank lines at the end; with `rules`, also without rules there. */
export function lastFilled({ lines }: Source, from: number, to: number, rules = false): number {
  const isEmpty = (line: string | undefined) => isBlank(line) || (rules && isRule(line ?? ''));
  let at = to;
  while (at > from && isEmpty(lines[at - 1])) at -= 1;
  return at;
}

/** Positions of the text in the lines [from, to), from its first character that is not blank to the last. */
export function trimmedSpan({ text, lines, starts }: Source, from: number, to: number): Span {
  if (from >= to) return { start: starts[from] ?? text.length, end: starts[from] ?? text.length };
  const start = starts[from] ?? text.length;
  const last = lines[to - 1] ?? '';
  const raw = text.slice(start, (starts[to - 1] ?? text.length) + last.length);
  const lead = raw.length - raw.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, raw.trimEnd().length) };
}

/** Like `trimmedSpan`, but keeps the indentation of the first line, which means something in Markdown. */
export function blockSpan(source: Source, from: number, to: number): Span {
  const first = firstFilled(source, from, to);
  const { end } = trimmedSpan(source, first, to);
  return { start: Math.min(source.starts[first] ?? end, end), end };
}

/** Like `trimmedSpan`, without rules at the end either; the first line counts whatever it is. */
export function withoutRules(source: Source, from: number, to: number): Span {
  return trimmedSpan(source, from, lastFilled(source, from + 1, to, true));
}
