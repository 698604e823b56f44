/** A stretch of text; `hit` when one of the words searched for stands there. */
export interface Segment {
  text: string;
  hit: boolean;
}

/** The words of what was typed: all of them must occur. Folded, each once, in the order typed. */
export function parseQuery(typed: string): string[] {
  return [...new Set(foldText(typed).split(/\s+/u).filter(Boolean))];
}

/**
 * Text as it is compared: without case, accents and full-width forms, so that `muller` finds Müller and `ｖｉｄｅｏ` Video.
 */
export function foldText(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // The final form of sigma depends on its neighbours, and a query has others than the text.
      .replaceAll('ς', 'σ')
  );
}

/**
 * What a paper can be found by, folded once. TeX's marks are left out of a second copy, so that `G2VLM` finds `G$^2$VLM`.
 * The parts are kept apart by line ends, which no word holds.
 */
export function toHaystack(parts: readonly string[]): string {
  const folded = foldText(parts.join('\n'));
  return /[$\\^_{}]/.test(folded) ? `${folded}\n${folded.replaceAll(/[$\\^_{}]/g, '')}` : folded;
}

/** Whether every word occurs; no word at all matches everything. */
export function matchesAll(haystack: string, words: readonly string[]): boolean {
  return words.every((word) => haystack.includes(word));
}

/** Cuts a text at the words' places. The pieces joined are the text; overlapping hits become one. */
export function cutAtHits(text: string, words: readonly string[]): Segment[] {
  if (words.length === 0 || text === '') return text === '' ? [] : [{ text, hit: false }];
  const { folded, starts } = foldWithPlaces(text);
  const segments: Segment[] = [];
  let done = 0;
  for (const [from, to] of mergeRanges(findRanges(folded, words))) {
    const start = starts[from] ?? text.length;
    const end = starts[to] ?? text.length;
    if (end <= done) continue; // two hits in the halves of one ligature
    if (start > done) segments.push({ text: text.slice(done, start), hit: false });
    segments.push({ text: text.slice(Math.max(start, done), end), hit: true });
    done = end;
  }
  if (done < text.length) segments.push({ text: text.slice(done), hit: false });
  return segments;
}

/** Of a long text, the stretch around its first hit, on one line; null when none of the words stands there. */
export function findSnippet(text: string, words: readonly string[]): string | null {
  const segments = cutAtHits(text, words);
  const at = segments.findIndex((segment) => segment.hit);
  if (at < 0) return null;
  const start = segments.slice(0, at).reduce((length, segment) => length + segment.text.length, 0);
  const from = Math.max(0, start - 16);
  const to = Math.min(text.length, start + 64);
  const line = text
    .slice(from, to)
    .replace(/[\s#*`|>]+/gu, ' ')
    .trim();
  return `${from > 0 ? '…' : ''}${line}${to < text.length ? '…' : ''}`;
}

/** `starts[i]` is where in the text the i-th unit of the folded text comes from: folding may drop units or add some. */
function foldWithPlaces(text: string): { folded: string; starts: number[] } {
  const starts: number[] = [];
  let folded = '';
  let place = 0;
  for (const character of text) {
    const piece = foldText(character);
    for (let unit = 0; unit < piece.length; unit++) starts.push(place);
    folded += piece;
    place += character.length;
  }
  return { folded, starts };
}

type Range = [from: number, to: number];

function findRanges(folded: string, words: readonly string[]): Range[] {
  const ranges: Range[] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      ranges.push([at, at + word.length]);
    }
  }
  return ranges;
}

function mergeRanges(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const [from, to] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
