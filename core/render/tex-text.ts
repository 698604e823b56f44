import { toUnicode } from '../arxiv/tex-accents';
import { cleanText, safeHref } from './allowed';
import { HIDDEN, hideFormulas, restoreFormulas, type HiddenFormulas } from './formulas';
import { linkAddresses } from './links';
import { FormulaRenderer } from './math';
import { SILENT, STYLES, TEX_CHARACTERS } from './tex-commands';
import { TreeBuilder } from './tree-builder';
import type { Tree } from './tree';

const DEEPEST = 12;
/** No abstract is nearly as long; reading accents inside accents takes time that grows faster than the text. */
const LONGEST_ACCENTED = 5_000;
const LONGEST_RENDERED = 100_000;
const TOKEN = /https?:\/\/[^\s{}<>\\]+|\\[a-zA-Z]+\*?|\\[^]|[{}]|``|''|`(?=[^`'\n]{1,80}')|---?|~|\uE000\d+\uE001/g;

/**
 * Renders text as arXiv has it in titles and abstracts: no Markdown, but TeX: formulas, `\textbf{…}`, `\href{url}{text}`,
 * accents, ``quotes'', dashes, `53.5\%`. A command nobody knows and a brace without its fellow stay as written; a line break
 * is a blank. Never throws, and takes time linear in the text; one that is too long to be a title or an abstract is left as
 * it is.
 */
export function renderTexText(text: string): Tree[] {
  if (text.length > LONGEST_RENDERED) return [cleanText(text)];
  const hidden = hideFormulas(cleanText(text).replace(/\s+/g, ' ').trim(), false);
  const source = readAccents(hidden.text);
  return new TexReader(source, hidden).read();
}

