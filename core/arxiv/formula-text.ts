import { type HtmlElement, findElement } from './html-tree';

/** Where the group that opens at `start` ends, behind its brace; the text's end when nothing closes it. */
function groupEnd(tex: string, start: number): number {
  let depth = 0;
  for (let index = start; index < tex.length; index++) {
    const character = tex[index];
    if (character === '\\') index++;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return index + 1;
  }
  return tex.length;
}

const UNSEEN = /\\(?:[hv]?phantom|textcolor\s*\{\s*white\s*\}|color\s*\{\s*white\s*\})\s*/g;

/** Takes out what the formula's print does not show: phantoms, and white. */
function withoutUnseen(tex: string): string {
  let text = '';
  let at = 0;
  UNSEEN.lastIndex = 0;
  for (let found = UNSEEN.exec(tex); found; found = UNSEEN.exec(tex)) {
    text += tex.slice(at, found.index);
    // Without braces it takes one character, or (a colour) the rest.
    at = tex[UNSEEN.lastIndex] === '{' ? groupEnd(tex, UNSEEN.lastIndex) : UNSEEN.lastIndex + 1;
    if (/\\color/.test(found[0])) at = tex.length;
    UNSEEN.lastIndex = at;
  }
  return text + tex.slice(at);
}

/** A formula's TeX in one line, without the fences around it and without LaTeXML's own additions; '' when it has none. */
export function readTex(math: HtmlElement): string {
  const annotation = findElement(
    math,
    ({ name, attributes }) => name === 'annotation' && /tex/i.test(attributes.get('encoding') ?? ''),
  );
  const written = annotation?.children.filter((child) => typeof child === 'string').join('') ?? '';
  const tex = (written.trim() || (math.attributes.get('alttext') ?? ''))
    // LaTeXML breaks long lines behind a comment sign.
    .replace(/(?<!\\)%[^\n]*\n\s*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^(?:\\(?:display|text|script)style\b\s*)+/, '')
    // Formulas within a formula's text: the dollar signs around ours must stay the only ones.
    .replace(/(?<!\\)\$([^$]*)(?<!\\)\$/g, String.raw`\($1\)`)
    .trim();
  return /\\(?:[hv]?phantom|textcolor|color)\b/.test(tex) ? withoutUnseen(tex).trim() : tex;
}

/** A formula as `$TeX$`; where there is no TeX, its glyphs. */
export function readFormula(math: HtmlElement): string {
  const tex = readTex(math);
  return tex ? `$${tex}$` : readGlyphs(math).replace(/\s+/g, '');
}

function readGlyphs(element: HtmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : child.name.startsWith('annotation') ? '' : readGlyphs(child)))
    .join('');
}
