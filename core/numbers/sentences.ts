import { sentenceSpans } from '../roles/sentences';

/** A sentence of a source by its place, and the words in it, in lower case. */
export interface SourceSentence {
  start: number;
  end: number;
  words: ReadonlySet<string>;
}

/** Its words are read when they are first asked for: most numbers stand in one sentence only, and nothing is to be compared. */
class Sentence implements SourceSentence {
  private known: ReadonlySet<string> | null = null;

  constructor(
    private readonly text: string,
    readonly start: number,
    readonly end: number,
  ) {}

  get words(): ReadonlySet<string> {
    this.known ??= wordsOf(this.text.slice(this.start, this.end));
    return this.known;
  }
}

/** Paragraphs longer than this are cut into stretches first: to cut a text into sentences costs the square of its length at worst. */
const STRETCH = 3000;

/** The sentences of a text, each cut when it is first asked for. */
export class Sentences {
  private readonly ends: number[];
  private readonly cut = new Map<number, SourceSentence[]>();

  constructor(private readonly text: string) {
    this.ends = stretchEnds(text);
  }

  /** The sentence around a place. */
  at(place: number): SourceSentence {
    const index = firstAbove(this.ends, place);
    const start = this.ends[index - 1] ?? 0;
    let sentences = this.cut.get(index);
    if (!sentences) {
      const stretch = this.text.slice(start, this.ends[index]);
      sentences = (stretch.includes(' | ') ? [trimmed(stretch)] : sentenceSpans(stretch)).map((span) => {
        return new Sentence(this.text, start + span.start, start + span.end);
      });
      this.cut.set(index, sentences);
    }
    const found = sentences.find(({ end }) => end > place) ?? sentences.at(-1);
    return found ?? { start: place, end: place, words: new Set() };
  }
}

function trimmed(stretch: string): { start: number; end: number } {
  return { start: stretch.length - stretch.trimStart().length, end: stretch.trimEnd().length };
}

/** The words that tell one sentence from another, in lower case, without the plural's s. */
export function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.matchAll(/[A-Za-z][A-Za-z\d]+/g)) {
    const lower = word.toLowerCase();
    if (!COMMON.has(lower)) words.add(lower.length > 3 ? lower.replace(/s$/, '') : lower);
  }
  return words;
}

const COMMON = new Set(
  'the and for with that this our are from can has have was were its than not which these those into over also such using based via per all both each more most other their they will may while where when how what only one two three'.split(
    ' ',
  ),
);

function stretchEnds(text: string): number[] {
  const ends: number[] = [];
  let start = 0;
  const push = (end: number): void => {
    while (end - start > STRETCH) {
      const part = text.slice(start, start + STRETCH);
      const stop = Math.max(part.lastIndexOf('. '), part.lastIndexOf('\n'), part.lastIndexOf('。'));
      const at = stop > STRETCH / 2 ? stop + 1 : Math.max(part.lastIndexOf(' ') + 1, 0) || STRETCH;
      start += at;
      ends.push(start);
    }
    if (end > start) ends.push(end);
    start = end;
  };
  // A blank line ends a stretch; a row of a table, its cells apart by ` | `, is one of its own.
  let wasRow = false;
  for (let line = 0; line < text.length;) {
    const newline = text.indexOf('\n', line);
    const end = newline < 0 ? text.length : newline + 1;
    const content = text.slice(line, end);
    const isRow = content.includes(' | ');
    if ((isRow || wasRow) && line > start) push(line);
    if (content.trim() === '') push(end);
    wasRow = isRow;
    line = end;
  }
  push(text.length);
  return ends;
}

/** Index of the first value above `wanted` in an ascending list; its length when there is none. */
export function firstAbove(ascending: readonly number[], wanted: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
