import type { Skipped } from '../paper';

/** An entry of a .bib file as it is written; names of fields are in lower case. */
export interface BibRecord {
  type: string;
  key: string;
  fields: Map<string, string>;
  /** From 1. */
  line: number;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const NO_ENTRY = new Set(['comment', 'preamble']);

/** Reads through a .bib file. What is broken ends at the next line that begins an entry. */
class Reader {
  private at = 0;
  private readonly macros = new Map(MONTHS.map((month) => [month, month]));

  constructor(private readonly text: string) {}

  /** The next entry; a number is the offset of one that cannot be read, null the end of the file. */
  next(): { record: Omit<BibRecord, 'line'>; start: number } | number | null {
    for (;;) {
      const start = this.text.indexOf('@', this.at);
      if (start === -1) return null;
      const head = /@\s*([A-Za-z]+)\s*([{(])/y;
      head.lastIndex = start;
      const [whole, type = ''] = head.exec(this.text) ?? [];
      if (whole === undefined) {
        this.at = start + 1;
        continue;
      }
      this.at = start + whole.length;
      const name = type.toLowerCase();
      if (NO_ENTRY.has(name)) continue; // what stands in it may be an entry that was put aside; only its head goes
      const record = name === 'string' ? this.readMacro() : this.readEntry(name);
      if (record === true) continue;
      if (record) return { record, start };
      this.skip(start + 1);
      return start;
    }
  }

  private skip(from: number): void {
    const next = /\n\s*@/g;
    next.lastIndex = from;
    const found = next.exec(this.text);
    this.at = found ? found.index + 1 : this.text.length;
  }

  private blanks(): void {
    const blank = /(?:\s|%[^\n]*\n)*/y;
    blank.lastIndex = this.at;
    this.at += blank.exec(this.text)?.[0].length ?? 0;
  }

  private take(pattern: RegExp): string | null {
    this.blanks();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    this.at += found?.length ?? 0;
    return found;
  }

  private readMacro(): true | null {
    const name = this.take(/[^\s=,{}()"#%]+/y);
    if (name === null || this.take(/=/y) === null) return null;
    const value = this.readValue();
    if (value === null) return null;
    this.macros.set(name.toLowerCase(), value);
    this.take(/[})]/y);
    return true;
  }

  private readEntry(type: string): Omit<BibRecord, 'line'> | null {
    const key = this.take(/[^\s,{}()=]*(?=\s*[,})])/y) ?? '';
    const fields = new Map<string, string>();
    for (;;) {
      while (this.take(/,/y) !== null);
      if (this.take(/[})]/y) !== null) return { type, key, fields };
      const name = this.take(/[^\s=,{}()"#%]+/y);
      if (name === null || this.take(/=/y) === null) return null;
      const value = this.readValue();
      if (value === null) return null;
      const field = name.toLowerCase();
      if (!fields.has(field)) fields.set(field, value);
    }
  }

  /** `{…}`, `"…"`, a number or a macro, joined by #. */
  private readValue(): string | null {
    let value = '';
    for (;;) {
      const part = this.readPart();
      if (part === null) return null;
      value += part;
      if (this.take(/#/y) === null) return value;
    }
  }

  private readPart(): string | null {
    const sign = this.take(/["{]/y);
    if (sign !== null) return this.readUntil(sign === '"' ? '"' : '}');
    const bare = this.take(/[^\s,{}()"#]+/y);
    return bare === null ? null : (this.macros.get(bare.toLowerCase()) ?? bare);
  }

  private readUntil(end: '"' | '}'): string | null {
    let depth = 0;
    for (let at = this.at; at < this.text.length; at += 1) {
      const sign = this.text[at];
      if (sign === '\\') at += 1;
      else if (sign === end && depth === 0) {
        const value = this.text.slice(this.at, at);
        this.at = at + 1;
        return value;
      } else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      // A new entry within a field: a brace is missing.
      else if (sign === '\n' && /^\n@\w+\s*\{[^\s,{}]*,/.test(this.text.slice(at, at + 200))) return null;
    }
    return null;
  }
}

/** Whether a text is a .bib file: an entry with its key, at the start of a line. */
export function isBibtex(text: string): boolean {
  return /^\s*@[A-Za-z]+\s*[{(]\s*(?:[^\s,{}()=]*\s*,|\w+\s*=)/m.test(text);
}

/** The entries of a .bib file, of BibTeX and BibLaTeX, as other programs write them; a broken one keeps none of the others out. */
export function readBibtex(text: string): { records: BibRecord[]; skipped: Skipped[] } {
  const reader = new Reader(text);
  const records: BibRecord[] = [];
  const skipped: Skipped[] = [];
  let line = 1;
  let counted = 0;
  const lineOf = (offset: number) => {
    for (let at = text.indexOf('\n', counted); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
      line += 1;
      counted = at + 1;
    }
    return line;
  };
  for (let next = reader.next(); next !== null; next = reader.next()) {
    if (typeof next === 'number') skipped.push({ line: lineOf(next), reason: '这一条的写法不完整，读不了' });
    else records.push({ ...next.record, line: lineOf(next.start) });
  }
  return { records, skipped };
}
