import { readFormula, readTex } from './formula-text';
import { type HtmlElement, type HtmlNode, findElement, findElements, hasClass } from './html-tree';

const BLOCK = new Set(
  (
    'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 ' +
    'header hr li main ol p pre section table ul'
  ).split(' '),
);
/** LaTeXML uses spans where HTML allows no block: minipages within a line, boxes. */
const BLOCK_CLASS =
  /(?:^|\s)ltx_(?:p|para|block|item|bibitem|caption|listing|listingline|tabular|equation|equationgroup|theorem|proof)(?:\s|$)/;
const TABLE = /(?:^|\s)ltx_tabular(?:\s|$)/;
const EQUATION = /(?:^|\s)ltx_(?:equation|equationgroup|eqn_table)(?:\s|$)/;
const NOTE = /(?:^|\s)ltx_note(?:\s|$)/;
const NOTE_CONTENT = /(?:^|\s)ltx_note_content(?:\s|$)/;
/** A note's mark stands in the text and again before the note. */
const NOTE_MARK = /(?:^|\s)ltx_(?:note_mark|note_type|tag_note)(?:\s|$)/;
const LISTING = /(?:^|\s)ltx_(?:listing|verbatim)(?:\s|$)/;
const LISTING_LINE = /(?:^|\s)ltx_listingline(?:\s|$)/;
const LIST_ITEM = /(?:^|\s)ltx_(?:item|bibitem)(?:\s|$)/;
const BIBLIOGRAPHY_ITEM = /(?:^|\s)ltx_bibitem(?:\s|$)/;
const CAPTION = /(?:^|\s)ltx_caption(?:\s|$)/;
const ROW = /(?:^|\s)ltx_tr(?:\s|$)/;
const CELL = /(?:^|\s)ltx_t[dh](?:\s|$)/;
const EQUATION_NUMBER = /(?:^|\s)ltx_tag_equation(?:\s|$)/;
const TAG = /(?:^|\s)ltx_tag(?:\s|$)/;
/** What is no text of the paper: lists of contents, page furniture. */
const LEFT_OUT =
  /(?:^|\s)ltx_(?:TOC|page_navbar|page_footer|page_header|page_logo|pagination|index|date|dates)(?:\s|$)/;

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

export function isLeftOut(element: HtmlElement): boolean {
  return hasClass(element, LEFT_OUT);
}

function isBlock(element: HtmlElement): boolean {
  return BLOCK.has(element.name) || hasClass(element, BLOCK_CLASS);
}

/** Text in one line, whatever is in it: cells, captions, titles, notes. */
export function readLine(nodes: readonly HtmlNode[]): string {
  return collapse(nodes.map(lineOf).join(''));
}

function lineOf(node: HtmlNode): string {
  if (typeof node === 'string') return node;
  if (node.name === 'br') return ' ';
  if (node.name === 'math') return readFormula(node);
  if (hasClass(node, NOTE_MARK) || isLeftOut(node)) return '';
  if (hasClass(node, NOTE)) return noteOf(node);
  const text = node.children.map(lineOf).join('');
  return isBlock(node) || /^t[dhr]$/.test(node.name) ? ` ${text} ` : text;
}

/** A footnote stays where its mark is, in parentheses; a mark without its note says nothing. */
function noteOf(note: HtmlElement): string {
  const content = findElement(note, (element) => hasClass(element, NOTE_CONTENT));
  const text = content ? readLine(content.children) : '';
  return text ? ` (${text})` : '';
}

/** Lines kept as they are: program text. */
function readPlain(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if (node.name === 'br') return '\n';
      if (node.name === 'math') return readFormula(node);
      if (hasClass(node, NOTE_MARK)) return '';
      return hasClass(node, NOTE) ? noteOf(node) : readPlain(node.children);
    })
    .join('');
}

function readListing(element: HtmlElement): string {
  const lines = findElements(element, (child) => hasClass(child, LISTING_LINE));
  const text =
    lines.length > 0
      ? lines.map((line) => readPlain(line.children).replace(/\s*\n\s*/g, ' ')).join('\n')
      : readPlain(element.children);
  return text
    .split('\n')
    .map((line) => line.replaceAll('\u00a0', ' ').trimEnd())
    .filter((line) => line.trim() !== '')
    .join('\n');
}

const isRow = (element: HtmlElement) => element.name === 'tr' || hasClass(element, ROW);
const isCell = (element: HtmlElement) => /^t[dh]$/.test(element.name) || hasClass(element, CELL);

