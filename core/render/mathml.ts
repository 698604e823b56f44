import { ALLOWED } from './allowed';
import type { Tree, TreeElement } from './tree';

const TAG = /<(\/?)([a-z]+)((?:\s[a-zA-Z:-]+="[^"]*")*)\s*\/?>|([^<]+)/y;
const ATTRIBUTE = /([a-zA-Z:-]+)="([^"]*)"/g;
/** Whoever draws a tree walks it by recursion; formulas of papers are a tenth as deep. */
const DEEPEST = 60;
const PLAIN_VALUE = /^[\w.+%-]{1,24}$/;
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
  nbsp: '\u00A0',
};

/**
 * Reads the markup that a TeX renderer wrote. Only allowed tags and attributes remain; alignment of cells, which comes as
 * a class, becomes `columnalign`, and lines above or below (`menclose`, not in MathML Core) become stretched accents.
 *
 * @throws when the markup is anything but MathML (a renderer's error message, an image, a link).
 */
export function parseMathml(markup: string): TreeElement {
  const root: TreeElement = ['math', null];
  const open: TreeElement[] = [root];
  const names: string[] = [];
  TAG.lastIndex = 0;
  while (TAG.lastIndex < markup.length) {
    const found = TAG.exec(markup);
    const parent = open.at(-1);
    if (!found || !parent) throw new Error('not MathML');
    const [, closing, tag = '', attributes = '', text] = found;
    if (text !== undefined) {
      parent.push(unescape(text));
    } else if (closing) {
      if (names.pop() !== tag || open.length < 2) throw new Error('unbalanced MathML');
      open.pop();
    } else {
      const element = toElement(tag, attributes);
      parent.push(element);
      open.push(element);
      names.push(tag);
      if (names.length > DEEPEST) throw new Error('a formula too deep to walk');
    }
  }
  const math = root[2];
  if (open.length !== 1 || typeof math !== 'object' || math[0] !== 'math' || root.length !== 3) {
    throw new Error('not one formula');
  }
  return math;
}

function toElement(tag: string, attributes: string): TreeElement {
  if (tag === 'menclose') return ['menclose', Object.fromEntries(readAttributes(attributes))];
  if (tag === 'none') return ['mrow', null];
  const allowed = ALLOWED.get(tag);
  if (!allowed || !(tag.startsWith('m') || tag === 'none')) throw new Error(`no MathML: ${tag}`);
  const kept: Record<string, string> = {};
  for (const [name, value] of readAttributes(attributes)) {
    if (allowed.includes(name) && PLAIN_VALUE.test(value)) kept[name] = value;
    const side = tag === 'mtd' && name === 'class' && /\btml-(left|right)\b/.exec(value)?.[1];
    if (side) kept['columnalign'] = side;
  }
  return [tag, Object.keys(kept).length > 0 ? kept : null];
}

function readAttributes(attributes: string): [string, string][] {
  return Array.from(attributes.matchAll(ATTRIBUTE), ([, name = '', value = '']) => [name, unescape(value)]);
}

function unescape(text: string): string {
  return text.replace(/&([a-z]+|#x27|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** Replaces `menclose`: lines become accents that stretch, boxes and strokes are dropped. */
export function withoutEnclosures(tree: Tree): Tree {
  if (typeof tree === 'string') return tree;
  const [tag, attributes, ...children] = tree;
  const inner = children.map(withoutEnclosures);
  if (tag !== 'menclose') return [tag, attributes, ...inner];
  const notation = attributes?.['notation'] ?? '';
  const line: TreeElement = ['mo', { stretchy: 'true' }, '\u203E'];
  if (notation === 'top') return ['mover', null, ['mrow', null, ...inner], line];
  if (notation === 'bottom') return ['munder', null, ['mrow', null, ...inner], ['mo', { stretchy: 'true' }, '_']];
  return ['mrow', null, ...inner];
}
