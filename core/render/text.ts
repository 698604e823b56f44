import { ALLOWED, safeHref, VOID_TAGS } from './allowed';
import type { Tree } from './tree';

const BLOCKS = new Set(['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'table', 'tr', 'hr', 'h4', 'h5', 'h6']);
const SUPERSCRIPTS: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '−': '⁻',
  '-': '⁻',
  n: 'ⁿ',
  i: 'ⁱ',
  '∘': '°',
};
const SUBSCRIPTS: Record<string, string> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '−': '₋',
  '-': '₋',
};

/**
 * A tree as plain text: blocks on lines of their own, list items with `- ` or their number, cells divided by tabs, formulas
 * in Unicode as far as they go (`G²VLM`, `x_{ij}`).
 */
export function plainText(trees: readonly Tree[]): string {
  return write(trees, '')
    .replace(/(?<![ \u00A0])[ \u00A0]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function write(trees: readonly Tree[], indent: string): string {
  let out = '';
  let count = 0;
  for (const tree of trees) {
    if (typeof tree === 'string') {
      out += tree;
      continue;
    }
    const [tag, attributes, ...children] = tree;
    if (!BLOCKS.has(tag)) {
      out +=
        tag === 'br'
          ? `\n${indent}`
          : tag === 'math'
            ? formula(children).replace(/ +/g, ' ').trim()
            : write(children, indent);
      if (tag === 'td' || tag === 'th') out += '\t';
      continue;
    }
    if (out !== '' && !out.endsWith('\n')) out += '\n';
    if (tag === 'ol') out += list(children, indent, Number(attributes?.['start'] ?? 1));
    else if (tag === 'ul') out += list(children, indent, null);
    else if (tag === 'hr') out += '\n';
    else out += write(children, indent).trimEnd();
    out += '\n';
    count += 1;
    if (count > 0 && (tag === 'p' || tag === 'table' || tag.startsWith('h')) && indent === '') out += '\n';
  }
  return out;
}

function list(items: readonly Tree[], indent: string, first: number | null): string {
  const lines = items.map((item, index) => {
    const [, , ...children] = typeof item === 'string' ? (['li', null, item] as const) : item;
    const mark = first === null ? '- ' : `${first + index}. `;
    return `${indent}${mark}${write(children, `${indent}  `).trim()}`;
  });
  return lines.join('\n');
}

function formula(trees: readonly Tree[]): string {
  return trees
    .map((tree) => (typeof tree === 'string' ? letters(tree) : formulaElement(tree[0], tree.slice(2) as Tree[])))
    .join(''); // as: what follows tag and attributes are children
}

function formulaElement(tag: string, children: readonly Tree[]): string {
  // Each child is written once, whatever is made of it: formulas nest.
  const parts = children.map((child) => formula([child]));
  const [base = '', second = '', third = ''] = parts;
  const all = parts.join('');
  if (tag === 'msup' || tag === 'mover') return base + script(second, SUPERSCRIPTS, '^');
  if (tag === 'msub' || tag === 'munder') return base + script(second, SUBSCRIPTS, '_');
  if (tag === 'msubsup' || tag === 'munderover') {
    return base + script(second, SUBSCRIPTS, '_') + script(third, SUPERSCRIPTS, '^');
  }
  if (tag === 'mfrac') return `${grouped(base)}/${grouped(second)}`;
  if (tag === 'msqrt') return `√${grouped(all)}`;
  if (tag === 'mroot') return `${script(second, SUPERSCRIPTS, '')}√${grouped(base)}`;
  if (tag === 'mspace') return ' ';
  if (tag === 'mtd') return `${all} `;
  if (tag === 'mtr') return `${all.trim()}; `;
  return tag === 'mo' ? operator(all) : all;
}

function operator(sign: string): string {
  return /^[=<>≤≥≈∼≡→←⇒∈+×±]$/.test(sign) ? ` ${sign} ` : sign === '\u2061' || sign === '\u2062' ? '' : sign;
}

/** Mathematical alphabets as ordinary letters, which fonts have and searches find. */
function letters(text: string): string {
  return text.replace(/[\u{1D400}-\u{1D7FF}\u2100-\u214F]/gu, (letter) => letter.normalize('NFKC'));
}

function script(text: string, table: Record<string, string>, mark: string): string {
  const inner = text.replace(/\s+/g, '');
  if (inner === '' || inner === '′') return inner;
  const signs = Array.from(inner, (sign) => table[sign]);
  if (signs.every((sign) => sign !== undefined)) return signs.join('');
  return inner.length === 1 ? mark + inner : `${mark}{${inner}}`;
}

function grouped(text: string): string {
  const inner = text.trim();
  return /^[\p{L}\p{N}.]*$/u.test(inner) ? inner : `(${inner})`;
}

/** Writes a formula for a program that reads TeX and no MathML, as HTML. */
export type WriteFormula = (tex: string, display: boolean) => string;

/**
 * A tree as HTML, for the clipboard's rich text: only what is allowed, everything escaped. Formulas are MathML, or what
 * `writeFormula` makes of those whose TeX is known.
 */
export function toHtml(trees: readonly Tree[], writeFormula?: WriteFormula): string {
  return trees
    .map((tree) => {
      if (typeof tree === 'string') return escapeHtml(tree);
      const [tag, attributes, ...children] = tree;
      const tex = tag === 'math' ? attributes?.['alttext'] : undefined;
      if (writeFormula && tex !== undefined) return writeFormula(tex, attributes?.['display'] === 'block');
      return toElement(tag, attributes, toHtml(children, writeFormula));
    })
    .join('');
}

function toElement(tag: string, attributes: Record<string, string> | null, inner: string): string {
  const allowed = ALLOWED.get(tag);
  if (!allowed) return inner;
  let open = `<${tag}`;
  if (tag === 'math') open += ' xmlns="http://www.w3.org/1998/Math/MathML"';
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (!allowed.includes(name) || (name === 'href' && safeHref(value) === null)) continue;
    open += ` ${name}="${escapeHtml(value)}"`;
  }
  return VOID_TAGS.has(tag) ? `${open}>` : `${open}>${inner}</${tag}>`;
}

/** Text as it stands in HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
