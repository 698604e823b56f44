/** TeX commands that begin like one of JSON's escapes; models forget to double the backslash in front of them. */
const AFTER_T = new Set(
  'theta tau times to top tilde tfrac tan tanh therefore triangle triangleq tag tt tiny tbinom thickspace thicksim'.split(
    ' ',
  ),
);
const AFTER_R = new Set(
  'rho right rangle rightarrow rightleftharpoons rightharpoonup rm rVert rvert rfloor rceil ref root real rtimes'.split(
    ' ',
  ),
);
const AFTER_N = new Set(
  'nu nabla neq ne not notin nonumber nolimits norm ni nmid neg nearrow nexists ngeq nleq ncong nsim nparallel nwarrow'.split(
    ' ',
  ),
);
/** These are no beginning of a word either, so they are TeX also outside a formula. */
const ONLY_TEX = new Set(['nabla', 'notin', 'nonumber', 'nexists', 'nparallel']);
/** No command of TeX that matters here is longer. */
const LONGEST_COMMAND = 24;

const LETTERS = /[A-Za-z]*/y;

/** How one escape is read: what it stands for and where the text goes on; null when its end has not come yet. */
export interface Escape {
  text: string;
  end: number;
  /** What it tells of how the writer doubles backslashes; null when nothing. */
  doubled: boolean | null;
}

/** What is known where an escape stands. */
export interface EscapePlace {
  /** What was read of the string so far. */
  before: string;
  inMath: boolean;
  /** Whether the answer was seen to double its backslashes, and never not to. */
  doubles: boolean;
  ended: boolean;
}

/**
 * Reads the escape whose backslash stands at `at`. JSON's own where it means one, else TeX: `\frac` is no form feed, `\beta`
 * no backspace, `\text` no tab and `\nu` no new line, whereas `\\frac` is the same command written as JSON wants it.
 */
export function readEscape(text: string, at: number, place: EscapePlace): Escape | null {
  const sign = text[at + 1];
  if (sign === undefined) return place.ended ? { text: '\\', end: at + 1, doubled: null } : null;
  if (sign === '"' || sign === '/') return { text: sign, end: at + 2, doubled: null };
  if (sign === "'" && !place.inMath) return { text: sign, end: at + 2, doubled: null };
  if (sign === '\\') return readDoubled(text, at, place);
  if (sign === 'u') return readCodePoint(text, at, place);
  if (!/[bfnrt]/.test(sign)) {
    return { text: `\\${sign === '\n' ? '\n' : sign}`, end: at + 2, doubled: /[A-Za-z]/.test(sign) ? false : null };
  }
  const run = lettersAt(text, at + 1);
  if (isOpenEnded(text, at + 1, run, place)) return null;
  if (isTex(sign, run, place)) return { text: `\\${run}`, end: at + 1 + run.length, doubled: false };
  const meant = sign === 'n' ? '\n' : sign === 't' ? ' ' : '';
  return { text: meant, end: at + 2, doubled: null };
}

function isTex(sign: string, run: string, place: EscapePlace): boolean {
  // A backspace and a form feed never occur in prose.
  if (sign === 'b' || sign === 'f') return run.length > 1;
  if (sign === 'r') return AFTER_R.has(run) || (place.inMath && run.length > 1);
  if (sign === 't') return AFTER_T.has(run) || run.startsWith('text') || (place.inMath && run.length > 1);
  if (place.doubles) return false;
  return place.inMath ? AFTER_N.has(run) : ONLY_TEX.has(run);
}

/** Two backslashes: one in front of a command, a row's end inside an environment, or a new line that was escaped twice. */
function readDoubled(text: string, at: number, place: EscapePlace): Escape | null {
  const next = text[at + 2];
  if (next === undefined && !place.ended) return null;
  if (next === undefined || !/[A-Za-z]/.test(next)) {
    const isRowEnd =
      isInEnvironment(place.before) && !place.before.endsWith('\\') && (next === undefined || /[\s\d&[-]/.test(next));
    return { text: isRowEnd ? '\\\\' : '\\', end: at + 2, doubled: null };
  }
  const run = lettersAt(text, at + 2);
  if (isOpenEnded(text, at + 2, run, place)) return null;
  if (next === 'n' && !place.inMath && !AFTER_N.has(run) && !run.startsWith('new')) {
    return { text: '\n', end: at + 3, doubled: null };
  }
  // Escaped twice: the first pair has given the backslash already.
  const isTwice = /(?<!\\)\\$/.test(place.before) && !isInEnvironment(place.before);
  return { text: isTwice ? '' : '\\', end: at + 2, doubled: true };
}

function readCodePoint(text: string, at: number, place: EscapePlace): Escape | null {
  const digits = text.slice(at + 2, at + 6);
  if (/^[\dA-Fa-f]{4}$/.test(digits)) {
    return { text: String.fromCharCode(Number.parseInt(digits, 16)), end: at + 6, doubled: null };
  }
  if (/^[\dA-Fa-f]*$/.test(digits) && digits.length < 4 && !place.ended) return null;
  return { text: '\\u', end: at + 2, doubled: false };
}

function lettersAt(text: string, at: number): string {
  LETTERS.lastIndex = at;
  return LETTERS.exec(text)?.[0] ?? '';
}

/** Whether more letters may still come that would change what a command is. */
function isOpenEnded(text: string, at: number, run: string, place: EscapePlace): boolean {
  return !place.ended && at + run.length >= text.length && run.length < LONGEST_COMMAND;
}

function isInEnvironment(before: string): boolean {
  return before.lastIndexOf('\\begin{') > before.lastIndexOf('\\end{');
}
