import type { Formula } from './math';

// Two characters of the private use area stand around a formula's number while the text is taken apart: they are no
// punctuation, so that emphasis beside them works, and Markdown gives them no meaning.
const OPEN = '\uE000';
const CLOSE = '\uE001';
/** A hidden formula; the first group is its index. */
export const HIDDEN = /\uE000(\d+)\uE001/;
const HIDDEN_ALL = /\uE000(\d+)\uE001/g;

const ENVIRONMENT = 'equation|align|aligned|gather|gathered|multline|split|cases|[pbvBV]?matrix|array|eqnarray';
const POINT = new RegExp(
  [
    String.raw`^[ \t>]*(?:[-*+][ \t]+)?(?<fence>\`{3,}|~{3,})`,
    String.raw`(?<ticks>\`+)`,
    String.raw`(?<bracket>\\\\?[([])`,
    String.raw`\\begin\{(?<environment>(?:${ENVIRONMENT})\*?)\}`,
    String.raw`\\[^]`,
    String.raw`(?<dollar>\$\$?)`,
  ].join('|'),
  'gm',
);
const HAN = /[\u3400-\u9FFF]/;
const CHINESE_MARK = /[，。；：、！？（）“”《》]/;

/** A text whose formulas are numbered placeholders. */
export interface HiddenFormulas {
  text: string;
  formulas: Formula[];
}

/**
 * Finds `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and display environments, and hides them from what reads the text next: to
 * Markdown, TeX is full of emphasis, escapes and table borders. No formula holds a blank line. A `$` is a formula's by
 * Pandoc's rule: no space inside the delimiters, no digit after the closing one; money and Chinese prose are none either.
 * In Markdown (`code`), code spans and fences are passed over. Takes time linear in the text.
 */
export function hideFormulas(source: string, code: boolean): HiddenFormulas {
  const text = source.replace(/[\uE000\uE001]/g, '');
  if (!/[$\\]/.test(text)) return { text, formulas: [] };
  const formulas: Formula[] = [];
  const out: string[] = [];
  let copied = 0;
  const next = finder(text);
  const point = new RegExp(POINT);

  const hide = (start: number, innerStart: number, innerEnd: number, end: number, display: boolean): boolean => {
    const tex = text.slice(innerStart, innerEnd).trim();
    if (tex === '') return false;
    out.push(text.slice(copied, start), OPEN, String(formulas.length), CLOSE);
    // Inside a quotation each line of a formula carries the mark of the quotation.
    formulas.push({ tex: tex.replace(/\n[ \t]*>[ \t]?/g, '\n'), display, source: text.slice(start, end) });
    copied = end;
    point.lastIndex = end;
    return true;
  };

  for (let found = point.exec(text); found; found = point.exec(text)) {
    const start = found.index;
    const end = point.lastIndex;
    const { fence, ticks, bracket, environment, dollar } = found.groups ?? {};
    if (fence !== undefined || ticks !== undefined) {
      if (code) point.lastIndex = endOfCode(text, end, fence ?? ticks ?? '', fence !== undefined);
      continue;
    }
    const paragraphEnd = next('\n\n', end) ?? text.length;
    if (bracket !== undefined) {
      const closer = bracket.replace('(', ')').replace('[', ']');
      const close = next(closer, end);
      if (close === null || close > paragraphEnd || isProse(text.slice(end, close))) continue;
      hide(start, end, close, close + closer.length, bracket.endsWith('['));
    } else if (environment !== undefined) {
      const closer = `\\end{${environment}}`;
      const close = next(closer, end);
      if (close === null || close > paragraphEnd) continue;
      hide(start, start, close + closer.length, close + closer.length, true);
    } else if (dollar === '$$') {
      const close = next('$$', end);
      if (close === null || close > paragraphEnd || isProse(text.slice(end, close))) continue;
      hide(start, end, close, close + 2, true);
    } else if (dollar === '$') {
      const close = next('$', end);
      if (close === null || close > paragraphEnd) continue;
      if (!closesInline(text, end, close)) continue;
      hide(start, end, close, close + 1, false);
    }
  }
  out.push(text.slice(copied));
  return { text: out.join(''), formulas };
}

