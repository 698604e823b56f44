import { BEFORE_NUMBER, MARKED_NAMES, MAYBE_LAST, NEVER_LAST, OPENERS } from './abbreviations';

/** A stretch of the text, from `start` up to but not including `end`, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

// A run of stops with what closes after it, or a blank line. Chinese stops need no space behind them.
const BREAK = /(?<stop>[.!?…]+|[。！？]+)(?<close>["'”’»)\]}」』）】]*(?:\[\d[\d,–\- ]*\]|\$(?=\s))?)|\n[ \t]*\n/gu;

// A stop in here belongs to what it stands in: addresses, formulas, TeX commands with their arguments. A dollar that
// opens a formula touches what follows, and one that closes it touches what precedes it and no digit: `$5 and US$10`
// are prices.
const OPAQUE =
  /(?:https?:\/\/|www\.)\S+?(?=[.,;:!?)\]}"'”’。，；]*(?:\s|$))|\$\$[\s\S]{1,400}?\$\$|(?<![\\$])\$(?=[^\s$])[^$]{0,400}?(?<=[^\s\\])\$(?!\d)|\\\([\s\S]{1,400}?\\\)|\\\[[\s\S]{1,400}?\\\]|\\[a-zA-Z]+\*?(?:\[[^\]]*\])?(?:\{[^{}]*\})+/gu;

// Words run together by a lost space: only before the commonest openings, because of names such as `torch.Tensor`.
const LOST_SPACE = /^(?:We|The|This|These|In|Our|It|However|To|Experiments|Results|Experimental)\s/;

const NAME_IN_LOWER_CASE = /^\p{Ll}+(?:\p{Lu}|\d)|^\p{Ll}-\p{L}/u; // iGPT, word2vec, k-means

/** Where each sentence of an abstract stands; between two spans there is only white space. */
export function sentenceSpans(text: string): Span[] {
  const opaque = opaqueSpans(text);
  const spans: Span[] = [];
  let start = 0;
  for (const found of text.matchAll(BREAK)) {
    const { stop, close } = found.groups ?? {};
    const end = found.index + found[0].length;
    if (stop !== undefined) {
      if (end <= start || isInside(opaque, found.index, end)) continue;
      if (!isEnd(text, start, found.index, stop, close ?? '', end)) continue;
    }
    pushTrimmed(spans, text, start, end);
    start = end;
  }
  pushTrimmed(spans, text, start, text.length);
  return spans;
}

/** The sentences of an abstract, in order, without the white space around them. */
export function splitSentences(abstract: string): string[] {
  return sentenceSpans(abstract).map(({ start, end }) => abstract.slice(start, end));
}

function opaqueSpans(text: string): Span[] {
  return Array.from(text.matchAll(OPAQUE), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

/** A formula's last character is not inside: `$x = 1.$ Then` ends a sentence. */
function isInside(spans: Span[], start: number, end: number): boolean {
  return spans.some((span) => start >= span.start && end < span.end);
}

function pushTrimmed(spans: Span[], text: string, start: number, end: number): void {
  const piece = text.slice(start, end);
  const trimmed = piece.trim();
  if (trimmed === '') return;
  const from = start + piece.indexOf(trimmed);
  spans.push({ start: from, end: from + trimmed.length });
}

function isEnd(text: string, start: number, stopAt: number, stop: string, close: string, end: number): boolean {
  if (/[。！？]/u.test(stop)) return !isInBrackets(text, start, stopAt);
  const gap = /^\s+/u.exec(text.slice(end, end + 20))?.[0] ?? '';
  const rest = text.slice(end + gap.length, end + gap.length + 40);
  if (rest === '') return true;
  const before = text.slice(start, stopAt);
  const tail = afterLastSpace(before);
  if (gap === '') {
    // Chinese follows an English stop without a space.
    if (/^\p{Script=Han}/u.test(rest)) return /[\p{L}\d]$/u.test(tail);
    return (
      stop === '.' && close === '' && /\p{Ll}{3}$/u.test(tail) && !isAbbreviation(tail, rest) && LOST_SPACE.test(rest)
    );
  }
  if (isInBrackets(text, start, stopAt)) return false;
  if (/^\s*\(?\d{1,2}$/u.test(before)) return false; // the number of an item: `2. Second`
  const opens = isOpener(rest);
  const lower = /^\p{Ll}/u.test(rest);
  if (stop === '.' && close === '') {
    if (isAbbreviation(tail, rest)) return false;
    if (lower) return NAME_IN_LOWER_CASE.test(rest) || /(?:^|[\s"'“(-])\p{Ll}{4,}$/u.test(tail);
    return /^[^\s,;:.!?]/u.test(rest);
  }
  if (MARKED_NAMES.has(lastWord(tail))) return opens;
  if (lower) return stop === '.' && close !== '' && NAME_IN_LOWER_CASE.test(rest);
  return /^[\p{L}\d"'“‘«([{$\\<*#@–—•-]/u.test(rest);
}

/** The end of a text from its last space on: what is asked of it ends with it, and looked for in all of it would take long. */
function afterLastSpace(text: string): string {
  return text.slice(Math.max(0, text.lastIndexOf(' ')));
}

/** Whether the stop after `before` is an abbreviation's own, and the sentence goes on with `rest`. */
function isAbbreviation(before: string, rest: string): boolean {
  const word = lastWord(before);
  if (NEVER_LAST.has(word)) return true;
  if (BEFORE_NUMBER.has(word)) return /^(?:\d|\$|\\|\p{Ll})/u.test(rest);
  const isInitial = /(?:^|[\s"'“(.~-])\p{Lu}$/u.test(before) || /^(?:\p{L}\.)+\p{L}$/u.test(word);
  const isVariable = /(?:^|[\s(~])\p{Ll}$/u.test(before);
  if (MAYBE_LAST.has(word) || isInitial || isVariable) return !isOpener(rest);
  return false;
}

function lastWord(before: string): string {
  const word = /(?<![/\p{L}\d@_.])[\p{L}.]+$/u.exec(before)?.[0] ?? '';
  return word.replace(/^\.+/, '').toLowerCase();
}

function isOpener(rest: string): boolean {
  return OPENERS.has(/^["'“‘([]*(?<word>\p{L}+)/u.exec(rest)?.groups?.['word'] ?? '');
}

/** Inside brackets that opened in this sentence, not with it, and that do close again. */
function isInBrackets(text: string, start: number, at: number): boolean {
  const before = text.slice(start, at);
  const open = Math.max(lastUnclosed(before, '(', ')'), lastUnclosed(before, '（', '）'));
  if (open <= before.length - before.trimStart().length) return false;
  return /^[^()（）]{0,300}[)）]/u.test(text.slice(at));
}

function lastUnclosed(text: string, open: string, close: string): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === close) depth++;
    else if (text[at] === open && depth-- === 0) return at;
  }
  return -1;
}
