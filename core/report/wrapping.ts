import { fingerprint } from './hash';
import type { Wrapping } from './layout';

/** Abstracts have 2,000 characters or so; what is longer by far keeps its lines. */
const MOST_WRAPPED = 200_000;

/**
 * Joins the lines of a hard-wrapped text by blanks; empty lines between paragraphs become one. `wrapping` puts the lines back;
 * undefined when there is nothing to put back.
 */
export function unwrap(raw: string): { text: string; wrapping: Wrapping | undefined } {
  if (!raw.includes('\n') || raw.length > MOST_WRAPPED) return { text: raw, wrapping: undefined };
  const at: number[] = [];
  const around: string[] = [];
  const gaps: Record<string, string> = {};
  let text = '';
  let tail = ''; // of `text`, which is slow to look into while it grows
  let gap = '';
  let blankLines = 0;
  for (const [index, line] of raw.split('\n').entries()) {
    const words = line.trim();
    const lead = words === '' ? line.length : line.length - line.trimStart().length;
    gap += line.slice(0, lead);
    if (words === '') {
      if (index > 0) blankLines += 1;
      gap += '\n';
      continue;
    }
    if (index > 0) {
      const joined = blankLines > 0 ? '\n\n' : ' ';
      if (gap !== joined) {
        at.push(text.length);
        around.push(neighbours(tail, words));
        if (gap !== '\n') gaps[at.length - 1] = gap;
      }
      text += joined;
      tail += joined;
    }
    text += words;
    tail = (tail + words.slice(-24)).slice(-24);
    gap = `${line.slice(lead + words.length)}\n`;
    blankLines = 0;
  }
  if (at.length === 0) return { text, wrapping: undefined };
  const wrapping: Wrapping = { of: fingerprint(text), at, around };
  if (Object.keys(gaps).length > 0) wrapping.gaps = gaps;
  return { text, wrapping };
}

/** Wraps a text as its source was. In a text that was changed since, lines break where the words around are the same. */
export function rewrap(text: string, wrapping: Wrapping | undefined): string {
  if (!wrapping) return text;
  return wrapping.of === fingerprint(text) ? breakAt(text, wrapping) : breakBetween(text, wrapping);
}

function breakAt(text: string, { at, gaps }: Wrapping): string {
  let raw = '';
  let done = 0;
  for (const [index, position] of at.entries()) {
    raw += text.slice(done, position) + (gaps?.[index] ?? '\n');
    done = position + (text.startsWith('\n\n', position) ? 2 : 1);
  }
  return raw + text.slice(done);
}

function breakBetween(text: string, { around, gaps }: Wrapping): string {
  const places = new Map(around.map((pair, index) => [pair, index]));
  let raw = '';
  let done = 0;
  let used = -1;
  for (let blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', blank + 1)) {
    const index = places.get(neighbours(text.slice(Math.max(0, blank - 24), blank), text.slice(blank + 1, blank + 25)));
    if (index === undefined || index <= used) continue;
    raw += text.slice(done, blank) + (gaps?.[index] ?? '\n');
    done = blank + 1;
    used = index;
  }
  return raw + text.slice(done);
}

/** The word before and the word after a break, at most 24 characters of each. */
function neighbours(before: string, after: string): string {
  const left = before.slice(-24);
  const right = after.slice(0, 24);
  const start = Math.max(left.lastIndexOf(' '), left.lastIndexOf('\n')) + 1;
  const end = right.search(/\s/);
  return fingerprint(`${left.slice(start)} ${end < 0 ? right : right.slice(0, end)}`).slice(-4);
}
