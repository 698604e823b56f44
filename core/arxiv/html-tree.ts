import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { type Look, PAGE_LOOK, inheritLook, isRemoved, showsText } from './visible';

/** An element of a page that a reader can see. Only the attributes that some reader of ours asks for are kept. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: HtmlNode[];
}
export type HtmlNode = HtmlElement | string;

const KEPT = new Set(
  (
    'class id style hidden aria-hidden alttext encoding display colspan rowspan href color bgcolor size mathcolor ' +
    'mathbackground mathsize'
  ).split(' '),
);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Read whole, shown never. A picture's own marks are no text; the paragraphs that LaTeXML frames with one are (`foreignobject`). */
const NEVER_SHOWN = new Set(
  (
    'script style template noscript noembed noframes iframe object audio video canvas title textarea select button ' +
    'datalist dialog form nav xmp plaintext'
  ).split(' '),
);

const P = new Set(['p']);
/** Which open element ends when another begins, as far as anybody leaves end tags out. */
const ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...'address article aside blockquote div dl fieldset figure footer h1 h2 h3 h4 h5 h6 header hr main ol p pre section table ul'
    .split(' ')
    .map((name): [string, ReadonlySet<string>] => [name, P]),
  ['li', new Set(['li', 'p'])],
  ['dt', new Set(['dt', 'dd', 'p'])],
  ['dd', new Set(['dt', 'dd', 'p'])],
  ['td', new Set(['td', 'th', 'p'])],
  ['th', new Set(['td', 'th', 'p'])],
  ['tr', new Set(['td', 'th', 'tr', 'p'])],
  ['tbody', new Set(['td', 'th', 'tr', 'thead', 'tbody', 'p'])],
]);

/** Whoever walks a tree does so by recursion. What lies deeper hangs at this depth: the order of the text stays. */
const DEEPEST = 250;

interface Open {
  name: string;
  /** Where its children go; null when it is not shown. */
  element: HtmlElement | null;
  look: Look;
  /** Within `math` or `svg`, where `<x/>` ends an element and CDATA is text. */
  foreign: boolean;
  /** Directly drawn text of a picture is left out. */
  picture: boolean;
}

function isForeign(name: string, parent: Open): boolean {
  if (name === 'math' || name === 'svg') return true;
  return parent.foreign && !/^(?:foreignobject|desc|title|mtext|m[inos]|annotation-xml)$/.test(parent.name);
}

/** Builds the tree from the tokenizer's calls. htmlparser2's own parser takes minutes for very deep nesting; this one does not. */
class TreeBuilder implements TokenizerCallbacks {
  readonly root: HtmlElement = { name: '', attributes: new Map(), children: [] };
  private readonly open: Open[] = [{ name: '', element: this.root, look: PAGE_LOOK, foreign: false, picture: false }];
  /** How many elements of each name are open, so that a stray end tag costs nothing. */
  private readonly openNames = new Map<string, number>();
  private name = '';
  private attributes = new Map<string, string>();
  private attribute = '';
  private value = '';

  constructor(private readonly html: string) {}

  private top(): Open {
    return this.open.at(-1) as Open; // the root is never closed
  }

  isInForeignContext(): boolean {
    return this.top().foreign;
  }

  onopentagname(start: number, end: number): void {
    this.name = this.html.slice(start, end).toLowerCase();
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.html.slice(start, end).toLowerCase();
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (KEPT.has(this.attribute)) this.value += this.html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    if (KEPT.has(this.attribute)) this.value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    if (KEPT.has(this.attribute) && !this.attributes.has(this.attribute)) {
      this.attributes.set(this.attribute, this.value);
    }
  }

  onopentagend(): void {
    this.start();
    if (VOID.has(this.name)) this.close();
  }

  onselfclosingtag(): void {
    this.start();
    if (VOID.has(this.name) || this.top().foreign) this.close();
  }

  private start(): void {
    const { name, attributes } = this;
    const ended = ENDS.get(name);
    while (ended?.has(this.top().name)) this.close();

    const parent = this.top();
    const hidden = parent.element === null || NEVER_SHOWN.has(name) || isRemoved(attributes);
    const element: HtmlElement | null = hidden ? null : { name, attributes, children: [] };
    if (element) parent.element?.children.push(element);
    this.open.push({
      name,
      // Too deep: whatever it holds goes to its ancestor, in order.
      element: element && this.open.length > DEEPEST ? parent.element : element,
      look: hidden ? parent.look : inheritLook(parent.look, name, attributes),
      foreign: isForeign(name, parent),
      picture: name === 'svg' || (parent.picture && name !== 'foreignobject'),
    });
    this.openNames.set(name, (this.openNames.get(name) ?? 0) + 1);
  }

  private close(): void {
    const closed = this.open.pop();
    if (closed) this.openNames.set(closed.name, (this.openNames.get(closed.name) ?? 1) - 1);
  }

  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    if (name === 'br') {
      this.top().element?.children.push({ name, attributes: new Map(), children: [] });
    } else if ((this.openNames.get(name) ?? 0) > 0) {
      while (this.top().name !== name) this.close();
      this.close();
    }
  }

  private add(text: string): void {
    const { element, look, picture } = this.top();
    if (!element || picture || !showsText(look)) return;
    const last = element.children.at(-1);
    if (typeof last === 'string') element.children[element.children.length - 1] = last + text;
    else element.children.push(text);
  }

  ontext(start: number, end: number): void {
    this.add(this.html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.add(String.fromCodePoint(codePoint));
  }

  oncdata(start: number, end: number, offset: number): void {
    if (this.isInForeignContext()) this.add(this.html.slice(start, end - offset));
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}

/**
 * Reads what a page shows, without a DOM: in a service worker and in Node. Hidden elements and invisible text are left out,
 * whatever is wrong with the markup is read as well as it goes, and nothing is thrown.
 */
export function parseHtml(html: string): HtmlElement {
  const builder = new TreeBuilder(html);
  const tokenizer = new Tokenizer({}, builder);
  tokenizer.write(html);
  tokenizer.end();
  return builder.root;
}

export function hasClass(element: HtmlElement, pattern: RegExp): boolean {
  const names = element.attributes.get('class');
  return names !== undefined && pattern.test(names);
}

/** The first element below that fits, in the page's order. */
export function findElement(from: HtmlElement, fits: (element: HtmlElement) => boolean): HtmlElement | null {
  for (const child of from.children) {
    if (typeof child === 'string') continue;
    const found = fits(child) ? child : findElement(child, fits);
    if (found) return found;
  }
  return null;
}

/** Every element below that fits, in the page's order, but none within another that fits. */
export function findElements(from: HtmlElement, fits: (element: HtmlElement) => boolean): HtmlElement[] {
  const found: HtmlElement[] = [];
  const search = (element: HtmlElement) => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (fits(child)) found.push(child);
      else search(child);
    }
  };
  search(from);
  return found;
}
