import { toUnicode } from '../arxiv/tex-accents';
import { cleanText } from '../render/allowed';

const FORMULA = /(\$\$[^]{1,4000}?\$\$|\$(?:\\[^]|[^$\\]){1,2000}\$|\\\([^]{1,2000}?\\\)|\\\[[^]{1,4000}?\\\])/;
const SIGNS: Record<string, string> = {
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textbraceleft: '{',
  textbraceright: '}',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  ldots: '…',
  dots: '…',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
};
const OPEN = '\uE000';
const CLOSE = '\uE001';

function writeText(text: string): string {
  return text
    .replace(/[\uE000\uE001]/g, '')
    .replace(/\\(?:emph|text\w{2}|mathrm|url|textsc|href\{[^{}]*\})\s*(?=\{)/g, '')
    .replace(/\\([A-Za-z]+)(?:\{\}|\s+|(?![A-Za-z]))/g, (command, name: string) => {
      const sign = SIGNS[name];
      return sign === undefined ? command : sign === '{' ? OPEN : sign === '}' ? CLOSE : sign;
    })
    .replace(/\\([&%$#_])/g, '$1')
    .replace(/\\\{/g, OPEN)
    .replace(/\\\}/g, CLOSE)
    .replace(/[{}]/g, '')
    .replaceAll(OPEN, '{')
    .replaceAll(CLOSE, '}')
    .replace(/(?<!\\)~/g, ' ')
    .replace(/---/g, '—')
    .replace(/(?<!-)--(?!-)/g, '–');
}

/** A field of a .bib file as text: accents are Unicode, braces that only keep capitals are gone, formulas stay TeX. In one line. */
export function fromLatex(value: string): string {
  const source = toUnicode(value.replace(/\s+/g, ' '));
  const pieces = source
    .split(FORMULA)
    .map((piece, index) => (index % 2 === 1 ? piece.replace(/\\([%#])/g, '$1') : writeText(piece)));
  return cleanText(pieces.join('')).replace(/\s+/g, ' ').trim();
}

/** The names of an `author` field, as arXiv writes them: forename first. */
export function readNames(value: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  const text = value.replace(/\s+/g, ' ');
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    else if (depth <= 0 && /^ and /i.test(text.slice(at, at + 5))) {
      names.push(text.slice(start, at));
      start = at + 5;
      at += 3;
    }
  }
  return [...names, text.slice(start)].map(readName).filter((name) => name !== '' && name !== 'others');
}

function readName(value: string): string {
  const trimmed = value.trim();
  // A group, in braces as a whole, has commas of its own.
  if (/^\{[^{}]*\}$/.test(trimmed)) return fromLatex(trimmed);
  const [surname = '', ...rest] = fromLatex(trimmed).split(/\s*,\s*/);
  const forename = rest.length > 1 ? rest.slice(1).join(' ') : (rest[0] ?? '');
  const suffix = rest.length > 1 ? (rest[0] ?? '') : '';
  return [forename, surname, suffix].filter(Boolean).join(' ');
}