/** How many columns or rows a cell spans. A table of real papers has a few dozen. */
function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.attributes.get(name) ?? '1', 10);
  return Math.min(Math.max(span || 1, 1), 60);
}

/** A table's rows as lines of cells with ` | ` between; what a cell spans besides its own place is left empty. */
function readTable(table: HtmlElement): string {
  const spanned: number[] = []; // for each column, how many further rows a cell above still covers
  const rows = findElements(table, isRow).map((row) => {
    const cells: string[] = [];
    const skipSpanned = () => {
      while ((spanned[cells.length] ?? 0) > 0) {
        spanned[cells.length] = (spanned[cells.length] ?? 1) - 1;
        cells.push('');
      }
    };
    for (const cell of findElements(row, isCell)) {
      skipSpanned();
      const rowSpan = spanOf(cell, 'rowspan');
      const text = readLine(cell.children);
      for (let column = 0, columns = spanOf(cell, 'colspan'); column < columns; column++) {
        if (rowSpan > 1) spanned[cells.length] = rowSpan - 1;
        cells.push(column === 0 ? text : '');
      }
    }
    skipSpanned();
    return cells;
  });
  return rows
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => cells.join(' | ').trim())
    .join('\n');
}

/** A displayed equation, or each row of several aligned ones, with its number behind it. */
function readEquations(table: HtmlElement, into: string[]): void {
  const rows = findElements(table, isRow);
  for (const row of rows.length > 0 ? rows : [table]) {
    const number = findElement(row, (element) => hasClass(element, EQUATION_NUMBER));
    const formulas = findElements(row, ({ name }) => name === 'math');
    const tex = formulas.map(readTex);
    // What LaTeXML spread over cells for the alignment is one formula. Words between (\intertext) keep them apart.
    const inCells = formulas.length > 0 && tex.every(Boolean) && !hasWords(row);
    const text = inCells ? `$${tex.join(' ')}$` : readLine(row.children.filter((child) => child !== number));
    add(inCells && number ? `${text} ${readLine(number.children)}` : text, into);
  }
}

/** Whether there is text beside the formulas and the number. */
function hasWords(element: HtmlElement): boolean {
  return element.children.some((child) => {
    if (typeof child === 'string') return child.trim() !== '';
    return child.name !== 'math' && !hasClass(child, TAG) && hasWords(child);
  });
}

/** An item with its mark before the first paragraph: `• text`, `[12] Author. Title.` */
function readItem(item: HtmlElement, into: string[]): void {
  const tag = item.children.find((child) => typeof child !== 'string' && hasClass(child, TAG));
  const rest = item.children.filter((child) => child !== tag);
  const mark = tag ? readLine([tag]) : item.name === 'li' ? '•' : '';
  const first = into.length;
  if (hasClass(item, BIBLIOGRAPHY_ITEM)) add(readLine(rest), into);
  else readInto(rest, into);
  if (into.length > first) into[first] = `${mark} ${into[first] ?? ''}`.trim();
}

function add(paragraph: string, into: string[]): void {
  if (paragraph.trim() !== '') into.push(paragraph);
}

function readBlock(element: HtmlElement, into: string[]): void {
  if (isLeftOut(element)) return;
  if (hasClass(element, LISTING) || element.name === 'pre') add(readListing(element), into);
  else if (hasClass(element, EQUATION)) readEquations(element, into);
  else if (element.name === 'table' || hasClass(element, TABLE)) add(readTable(element), into);
  else if (element.name === 'figcaption' || hasClass(element, CAPTION)) add(readLine(element.children), into);
  else if (element.name === 'li' || hasClass(element, LIST_ITEM)) readItem(element, into);
  else readInto(element.children, into);
}

/** Whether a block lies somewhere below: a span may hold paragraphs. */
function holdsBlock(element: HtmlElement): boolean {
  return element.name !== 'math' && !hasClass(element, NOTE) && findElement(element, isBlock) !== null;
}

function readInto(nodes: readonly HtmlNode[], into: string[]): void {
  let inline: HtmlNode[] = [];
  for (const node of nodes) {
    if (typeof node !== 'string' && (isBlock(node) || holdsBlock(node))) {
      add(readLine(inline), into);
      inline = [];
      readBlock(node, into);
    } else {
      inline.push(node);
    }
  }
  add(readLine(inline), into);
}

/** The paragraphs of some nodes, none of them empty. Text between blocks is a paragraph of its own. */
export function readBlocks(nodes: readonly HtmlNode[]): string[] {
  const paragraphs: string[] = [];
  readInto(nodes, paragraphs);
  return paragraphs;
}
