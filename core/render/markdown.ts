import MarkdownIt, { type Token } from 'markdown-it';
import { cleanText, MAX_DEPTH, safeHref } from './allowed';
import { relaxEmphasis } from './emphasis';
import { markEnglish } from './english';
import { HIDDEN, hideFormulas, restoreFormulas, type HiddenFormulas } from './formulas';
import { linkAddresses } from './links';
import { normaliseLists } from './lists';
import { FormulaRenderer } from './math';
import { closeUpPunctuation } from './punctuation';
import { TreeBuilder } from './tree-builder';
import type { Tree } from './tree';

const MAX_NESTING = 60;
const MARKS = new Set('*_~`[]()<>&\\!|');

const parser = new MarkdownIt('default', { html: false, linkify: false, typographer: false, maxNesting: MAX_NESTING });
// Indented text is text here, a line above `---` no heading, and a definition of a link would vanish from the text.
parser.disable(
  ['code', 'lheading', 'reference', 'html_block', 'html_inline', 'linkify', 'replacements', 'smartquotes'],
  true,
);
relaxEmphasis(parser);
// Every address is judged by `safeHref`, so that a refused one leaves the link's text and not its source.
parser.validateLink = () => true;
parser.normalizeLink = (address) => address;

/**
 * Renders Markdown as models write it: CommonMark and tables, with what `normaliseLists` and `relaxEmphasis` mend, and
 * formulas. HTML stays text; images become links; headings are h4 to h6, in steps of one. Never throws: what cannot be
 * read becomes paragraphs of plain text.
 */
export function renderMarkdown(markdown: string): Tree[] {
  return markEnglish(readMarkdown(markdown));
}

/** Renders one run of text, without blocks. */
export function renderInline(text: string): Tree[] {
  const hidden = hideFormulas(cleanText(text).replace(/(?<!\s)\s*\n\s*/g, ' '), true);
  return markEnglish(closeUpPunctuation(build(hidden, () => parser.parseInline(hidden.text, {}))));
}

/** `renderMarkdown` without the marks of language, for those who still look for words in the text. */
export function readMarkdown(markdown: string): Tree[] {
  const hidden = hideFormulas(cleanText(markdown), true);
  return closeUpPunctuation(build(hidden, () => parser.parse(normaliseLists(hidden.text), {})));
}

function build(hidden: HiddenFormulas, parse: () => Token[]): Tree[] {
  try {
    if (isNoise(hidden)) return asParagraphs(restoreFormulas(hidden.text, hidden.formulas));
    const tokens = parse();
    // What is nested deeper than this, the parser leaves out.
    if (!tokens.some((token) => token.level >= MAX_NESTING - 1)) return new MarkdownReader(hidden).read(tokens);
  } catch {
    // Falls through: text that no parser can read is still text.
  }
  return asParagraphs(restoreFormulas(hidden.text, hidden.formulas));
}

/** A long text of which a fifth and more are marks, or nearly all formulas, was written to keep a parser busy. */
function isNoise({ text, formulas }: HiddenFormulas): boolean {
  if (text.length < 8_000) return false;
  if (formulas.length * 12 > text.length) return true;
  let marks = 0;
  for (const sign of text) if (MARKS.has(sign)) marks += 1;
  return marks * 5 > text.length;
}

function asParagraphs(text: string): Tree[] {
  return text
    .split(/\n\s*\n/)
    .flatMap((paragraph): Tree[] => (paragraph.trim() ? [['p', null, paragraph.trim()]] : []));
}

const SIMPLE: ReadonlySet<string> = new Set('p strong em s ul li blockquote table thead tbody tr'.split(' '));

/** Turns the parser's tokens into a tree. */
class MarkdownReader {
  readonly #builder = new TreeBuilder(MAX_DEPTH);
  readonly #math = new FormulaRenderer();
  readonly #hidden: HiddenFormulas;
  readonly #headings: number[] = [];

  constructor(hidden: HiddenFormulas) {
    this.#hidden = hidden;
  }

  read(tokens: readonly Token[]): Tree[] {
    for (const token of tokens) this.#block(token);
    return this.#builder.finish();
  }

