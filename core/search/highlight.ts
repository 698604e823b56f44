import { toPlain } from './fold';
import { charactersOf, findTokens, pairsOf, type Token } from './tokens';

/** A stretch of text; `hit` when one of the words searched for stands there. */
export interface Segment {
  text: string;
  hit: boolean;
}

type Range = [from: number, to: number];

/**
 * Cuts a text where a search found something: where a word begins with one of `words`, where Chinese stands in it, where a
 * phrase of several does. The pieces joined are the text; overlapping hits become one.
 *
 * @param words as `parseQuery` and a search give them: folded.
 */
export function cutAtHits(text: string, words: readonly string[]): Segment[] {
  if (words.length === 0 || text === '') return text === '' ? [] : [{ text, hit: false }];
  const { plain, starts } = plainWithPlaces(text);
  const tokens = findTokens(plain);
  const ranges = words.flatMap((word) => rangesOf(word, tokens));
  const segments: Segment[] = [];
  let done = 0;
  for (const [from, to] of mergeRanges(ranges)) {
    const start = starts[from] ?? text.length;
    const end = endOf(text, starts, to);
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

function rangesOf(word: string, tokens: readonly Token[]): Range[] {
  const wanted = findTokens(word);
  const [first] = wanted;
  if (!first) return [];
  if (wanted.length > 1) return phraseRanges(wanted, tokens);
  if (first.kind === 'word') return tokens.flatMap((token) => beginnings(token, first.text));
  const whole = placesOf(tokens, first.text);
  // Where Chinese does not stand as a whole, what was found are its pairs.
  return whole.length > 0 ? whole : pairsOf(first.text).flatMap((pair) => placesOf(tokens, pair));
}

function beginnings(token: Token, word: string): Range[] {
  if (token.kind !== 'word') return [];
  return [0, ...token.seams]
    .filter((at) => token.text.startsWith(word, at))
    .map((at) => [token.from + at, token.from + at + word.length]);
}

function placesOf(tokens: readonly Token[], run: string): Range[] {
  const ranges: Range[] = [];
  for (const { kind, text, from } of tokens) {
    if (kind !== 'han') continue;
    for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length)) {
      ranges.push([from + at, from + at + run.length]);
    }
  }
  return ranges;
}

/** Where the tokens of a phrase stand one behind the other; a run of Han may be the end or the beginning of a longer one. */
function phraseRanges(wanted: readonly Token[], tokens: readonly Token[]): Range[] {
  const units = tokens.flatMap(toUnits);
  const sought = wanted.flatMap(toUnits);
  const ranges: Range[] = [];
  for (let at = 0; at + sought.length <= units.length; at++) {
    if (!sought.every(({ text }, index) => units[at + index]?.text === text)) continue;
    const [first, last] = [units[at], units[at + sought.length - 1]];
    if (first && last) ranges.push([first.from, last.to]);
  }
  return ranges;
}

type Unit = Pick<Token, 'text' | 'from' | 'to'>;

function toUnits(token: Token): Unit[] {
  if (token.kind === 'word') return [token];
  let { from } = token;
  return charactersOf(token.text).map((text) => {
    const unit = { text, from, to: from + text.length };
    from = unit.to;
    return unit;
  });
}

/** `starts[i]` is where in the text the i-th unit of the plain text comes from: making it plain may drop units or add some. */
function plainWithPlaces(text: string): { plain: string; starts: number[] } {
  const starts: number[] = [];
  let plain = '';
  let place = 0;
  for (const character of text) {
    const piece = toPlain(character);
    for (let unit = 0; unit < piece.length; unit++) starts.push(place);
    plain += piece;
    place += character.length;
  }
  return { plain, starts };
}

/** Accents that stand behind a letter of their own belong to it, and so does the rest of a ligature; TeX's marks behind it do not. */
function endOf(text: string, starts: readonly number[], to: number): number {
  const last = starts[to - 1] ?? 0;
  let after = to;
  while (starts[after] === last) after++;
  const next = starts[after] ?? text.length;
  return next - (/[$\\^_{}]+$/.exec(text.slice(last, next))?.[0].length ?? 0);
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
