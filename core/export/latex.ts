import { toUnicode } from '../arxiv/tex-accents';

// Bounded, so that a text full of openings takes no more than linear time.
const FORMULA = /\$\$[^]{1,4000}?\$\$|\$(?:\\[^]|[^$\\]){1,2000}\$|\\\([^]{1,2000}?\\\)|\\\[[^]{1,4000}?\\\]/g;
const MARKS: Record<string, string> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0323': 'd',
  '\u0327': 'c',
  '\u0328': 'k',
  '\u0331': 'b',
};
const LETTERS: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  å: 'aa',
  Å: 'AA',
  ı: 'i',
  ȷ: 'j',
  đ: 'dj',
  Đ: 'DJ',
  ð: 'dh',
  Ð: 'DH',
  þ: 'th',
  Þ: 'TH',
  ŋ: 'ng',
  Ŋ: 'NG',
};

/**
 * Writes accented Latin letters as TeX (`É` → `{\'E}`); other scripts stay UTF-8. biber reads both, but bibtex counts
 * bytes: a style that abbreviates forenames or builds labels cuts an `É` in two, and it takes `{\'E}` for one letter.
 * Stacked accents stay (`ễ`) and an i keeps its dot (`{\'i}`, not `{\'\i}`), because biber misreads the longer forms.
 */
function writeAccents(text: string): string {
  return text.replace(/[\u00c0-\u024f\u1e00-\u1eff]/gu, (letter) => {
    const name = LETTERS[letter];
    if (name) return `{\\${name}}`;
    const [base = '', mark = '', stacked] = letter.normalize('NFD');
    const accent = MARKS[mark];
    if (!accent || stacked || !/^[A-Za-z]$/.test(base)) return letter;
    return /[a-z]/i.test(accent) ? `{\\${accent}{${base}}}` : `{\\${accent}${base}}`;
  });
}

/** Braces without a partner become the words in `left` and `right`: one of them would take the whole file with it. */
function balance(tokens: string[], left: string, right: string): string[] {
  const open: number[] = [];
  const balanced = [...tokens];
  for (const [index, token] of tokens.entries()) {
    if (token === '{') open.push(index);
    else if (token === '}' && open.pop() === undefined) balanced[index] = right;
  }
  for (const index of open) balanced[index] = left;
  return balanced;
}

function writeFormula(formula: string): string {
  // bibtex counts a brace behind a backslash as well, so these are named; a bare % or # is an error in a formula too.
  const tokens = formula.match(/\\[^]|[^]/g) ?? [];
  const named = tokens.map((token) => {
    if (token === '\\{') return '\\lbrace ';
    if (token === '\\}') return '\\rbrace ';
    return token === '%' || token === '#' ? `\\${token}` : token;
  });
  return balance(named, '\\lbrace ', '\\rbrace ').join('');
}

const WRITTEN: Record<string, string> = {
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
  '^': '\\textasciicircum{}',
  '\\': '\\textbackslash{}',
  '\\{': '\\textbraceleft{}',
  '\\}': '\\textbraceright{}',
  '\\\\': ' ',
};

function writeToken(token: string, before: string, after: string): string {
  // Between words it is a tie (Fig.~2), elsewhere the sign (~10 times).
  if (token === '~') return /[\p{L}.]$/u.test(before) && /^[\p{L}\d]/u.test(after) ? '~' : '\\textasciitilde{}';
  return WRITTEN[token] ?? token;
}

// Commands and escapes stay TeX; a backslash before anything else is only a backslash.
const TOKEN = /\\(?:[A-Za-z]+|[`'^"~=.&%$#_{}\\ ,;:!/-])|[^]/gu;

/** Zero-width spaces, and what turns text around. */
const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' ')
    .replace(UNSEEN, '')
    .trim();
}

/**
 * Writes a title, name or remark as arXiv has it (plain text with TeX) so that it can stand between the braces of a BibTeX
 * field: formulas and commands stay, what TeX would trip over outside them is escaped, braces are balanced, white space
 * is single and control and bidi characters are gone.
 */
export function toLatex(text: string): string {
  const source = clean(toUnicode(text.toWellFormed()));
  const tokens: string[] = [];
  let end = 0;
  const addText = (piece: string) => {
    const found = piece.match(TOKEN) ?? [];
    for (const [index, token] of found.entries()) {
      tokens.push(writeAccents(writeToken(token, found[index - 1] ?? '', found[index + 1] ?? '')));
    }
  };
  for (const formula of source.matchAll(FORMULA)) {
    addText(source.slice(end, formula.index));
    tokens.push(writeFormula(formula[0]));
    end = formula.index + formula[0].length;
  }
  addText(source.slice(end));
  return balance(tokens, '\\textbraceleft{}', '\\textbraceright{}').join('');
}

const SIGNS: Record<string, string> = {
  ...WRITTEN,
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
};

/** Writes text that has no TeX in it, in one line: whatever looks like TeX is only signs. */
export function plainToLatex(text: string): string {
  return writeAccents(clean(text.toWellFormed()).replace(/[&%#_$^\\{}~]/g, (sign) => SIGNS[sign] ?? sign));
}

/** For fields that are read verbatim (doi, url): nothing is escaped, so what would end the field is left out. */
export function toVerbatim(text: string): string {
  return text
    .toWellFormed()
    .replace(UNSEEN, '')
    .replace(/[{}\\\s\p{Cc}]/gu, '');
}