  #block(token: Token): void {
    const builder = this.#builder;
    if (token.type === 'inline') this.#inlines(token.children ?? []);
    else if (token.type === 'fence' || token.type === 'code_block') {
      builder.add(['pre', null, ['code', null, this.#restore(token.content).replace(/\n$/, '')]]);
    } else if (token.type === 'hr') builder.add(['hr', null]);
    else if (token.nesting === -1) {
      if (!token.hidden) builder.close();
    } else if (token.nesting === 1 && !token.hidden) this.#open(token);
  }

  #open(token: Token): void {
    const { tag } = token;
    if (token.type === 'heading_open') this.#builder.open(`h${3 + this.#headingDepth(Number(tag.slice(1)))}`, null);
    else if (tag === 'ol') this.#builder.open('ol', attribute(token, 'start', 'start'));
    else if (tag === 'th' || tag === 'td') this.#builder.open(tag, attribute(token, 'style', 'align'));
    else this.#builder.open(SIMPLE.has(tag) ? tag : 'p', null);
  }

  /** 1 to 3: how many headings a heading stands under, itself counted. */
  #headingDepth(level: number): number {
    while ((this.#headings.at(-1) ?? 0) >= level) this.#headings.pop();
    this.#headings.push(level);
    return Math.min(this.#headings.length, 3);
  }

  #inlines(all: readonly Token[]): void {
    const tokens = all.filter((token) => token.type !== 'text' || token.content !== '');
    tokens.forEach((token, index) => {
      if (token.type === 'softbreak') this.#softBreak(tokens[index - 1], tokens[index + 1]);
      else this.#inline(token);
    });
  }

  #inline(token: Token): void {
    const builder = this.#builder;
    if (token.type === 'text') this.#text(token.content);
    else if (token.type === 'code_inline') builder.add(['code', null, this.#restore(token.content)]);
    else if (token.type === 'hardbreak') builder.add(['br', null]);
    else if (token.type === 'link_open') builder.openLink(safeHref(this.#restore(String(token.attrGet('href') ?? ''))));
    else if (token.type === 'image') this.#image(token);
    else if (token.nesting === 1) builder.open(SIMPLE.has(token.tag) ? token.tag : 'span', null);
    else if (token.nesting === -1) builder.close();
    else this.#text(token.content);
  }

  /** An image becomes a link to it: drawing it would tell its server what is read here. */
  #image(token: Token): void {
    const href = safeHref(this.#restore(String(token.attrGet('src') ?? '')));
    const label = cleanText(this.#restore(token.content));
    this.#builder.openLink(href);
    this.#builder.add(label || href || '');
    this.#builder.close();
  }

  #text(text: string): void {
    // Every second piece is the number of a formula.
    // An entity may have brought back what was taken out of the source.
    cleanText(text)
      .split(HIDDEN)
      .forEach((piece, index) => {
        if (index % 2 === 0) {
          for (const tree of this.#builder.isInLink ? [piece] : linkAddresses(piece)) this.#builder.add(tree);
          return;
        }
        const formula = this.#hidden.formulas[Number(piece)];
        if (formula) this.#builder.add(this.#math.draw(formula));
      });
  }

  /**
   * A line that ends a label or a sentence was meant as one; else the break is where some tool wrapped the text, which
   * Chinese joins without a blank.
   */
  #softBreak(before: Token | undefined, after: Token | undefined): void {
    const end = before?.type === 'text' ? before.content.trimEnd() : '';
    const start = after?.type === 'text' ? after.content : '';
    if (this.#endsInDisplay(end) || this.#startsWithDisplay(start)) return;
    const isLine = /[。！？；：:][”’）)]?$/.test(end) || NUMBERED.test(start);
    if (isLine || before?.type === 'strong_close' || after?.type === 'strong_open') {
      this.#builder.add(['br', null]);
    } else {
      this.#builder.add(CHINESE_END.test(end) && CHINESE_START.test(start) ? '' : ' ');
    }
  }

  #endsInDisplay(text: string): boolean {
    const index = /\uE000(\d+)\uE001$/.exec(text)?.[1];
    return index !== undefined && this.#hidden.formulas[Number(index)]?.display === true;
  }

  #startsWithDisplay(text: string): boolean {
    const index = /^\uE000(\d+)\uE001/.exec(text)?.[1];
    return index !== undefined && this.#hidden.formulas[Number(index)]?.display === true;
  }

  #restore(text: string): string {
    return restoreFormulas(text, this.#hidden.formulas);
  }
}

/** How a line of a list begins that Markdown knows nothing of: `1、`, `（一）`, `第二步`. */
const NUMBERED =
  /^(?:\d{1,2}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十][步点，、：])/;
const CHINESE_END = /[\u2E80-\u9FFF\uFF00-\uFFEF”’…—]$/;
const CHINESE_START = /^[\u2E80-\u9FFF\uFF00-\uFFEF“‘…—]/;

/** The one attribute that a tag keeps: where a list starts counting, how a cell is aligned. */
function attribute(token: Token, from: 'start' | 'style', name: string): Record<string, string> | null {
  const value = String(token.attrGet(from) ?? '').replace('text-align:', '');
  return /^(?:\d{1,9}|left|right|center)$/.test(value) ? { [name]: value } : null;
}
