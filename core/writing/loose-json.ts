import { readEscape } from './tex-escapes';

/** What was read of a value. `done`: it has come to its end, and more input does not change it. Keys may occur twice. */
export type Loose =
  | { kind: 'text'; text: string; done: boolean }
  | { kind: 'list'; items: Loose[]; done: boolean }
  | { kind: 'object'; entries: [key: string, value: Loose][]; done: boolean }
  | { kind: 'literal'; value: number | boolean | null; done: boolean };

/** Answers nest three deep; what is nested deeper than this is not read on. */
const MAX_DEPTH = 8;
/** No answer has more members in one place. */
const MAX_MEMBERS = 200;
const LOOK_BACK = 1_500;

const BLANKS = /\s*/y;
const PLAIN = /[^"“”'\\$\n]+/y;
// What stands between the quotes is the same for each, so that half a key is told from none.
const KEY =
  /(?:"(?<straight>[^"“”'\n]{1,60})"|[“”](?<curly>[^"“”'\n]{1,60})[“”"]|'(?<single>[^"“”'\n]{1,60})')\s*[:：]/y;
const HALF_KEY = /["“”'][^"“”'\n]{0,60}(?:["“”']\s*)?$/y;
const HALF_BARE_KEY = /[\p{L}_][\p{L}\p{N}_ ]{0,40}\s*$/uy;
const BARE_KEY = /(?<bare>[\p{L}_][\p{L}\p{N}_ ]{0,40})\s*[:：]/uy;
const LITERAL = /(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;

/**
 * Reads the object that begins at `from` as a model writes JSON: cut off anywhere, with trailing and missing commas, raw new
 * lines and quotes inside strings, TeX without doubled backslashes, curly quotes. Reads strictly from left to right, and
 * decides nothing that a longer input could decide otherwise: with `ended` false it stops in front of what is still open.
 */
export function readLooseObject(text: string, from: number, ended: boolean): { value: Loose; end: number } {
  const reader = new LooseReader(text, from, ended);
  return { value: reader.value(0, 'object'), end: reader.at };
}

type Inside = 'object' | 'list';

class LooseReader {
  at: number;
  readonly #text: string;
  readonly #ended: boolean;
  /** The input is used up, or cannot be made sense of: nothing behind this is read. */
  #halted = false;
  #doubled = 0;
  #single = 0;

  constructor(text: string, from: number, ended: boolean) {
    this.#text = text;
    this.at = from;
    this.#ended = ended;
  }

  value(depth: number, inside: Inside): Loose {
    const sign = this.#text[this.at];
    if (sign !== undefined && depth < MAX_DEPTH) {
      if (sign === '{') return this.#object(depth);
      if (sign === '[') return this.#list(depth);
      if (/["“'”]/.test(sign)) return this.#string(sign, inside);
      // A key without a value.
      if (/[,，}\]]/.test(sign)) return { kind: 'literal', value: null, done: true };
      const literal = this.#match(LITERAL)?.[0];
      if (literal !== undefined && (this.#ended || this.at < this.#text.length)) {
        const value = literal === 'null' ? null : /^[tf]/.test(literal) ? literal === 'true' : Number(literal);
        return { kind: 'literal', value, done: true };
      }
    }
    this.#halted = true;
    return { kind: 'literal', value: null, done: false };
  }

  #object(depth: number): Loose {
    const entries: [string, Loose][] = [];
    this.at += 1;
    while (entries.length < MAX_MEMBERS) {
      const sign = this.#next();
      if (sign === '}') {
        this.at += 1;
        return { kind: 'object', entries, done: true };
      }
      const key = this.#key();
      if (key === null) break;
      this.#blanks();
      const value = this.value(depth + 1, 'object');
      entries.push([key, value]);
      if (this.#halted) break;
    }
    this.#halted = true;
    return { kind: 'object', entries, done: false };
  }

  #list(depth: number): Loose {
    const items: Loose[] = [];
    this.at += 1;
    while (items.length < MAX_MEMBERS) {
      const sign = this.#next();
      if (sign === ']') {
        this.at += 1;
        return { kind: 'list', items, done: true };
      }
      // A list that its writer forgot to close.
      if (sign === '}') return { kind: 'list', items, done: true };
      if (sign === undefined) break;
      const item = this.value(depth + 1, 'list');
      items.push(item);
      if (this.#halted) break;
    }
    this.#halted = true;
    return { kind: 'list', items, done: false };
  }

  #key(): string | null {
    const groups = (this.#match(KEY) ?? this.#match(BARE_KEY))?.groups;
    return groups?.['straight'] ?? groups?.['curly'] ?? groups?.['single'] ?? groups?.['bare'] ?? null;
  }

  #string(opener: string, inside: Inside): Loose {
    const closers = opener === '"' ? '"' : opener === "'" ? "'" : '”“"';
    let out = '';
    // The end of it, which escapes look back at: looking into the whole each time would take long.
    let recent = '';
    let inMath = false;
    const add = (piece: string): void => {
      out += piece;
      recent = (recent + piece).slice(-LOOK_BACK);
    };
    this.at += 1;
    while (this.at < this.#text.length) {
      const sign = this.#text.charAt(this.at);
      if (sign === '\\') {
        const doubles = this.#doubled > 0 && this.#single === 0;
        const escape = readEscape(this.#text, this.at, { before: recent, inMath, doubles, ended: this.#ended });
        if (escape === null) break;
        if (escape.doubled === true) this.#doubled += 1;
        else if (escape.doubled === false) this.#single += 1;
        if (escape.text === '\n' && recent.endsWith('\n')) inMath = false;
        add(escape.text);
        this.at = escape.end;
      } else if (closers.includes(sign)) {
        const closes = this.#closes(this.at + 1, inside, inMath);
        if (closes === null) break;
        this.at += 1;
        if (closes) return { kind: 'text', text: out, done: true };
        add(sign);
      } else if (sign === '$') {
        // Two dollar signs open one formula.
        if (this.#text[this.at - 1] !== '$') inMath = !inMath;
        add(sign);
        this.at += 1;
      } else {
        if (sign === '\n' && recent.endsWith('\n')) inMath = false;
        const plain = this.#match(PLAIN)?.[0];
        add(plain ?? sign);
        if (plain === undefined) this.at += 1;
      }
    }
    this.#halted = true;
    return { kind: 'text', text: out, done: false };
  }

  /** Whether the quote in front of `at` ends its string, judged by what follows; null while too little of that is there. */
  #closes(at: number, inside: Inside, inMath: boolean): boolean | null {
    const open = this.#ended ? true : null;
    const next = this.#skip(at);
    const sign = this.#text[next];
    if (sign === undefined) return open;
    if (sign === '}' || sign === ']') {
      const isOnNewLine = this.#text.slice(at, next).includes('\n');
      if (isOnNewLine) return true;
      const after = this.#text[next + 1];
      if (after === undefined) return open;
      return !inMath && !/[$\\^_{.;，。；、）)]/.test(after);
    }
    if (sign === ',' || sign === '，') {
      const then = this.#skip(next + 1);
      const follower = this.#text[then];
      if (follower === undefined) return open;
      if (follower === '}' || follower === ']') return true;
      if (inside === 'list') return /["“”'{[]/.test(follower);
      return this.#isKey(then, this.#text.slice(next, then).includes('\n'));
    }
    // A comma that was forgotten.
    return this.#text.slice(at, next).includes('\n') && inside === 'object' ? this.#isKey(next, false) : false;
  }

  /** Whether a key stands at a place; one without quotes only on a line of its own. */
  #isKey(at: number, onNewLine: boolean): boolean | null {
    const is = (pattern: RegExp): boolean => {
      pattern.lastIndex = at;
      return pattern.test(this.#text);
    };
    if (is(KEY) || (onNewLine && is(BARE_KEY))) return true;
    return !this.#ended && (is(HALF_KEY) || (onNewLine && is(HALF_BARE_KEY))) ? null : false;
  }

  /** Passes blanks and commas, and gives the sign behind them. */
  #next(): string | undefined {
    this.#blanks();
    while (/[,，;；]/.test(this.#text[this.at] ?? '')) {
      this.at += 1;
      this.#blanks();
    }
    return this.#text[this.at];
  }

  #blanks(): void {
    this.at = this.#skip(this.at);
  }

  #skip(at: number): number {
    BLANKS.lastIndex = at;
    return at + (BLANKS.exec(this.#text)?.[0].length ?? 0);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}