/** Accents as letters. Formulas are hidden by now, so what looks like the start of one ends a piece: none is searched for. */
function readAccents(text: string): string {
  if (text.length > LONGEST_ACCENTED || !text.includes('\\')) return text;
  return text
    .split(/(\\[([]|\$)/)
    .map((piece) => toUnicode(piece))
    .join('');
}

class TexReader {
  readonly #source: string;
  readonly #hidden: HiddenFormulas;
  readonly #math = new FormulaRenderer();
  readonly #builder = new TreeBuilder(DEEPEST);
  readonly #closers: ReadonlyMap<number, number>;
  /** Closing braces that end an element, or a group that is not shown. */
  readonly #ends = new Map<number, 'element' | 'group'>();
  #quoted = false;
  #singleQuoted = false;

  constructor(source: string, hidden: HiddenFormulas) {
    this.#source = source;
    this.#hidden = hidden;
    this.#closers = pairBraces(source);
  }

  read(): Tree[] {
    const source = this.#source;
    const token = new RegExp(TOKEN);
    let copied = 0;
    for (let found = token.exec(source); found; found = token.exec(source)) {
      this.#plain(source.slice(copied, found.index));
      copied = this.#token(found[0], found.index, token.lastIndex);
      token.lastIndex = copied;
    }
    this.#plain(source.slice(copied));
    return this.#builder.finish();
  }

  /** Writes one token and says where reading goes on. */
  #token(token: string, start: number, end: number): number {
    const formula = HIDDEN.exec(token);
    if (formula) {
      const known = this.#hidden.formulas[Number(formula[1])];
      if (known) this.#builder.add(this.#math.draw(known));
      return end;
    }
    if (token === '{' || token === '}') return this.#brace(token, start);
    if (token.startsWith('\\')) return this.#command(token, end);
    if (token.startsWith('http')) {
      for (const tree of this.#builder.isInLink ? [token] : linkAddresses(token)) this.#builder.add(tree);
      return end;
    }
    this.#builder.add(this.#mark(token, start, end));
    return end;
  }

  #brace(brace: string, at: number): number {
    const close = this.#closers.get(at);
    if (brace === '{' && close !== undefined) {
      const inner = this.#source.slice(at + 1, Math.min(close, at + 60));
      const font = /^\\([a-zA-Z]+)(?![a-zA-Z])\s*/.exec(inner);
      const tag = font?.[1] === undefined ? undefined : STYLES.get(font[1]);
      if (font && tag !== undefined && this.#source[at + 1 + font[0].length] !== '{') {
        if (tag !== null) this.#builder.open(tag, null);
        this.#ends.set(close, tag === null ? 'group' : 'element');
        return at + 1 + font[0].length;
      }
      // {DKT} protects its capitals and {\'e} its accent; {a, b} is a set.
      if (inner.startsWith('\\') || (close - at < 40 && /^[^\s,;{}]*\}/.test(`${inner}}`))) {
        this.#ends.set(close, 'group');
        return at + 1;
      }
    }
    const ends = this.#ends.get(at);
    if (ends === 'element') this.#builder.close();
    if (ends === undefined) this.#builder.add(brace);
    return at + 1;
  }

  #command(token: string, end: number): number {
    const name = token.slice(1).replace(/\*$/, '');
    if (!/^[a-zA-Z]/.test(name)) {
      this.#builder.add(
        /^[%&$#_{}]$/.test(name) ? name : name === '-' || name === '/' ? '' : /^[\\,;:! ]$/.test(name) ? ' ' : token,
      );
      return end;
    }
    const argument = this.#argumentAt(end);
    const character = TEX_CHARACTERS.get(name);
    if (character !== undefined) {
      this.#builder.add(character);
      // A blank after a command ends its name; `{}` keeps the blank.
      return this.#source.startsWith('{}', end) ? end + 2 : skipBlank(this.#source, end, /^\p{L}$/u.test(character));
    }
    if (argument && SILENT.has(name)) return argument.close + 1;
    if (argument && name === 'href') return this.#link(argument);
    if (argument && name === 'url') {
      const address = this.#inner(argument);
      for (const tree of linkAddresses(address)) this.#builder.add(tree);
      return argument.close + 1;
    }
    const tag = STYLES.get(name);
    if (tag === undefined) {
      this.#builder.add(argument ? `${token}{` : token);
      return argument ? argument.open + 1 : end;
    }
    if (!argument) return skipBlank(this.#source, end, true);
    if (tag !== null) this.#builder.open(tag, null);
    this.#ends.set(argument.close, tag === null ? 'group' : 'element');
    return argument.open + 1;
  }

  #link(address: { open: number; close: number }): number {
    const label = this.#argumentAt(address.close + 1);
    if (!label) {
      for (const tree of linkAddresses(this.#inner(address))) this.#builder.add(tree);
      return address.close + 1;
    }
    this.#builder.openLink(safeHref(this.#inner(address).replace(/\\([%#&_~])/g, '$1')));
    this.#ends.set(label.close, 'element');
    return label.open + 1;
  }

  #argumentAt(at: number): { open: number; close: number } | null {
    const open = this.#source[at] === ' ' ? at + 1 : at;
    const close = this.#source[open] === '{' ? this.#closers.get(open) : undefined;
    return close === undefined ? null : { open, close };
  }

  #inner({ open, close }: { open: number; close: number }): string {
    return restoreFormulas(this.#source.slice(open + 1, close), this.#hidden.formulas);
  }

  /** What quotes, dashes and ties become. */
  #mark(mark: string, start: number, end: number): string {
    const before = this.#source[start - 1] ?? ' ';
    const after = this.#source[end] ?? ' ';
    if (mark === '``') {
      this.#quoted = true;
      return '“';
    }
    if (mark === "''") {
      const wasQuoted = this.#quoted;
      this.#quoted = false;
      return wasQuoted ? '”' : mark;
    }
    if (mark === '`') {
      this.#singleQuoted = true;
      return '‘';
    }
    // A tie stands between words; before a number it usually means “about”.
    if (mark === '~') return /[A-Za-z.)\uE001]/.test(before) && after !== ' ' ? '\u00A0' : mark;
    // ` --flag` is an option of some program.
    if (mark === '--') return before === ' ' && /[a-z]/.test(after) ? mark : '–';
    return '—';
  }

  #plain(text: string): void {
    if (text === '') return;
    const end = this.#singleQuoted ? text.indexOf("'") : -1;
    if (end === -1) {
      this.#builder.add(text);
      return;
    }
    this.#singleQuoted = false;
    this.#builder.add(`${text.slice(0, end)}’${text.slice(end + 1)}`);
  }
}

function skipBlank(source: string, at: number, skip: boolean): number {
  return skip && source[at] === ' ' ? at + 1 : at;
}

/** Which closing brace belongs to which opening one; those without a fellow are left out. */
function pairBraces(source: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === '\\') at += 1;
    else if (character === '{') open.push(at);
    else if (character === '}') {
      const opened = open.pop();
      if (opened !== undefined) pairs.set(opened, at);
    }
  }
  return pairs;
}
