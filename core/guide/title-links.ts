import { plainText } from '../render/text';
import type { Tree, TreeElement } from '../render/tree';
import { renderTexText } from '../render/tex-text';

const BLOCKS = new Set([
  'p',
  'ul',
  'ol',
  'li',
  'blockquote',
  'table',
  'thead',
  'tbody',
  'tr',
  'td',
  'th',
  'h4',
  'h5',
  'h6',
]);
const APART = new Set(['code', 'pre', 'a']);
const QUOTED: readonly RegExp[] = [
  /["“”「『《«]([^"“”「」『』《》«»]{2,300})["“”」』》»]/g,
  /(?<![\p{L}\p{N}])['‘]([^'‘’"“”]{2,300}(?:’s [^'‘’"“”]{2,200})?)['’](?![\p{L}\p{N}])/gu,
];
// What may stand around a title in bold: its number, the word 论文, a colon.
const BEFORE = /^(?:\s*(?:\d{1,2}[.、)]|[[【]?(?:论文|文章|Paper)\s*\d*[\]】]?\s*[：:]?)\s*)+/i;
const AFTER = /[\s：:。.，,]+$/;
/** A title is looked for without quotes when it is this long: shorter ones are words. */
const LONG_ENOUGH = 20;
/** No paragraph of a summary names as many papers. */
const MOST_LINKS = 100;

/** Turns titles of papers into links, in whatever shape a summary quotes them. */
export class TitleLinker {
  readonly #full = new Map<string, string>();
  /** Shortened forms; null where several papers share one. */
  readonly #short = new Map<string, string | null>();

  constructor(papers: readonly { id: string; title: string }[]) {
    for (const { id, title } of papers) {
      const text = plainText(renderTexText(title));
      this.#full.set(key(text), id);
      const colon = text.search(/[:：]/);
      if (colon > 1) this.#addShort(key(text.slice(0, colon)), id);
    }
  }

  #addShort(short: string, id: string): void {
    if (short.length < 2) return;
    const known = this.#short.get(short);
    this.#short.set(short, known === undefined || known === id ? id : null);
  }

  link(body: readonly Tree[]): Tree[] {
    if (this.#full.size === 0) return [...body];
    return this.#inside(body, false);
  }

  /** The paper that a quoted text names: by its title, the part before the colon, or the beginning of one title only. */
  find(quoted: string): string | null {
    const wanted = key(quoted);
    const exact = this.#full.get(wanted) ?? this.#short.get(wanted);
    if (exact !== undefined) return exact;
    const isCut = /(?:\.\.\.|…)\s*$/.test(quoted);
    const words = quoted.trim().split(/\s+/).length;
    if (wanted.length < 10 || (words < 3 && !isCut)) return null;
    const starting = [...this.#full].filter(([title]) => title.startsWith(wanted));
    return starting.length === 1 ? (starting[0]?.[1] ?? null) : null;
  }

  #inside(children: readonly Tree[], isBold: boolean): Tree[] {
    const runs: (TreeElement | { run: Tree[] })[] = [];
    for (const child of children) {
      const last = runs.at(-1);
      if (typeof child !== 'string' && BLOCKS.has(child[0])) runs.push(child);
      else if (last && 'run' in last) last.run.push(child);
      else runs.push({ run: [child] });
    }
    return runs.flatMap((part) => ('run' in part ? this.#run(part.run, isBold) : [this.#element(part)]));
  }

  #element(element: TreeElement): TreeElement {
    const [tag, attributes, ...children] = element;
    if (APART.has(tag) || tag === 'math') return element;
    return [tag, attributes, ...this.#inside(children, tag === 'strong')];
  }

  /** A run of text and inline elements: the places of titles in its plain text, then in its trees. */
  #run(run: readonly Tree[], isBold: boolean): Tree[] {
    let length = 0;
    const pieces = run.map((tree) => {
      const text = typeof tree === 'string' ? tree : APART.has(tree[0]) ? '\uFFFC' : plainText([tree]);
      const start = length;
      length += text.length;
      return { tree, text, start, end: length };
    });
    // What begins or ends inside an element is found again when that element is read.
    const cutsElement = (at: number): boolean =>
      pieces.some(({ tree, start, end }) => typeof tree !== 'string' && start < at && at < end);
    const text = pieces.map((piece) => piece.text).join('');
    const places = this.#places(text, isBold).filter(({ start, end }) => !cutsElement(start) && !cutsElement(end));

    const inside = (from: number, to: number): Tree[] =>
      pieces.flatMap(({ tree, text: piece, start, end }): Tree[] => {
        if (typeof tree !== 'string') return from <= start && start < to ? [tree] : [];
        return start < to && from < end ? [piece.slice(Math.max(0, from - start), to - start)] : [];
      });
    const readInside = (from: number, to: number): Tree[] =>
      inside(from, to).map((tree) => (typeof tree === 'string' ? tree : this.#element(tree)));
    let at = 0;
    const linked = places.flatMap(({ start, end, id }): Tree[] => {
      const before = readInside(at, start);
      at = end;
      return [...before, ['a', { href: `https://arxiv.org/abs/${id}` }, ...inside(start, end)]];
    });
    return [...linked, ...readInside(at, Number.MAX_SAFE_INTEGER)];
  }

  #places(text: string, isBold: boolean): { start: number; end: number; id: string }[] {
    const places: { start: number; end: number; id: string }[] = [];
    const add = (start: number, end: number, id: string | null): void => {
      if (
        id !== null &&
        start < end &&
        places.length < MOST_LINKS &&
        !places.some((place) => start < place.end && place.start < end)
      ) {
        places.push({ start, end, id });
      }
    };
    for (const found of QUOTED.flatMap((quotes) => [...text.matchAll(quotes)])) {
      const inner = found[1] ?? '';
      add(found.index + 1, found.index + 1 + inner.length, this.find(inner));
    }
    if (isBold) {
      const start = BEFORE.exec(text.slice(0, 80))?.[0].length ?? 0;
      const end = text.length - (AFTER.exec(text.slice(-40))?.[0].length ?? 0);
      if (end > start) add(start, end, this.find(text.slice(start, end)));
    }
    this.#addUnquoted(text, add);
    return places.toSorted((one, other) => one.start - other.start);
  }

  /** Whole titles that stand in the text without any quotes. */
  #addUnquoted(text: string, add: (start: number, end: number, id: string | null) => void): void {
    if (text.length < LONG_ENOUGH) return;
    const letters = withPlaces(text);
    for (const [title, id] of this.#full) {
      if (title.length < LONG_ENOUGH) continue;
      const at = letters.text.indexOf(title);
      if (at === -1) continue;
      const start = letters.places[at] ?? 0;
      const end = (letters.places[at + title.length - 1] ?? 0) + 1;
      add(start, end, id);
    }
  }
}

/** Letters and digits only, in one form: quotes, case, blanks, dashes and TeX do not tell titles apart. */
function key(text: string): string {
  return withPlaces(text).text;
}

/** The key of a text with, for each of its characters, the place in the text it stands for. */
function withPlaces(text: string): { text: string; places: number[] } {
  let letters = '';
  const places: number[] = [];
  let at = 0;
  for (const sign of text) {
    for (const letter of sign.normalize('NFKD').toLowerCase()) {
      if (!/[\p{L}\p{N}]/u.test(letter)) continue;
      letters += letter;
      for (let unit = 0; unit < letter.length; unit += 1) places.push(at);
    }
    at += sign.length;
  }
  return { text: letters, places };
}
