/**
 * What may occur in a rendered tree: tags, and each tag's attributes. Nothing else leaves this folder, so whoever draws a
 * tree needs no sanitiser. There is no `style`, no `class`, no `id`, no `src` and no event handler; `href` is checked by
 * `safeHref`. MathML is the part of MathML Core that formulas need.
 */
export const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ...['p', 'br', 'hr', 'strong', 'em', 's', 'sup', 'sub', 'code', 'pre', 'ul', 'li', 'blockquote'].map(bare),
  ...['h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr'].map(bare),
  ['a', ['href']],
  ['ol', ['start']],
  ['span', ['lang']],
  // A number that was looked up: found, absent or missing; `title` is the sentence it stands in, or what is known of it.
  ['data', ['value', 'title']],
  ['th', ['align']],
  ['td', ['align']],
  ['math', ['display', 'alttext']],
  ...['mrow', 'ms', 'msqrt', 'mroot', 'msub', 'msup', 'msubsup', 'mmultiscripts', 'mprescripts', 'mtr'].map(bare),
  ...['mn', 'mtext', 'mphantom'].map(bare),
  ['mi', ['mathvariant']],
  [
    'mo',
    ['form', 'fence', 'stretchy', 'symmetric', 'largeop', 'movablelimits', 'lspace', 'rspace', 'minsize', 'maxsize'],
  ],
  ['mspace', ['width', 'height', 'depth']],
  ['mpadded', ['width', 'height', 'depth', 'lspace', 'voffset']],
  ['mstyle', ['displaystyle', 'scriptlevel']],
  ['mfrac', ['linethickness']],
  ['mover', ['accent']],
  ['munder', ['accentunder']],
  ['munderover', ['accent', 'accentunder']],
  ['mtable', ['displaystyle']],
  ['mtd', ['columnalign', 'columnspan', 'rowspan']],
]);

function bare(tag: string): [string, readonly string[]] {
  return [tag, []];
}

/** Elements without content. */
export const VOID_TAGS: ReadonlySet<string> = new Set(['br', 'hr']);

/** How deep trees go at most; what lies deeper is kept as text of the last level. */
export const MAX_DEPTH = 40;

/**
 * The address of a link, or null when it may not be one. Only absolute http and https addresses pass; a relative one would
 * point into the page the tree is drawn on.
 */
export function safeHref(address: string): string | null {
  const text = address.trim();
  if (text.length > 2_000 || !/^https?:\/\/[^\s/]/i.test(text)) return null;
  try {
    const url = new URL(text);
    // Names before an @ are how addresses are made to look like others.
    if (url.username !== '' || url.password !== '') return null;
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

// Marks that turn the direction of what follows, and invisible controls: a title could hide its end behind them.
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed here
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Text without bidi controls, other control characters and halves of signs, lines ended by `\n`. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(INVISIBLE, '');
}
