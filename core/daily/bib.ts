import { cleanText } from '../arxiv/clean-text';
import { splitName } from '../export/names';
import { runSteps, type Steps } from '../steps';

/** What a reader's .bib says of a paper that tells their interests. */
export interface BibEntry {
  title: string;
  /** `Forename Surname`. */
  authors: string[];
  abstract: string;
}

const ENTRY = /(?<![\w.])@\s*([A-Za-z]+)\s*[{(]/g;
const NO_PAPERS = /^(?:comment|preamble|string)$/i;

/** Where a value that begins with a brace or quote at `start` ends, behind its closing mark; -1 where it never does. */
function endOfValue(text: string, start: number): number {
  const quoted = text[start] === '"';
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0 && !quoted) return at + 1;
    else if (character === '"' && quoted && depth === 0 && at > start) return at + 1;
  }
  return -1;
}

/** The fields of one entry, names in lower case, values as written. A value that never closes ends the entry. */
function readFields(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  const name = /(?<![\w-])([A-Za-z][\w-]*)\s*=\s*/g;
  for (let found = name.exec(text); found; found = name.exec(text)) {
    const start = name.lastIndex;
    if (text[start] === '{' || text[start] === '"') {
      const end = endOfValue(text, start);
      if (end === -1) break;
      fields.set((found[1] ?? '').toLowerCase(), text.slice(start + 1, end - 1));
      name.lastIndex = end;
    }
  }
  return fields;
}

/** TeX as text: accents as Unicode, without the braces that keep capitals and without commands. */
function toText(tex: string): string {
  return cleanText(
    cleanText(tex)
      .replace(/\\([&%$#_{}])/g, '$1')
      .replace(/\\[a-zA-Z]+\s*/g, '')
      .replace(/(?<!\\)[{}]/g, '')
      .replaceAll('~', ' ')
      .replaceAll('---', '—'),
  );
}

function toAuthors(value: string): string[] {
  return value
    .replace(/\s+/g, ' ')
    .split(/ and /i)
    .map((name) => {
      const { surname, forename } = splitName(toText(name));
      return `${forename} ${surname}`.trim();
    })
    .filter((name) => name !== '' && !/^others$/i.test(name));
}

/**
 * Reads titles, authors and abstracts from BibTeX or BibLaTeX, as tolerantly as such files are written: what is no entry is
 * passed over, and an entry that never closes costs the next ones nothing. One entry a step.
 */
export function* bibInSteps(text: string): Steps<BibEntry[]> {
  const starts = [...text.matchAll(ENTRY)];
  const entries: BibEntry[] = [];
  for (const [index, start] of starts.entries()) {
    if (NO_PAPERS.test(start[1] ?? '')) continue;
    const fields = readFields(text.slice(start.index + start[0].length, starts[index + 1]?.index));
    const title = toText(fields.get('title') ?? '');
    if (title !== '') {
      const authors = toAuthors(fields.get('author') ?? '');
      entries.push({ title, authors, abstract: toText(fields.get('abstract') ?? '') });
    }
    yield undefined;
  }
  return entries;
}

/** The same at once. */
export function parseBib(text: string): BibEntry[] {
  return runSteps(bibInSteps(text));
}
