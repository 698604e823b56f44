import { parseCitedId } from '../arxiv/id';
import { TitleLinker } from '../guide/title-links';

/** Where a text names a paper that it should not; `end` is exclusive. */
export interface Place {
  start: number;
  end: number;
}

// A title holds no quotes of the kind it stands in.
const QUOTES: readonly RegExp[] = [
  /["“”「『]([^"“”「」『』\n]{2,300})["“”」』]/g,
  /(?<![\p{L}\p{N}])['‘]([^'‘’"“”\n]{2,300}(?:’s [^'‘’"“”\n]{2,200})?)['’](?![\p{L}\p{N}])/gu,
  /(?<!!)\[([^[\]\n]{2,300})\]\(/g,
  /\*\*([^*\n]{2,300})\*\*/g,
];
const BOOK = /《([^《》\n]{2,300})》/g;
const ID = /(?<![\d.])(?:\d{4}\.\d{4,5}|[a-z-]{2,10}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,4})?(?![\d.]*\d)/g;
/** `[3]`, `[1, 4]`, `[2-5]`, not `a[3]`; of longer numbers, and of 0, no list of papers is made. */
const NUMBERS =
  /(?<![\p{Script=Latin}\p{Script=Greek}\p{N}_$\]])\[([1-9]\d{0,2}(?:\s*[,，、–-]\s*[1-9]\d{0,2}){0,20})\](?!\()/gu;
/** `论文 3`; not 论文 3 篇. */
const NUMBERED = /(?:论文|\b[Pp]aper) ?#?(\d{1,3})(?![\d.%]|\s*[篇年月倍页个份类组种])/g;
const MOST_NUMBERED = 300;
/** So many of a quoted title's words must be in a title of the report: models slip over the small ones. */
const SAME = 0.8;

/** Looks for papers that a text names, by title, identifier or number, and a report does not have. */
export class NamedPapers {
  readonly #linker: TitleLinker;
  readonly #ids: ReadonlySet<string>;
  readonly #titles: readonly { text: string; words: ReadonlySet<string> }[];
  readonly #count: number;

  constructor(papers: readonly { id: string; title: string; titleChinese?: string | null }[]) {
    this.#linker = new TitleLinker(papers);
    this.#ids = new Set(papers.map(({ id }) => id));
    this.#titles = papers
      .flatMap(({ title, titleChinese }) => (titleChinese ? [title, titleChinese] : [title]))
      .map((title) => ({ text: letters(title), words: new Set(wordsOf(title)) }));
    this.#count = papers.length;
  }

  /** Places of names of other papers. */
  findStrangers(text: string): Place[] {
    const strangers: Place[] = [];
    const add = (found: RegExpMatchArray): void => {
      const start = found.index ?? 0;
      strangers.push({ start, end: start + found[0].length });
    };
    for (const found of text.matchAll(ID)) {
      const id = parseCitedId(found[0]);
      if (id && !this.#ids.has(id.base)) add(found);
    }
    for (const found of [...text.matchAll(NUMBERS), ...text.matchAll(NUMBERED)])
      if (this.#isStrangeNumber(found[1] ?? '')) add(found);
    for (const found of QUOTES.flatMap((quotes) => [...text.matchAll(quotes)])) {
      if (isLikeTitle(found[1] ?? '') && !this.#has(found[1] ?? '')) add(found);
    }
    for (const found of text.matchAll(BOOK)) if (isLikeBook(found[1] ?? '') && !this.#has(found[1] ?? '')) add(found);
    return strangers;
  }

  #isStrangeNumber(list: string): boolean {
    const numbers = list.split(/[^\d]+/).map(Number);
    return numbers.every((number) => number <= MOST_NUMBERED) && numbers.some((number) => number > this.#count);
  }

  #has(quoted: string): boolean {
    const name = quoted.replace(/^[\s“"'‘「『《]+|[\s”"'’」』》:：.,，。]+$/g, '');
    if (this.#linker.find(name) !== null) return true;
    const inner = letters(name);
    const isLong = inner.length >= (/\p{Script=Han}/u.test(inner) ? 5 : 10);
    if (inner === '' || (isLong && this.#titles.some(({ text }) => text.includes(inner)))) return true;
    // A title with the paper's number or a word of the writer's own beside it.
    if (this.#titles.some(({ text }) => text.length >= 20 && inner.includes(text))) return true;
    const words = wordsOf(name);
    return (
      words.length >= 4 &&
      this.#titles.some((title) => words.filter((word) => title.words.has(word)).length >= words.length * SAME)
    );
  }
}

/** Places of quotes, in which no sentence ends. */
export function findQuotes(text: string): Place[] {
  return [...QUOTES, BOOK]
    .flatMap((quotes) => [...text.matchAll(quotes)])
    .map((found) => ({ start: found.index, end: found.index + found[0].length }));
}

const SMALL =
  /^(?:a|an|the|of|for|in|on|to|with|and|or|via|by|from|at|as|is|are|you|all|not|no|do|does|how|what|when|why|need)$/;

/** English in the case of titles: “Attention Is All You Need”, not “long-tailed recognition” nor a sentence. */
function isLikeTitle(quoted: string): boolean {
  const text = quoted.replace(/^[\s"“'‘《]+|[\s"”'’》:：.,。，]+$/g, '');
  if (/\p{Script=Han}/u.test(text)) return false;
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  const large = words.filter((word) => !SMALL.test(word.toLowerCase()));
  const capitals = large.filter((word) => /^\p{Lu}|^\d|\p{Lu}/u.test(word)).length;
  if (/\S:\s+\S/.test(text)) return words.length >= 3 && capitals >= large.length * 0.5;
  return words.length >= 4 && capitals >= large.length * 0.75;
}

/** What stands between 《》 is a title, but for single words, which journals have. */
function isLikeBook(quoted: string): boolean {
  const han = quoted.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= 5 || (quoted.match(/[\p{L}\p{N}-]+/gu)?.length ?? 0) >= 3;
}

function letters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !SMALL.test(word));
}