/** The text with its formulas' sources in their places again. */
export function restoreFormulas(text: string, formulas: readonly Formula[]): string {
  return text.replace(HIDDEN_ALL, (_, index: string) => formulas[Number(index)]?.source ?? '');
}

/** Finds the next place of a string; places are asked for in rising order, so each string is searched for once in all. */
function finder(text: string): (needle: string, from: number) => number | null {
  const known = new Map<string, number>();
  return (needle, from) => {
    let place = known.get(needle) ?? -1;
    if (place >= from || place === Infinity) return place === Infinity ? null : place;
    place = needle === '\n\n' ? blankLine(text, from) : unescaped(text, needle, from);
    known.set(needle, place);
    return place === Infinity ? null : place;
  };
}

function blankLine(text: string, from: number): number {
  const blank = /\n[ \t]*\n/g;
  blank.lastIndex = from;
  return blank.exec(text)?.index ?? Infinity;
}

function unescaped(text: string, needle: string, from: number): number {
  let place = text.indexOf(needle, from);
  while (place > 0 && isEscaped(text, place)) place = text.indexOf(needle, place + 1);
  return place === -1 ? Infinity : place;
}

function isEscaped(text: string, place: number): boolean {
  let backslashes = 0;
  while (text[place - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** Where the code ends that `mark` opens before `from`; `from` itself when nothing closes a span. */
function endOfCode(text: string, from: number, mark: string, atLineStart: boolean): number {
  // A fence of backticks has none behind it on its line; else it is a code span that begins a line.
  const isFence = atLineStart && (mark.startsWith('~') || !/^[^\n`]*`/.test(lineFrom(text, from)));
  if (isFence) {
    const closing = new RegExp(`^[ \\t>]*${mark}[\`~]*[ \\t]*$`, 'gm');
    closing.lastIndex = from;
    return closing.exec(text) ? closing.lastIndex : text.length;
  }
  const paragraphEnd = blankLine(text, from);
  let close = text.indexOf(mark, from);
  while (close !== -1 && close < paragraphEnd) {
    let runEnd = close;
    while (text[runEnd] === mark[0]) runEnd += 1;
    if (runEnd - close === mark.length) return runEnd;
    close = text.indexOf(mark, runEnd);
  }
  return from;
}

function lineFrom(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return text.slice(from, end === -1 ? text.length : end);
}

/** Whether the `$` at `close` ends a formula that began at `from`. */
function closesInline(text: string, from: number, close: number): boolean {
  const inner = text.slice(from, close);
  if (inner === '' || inner.length > 4_000 || /^\s|\s$/.test(inner)) return false;
  // `$\sim$3\%` is written so all the time; a number and then a digit is money.
  if (/\d/.test(text[close + 1] ?? '') && !/^[\\^_]/.test(inner)) return false;
  if (CHINESE_MARK.test(inner.replace(/\{[^{}]*\}/g, ''))) return false;
  return !isMoney(inner) && (/^\d+$/.test(inner) || !isProse(inner));
}

/** “5 per month, or US” between two dollar signs: a number and then words, without anything that only TeX has. */
function isMoney(inner: string): boolean {
  return /^\d[\d.,]*\s*(?:[a-zA-Z]{2,}|[KMBkmb]\b|[\u3400-\u9FFF])/.test(inner) && !/[\\^_={}]/.test(inner);
}

/** Chinese words, or a number in brackets, with nothing that only TeX has. */
function isProse(inner: string): boolean {
  if (/[\\^_=+<>{}]/.test(inner)) return false;
  return HAN.test(inner) || /^[\d,\s–-]*$/.test(inner);
}
