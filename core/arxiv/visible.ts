/**
 * Whether a reader of a page sees its text. Papers have carried orders to a model in white, tiny or hidden text; what a
 * person cannot read must not be read to a model either. Only what stands in the markup itself is judged: LaTeXML writes
 * colours and sizes there, and arXiv's style sheets hide nothing of a paper.
 */

/** A colour by its channels, 0 to 255; `unknown` can be anything (a variable, a picture). */
type Colour = readonly [red: number, green: number, blue: number, alpha: number] | 'unknown';

/** What text inherits and an inner element may undo. */
export interface Look {
  colour: Colour;
  background: Colour;
  sizePixels: number;
  visible: boolean;
}

const WHITE: Colour = [255, 255, 255, 1];
export const PAGE_LOOK: Look = { colour: [0, 0, 0, 1], background: WHITE, sizePixels: 16, visible: true };

type Attributes = ReadonlyMap<string, string>;

const NAMED: ReadonlyMap<string, Colour> = new Map(
  'white snow ivory whitesmoke ghostwhite floralwhite azure mintcream seashell aliceblue honeydew'
    .split(' ')
    .map((name): [string, Colour] => [name, WHITE]),
);
const PLAIN_NAMES: ReadonlyMap<string, Colour> = new Map([
  ['black', [0, 0, 0, 1]],
  ['red', [255, 0, 0, 1]],
  ['green', [0, 128, 0, 1]],
  ['blue', [0, 0, 255, 1]],
  ['gray', [128, 128, 128, 1]],
  ['grey', [128, 128, 128, 1]],
  ['yellow', [255, 255, 0, 1]],
]);

const channel = (text: string) => (text.endsWith('%') ? (Number.parseFloat(text) * 255) / 100 : Number(text));

/** @returns null for a text that is no colour and changes nothing: `inherit`, nonsense. */
function parseColour(text: string): Colour | null {
  const value = text.trim().toLowerCase();
  if (value === 'transparent') return [255, 255, 255, 0];
  const named = NAMED.get(value) ?? PLAIN_NAMES.get(value);
  if (named) return named;
  const hex = /^#([\da-f]{3,8})$/.exec(value)?.[1];
  if (hex) {
    const digits = hex.length < 6 ? hex.replace(/./g, '$&$&') : hex;
    const at = (index: number) => Number.parseInt(digits.slice(index, index + 2) || 'ff', 16);
    return [at(0), at(2), at(4), at(6) / 255];
  }
  const [, kind, inside = ''] = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(value) ?? [];
  if (!kind) return /^(?:var|linear|radial|conic|url|color)\b/.test(value) ? 'unknown' : null;
  const [first = '', second = '', third = '', fourth = '1'] = inside.split(/[\s,/]+/).filter(Boolean);
  const alpha = fourth.endsWith('%') ? Number.parseFloat(fourth) / 100 : Number(fourth);
  if (kind === 'rgb') return [channel(first), channel(second), channel(third), alpha];
  const lightness = channel(third); // near black and near white the hue does not matter, between it is of no interest
  return lightness > 240 || lightness < 15 ? [lightness, lightness, lightness, alpha] : [lightness, 0, 0, alpha];
}

/** Too alike for a reader to tell letters from the ground they stand on. */
function isInvisible(colour: Colour, background: Colour): boolean {
  if (colour === 'unknown') return false;
  if (colour[3] <= 0.1) return true;
  if (background === 'unknown') return false;
  return [0, 1, 2].every((index) => Math.abs(Number(colour[index]) - Number(background[index])) <= 24);
}

/** A length in pixels; em and per cent are of `base`. NaN when it is none. */
function toPixels(text: string, base: number): number {
  const [, number = '', unit = ''] = /^\s*(-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z%]*)/i.exec(text) ?? [];
  if (!number) return Number.NaN;
  const factors: Record<string, number> = {
    pt: 4 / 3,
    em: base,
    rem: 16,
    ex: base / 2,
    '%': base / 100,
    cm: 38,
    mm: 4,
    in: 96,
  };
  return Number(number) * (factors[unit.toLowerCase()] ?? 1);
}

function parseStyle(style: string): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>();
  // A style of many kilobytes is a picture's, or an attack's.
  const text = style.slice(0, 4_000).replace(/\/\*[^]*?(?:\*\/|$)/g, '');
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace(/!\s*important/i, '');
    declarations.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return declarations;
}

const isNothing = (length: string | undefined) => length !== undefined && Math.abs(toPixels(length, 16)) <= 1;
/** Farther than any table is wide that was scaled down to the page. */
const OFF_SCREEN_PIXELS = -1_500;
const isFarAway = (length: string | undefined) => length !== undefined && toPixels(length, 16) <= OFF_SCREEN_PIXELS;

/** Of no size: a box without width and height, or without one of them when it cuts off what is too large for it. */
function hasNoSize(style: ReadonlyMap<string, string>): boolean {
  const flat = isNothing(style.get('height')) || isNothing(style.get('max-height'));
  const narrow = isNothing(style.get('width')) || isNothing(style.get('max-width'));
  const cuts = /hidden|clip|scroll|auto/.test(
    `${style.get('overflow')} ${style.get('overflow-x')} ${style.get('overflow-y')}`,
  );
  // \rlap and \smash make boxes without one of the two, and their text is seen.
  return (flat && narrow) || ((flat || narrow) && cuts);
}

function isShrunkOrMoved(transform: string): boolean {
  const scale = /scale[xy]?\(\s*(-?[\d.]+)/.exec(transform)?.[1];
  if (scale !== undefined && Math.abs(Number(scale)) < 0.05) return true;
  const moved = /translate(?:x|y|3d)?\(([^()]*)\)/.exec(transform)?.[1];
  return moved?.split(',').some((length) => isFarAway(length)) ?? false;
}

/** Classes that arXiv's and LaTeXML's style sheets hide, and LaTeXML's marks of its own errors. */
const REMOVED_CLASS =
  /(?:^|\s)(?:ltx_rdf|ltx_phantom|ltx_nodisplay|ltx_ERROR|ltx_listing_data|sr-only|is-sr-only)(?:\s|$)/;

/** Whether an element and everything in it is gone, whatever the elements within say. */
export function isRemoved(attributes: Attributes): boolean {
  if (attributes.size === 0) return false;
  if (attributes.has('hidden') || attributes.get('aria-hidden')?.toLowerCase() === 'true') return true;
  if (REMOVED_CLASS.test(attributes.get('class') ?? '')) return true;
  const text = attributes.get('style');
  if (!text) return false;
  const style = parseStyle(text);
  const opacity = style.get('opacity') ?? /opacity\(([^()]*)\)/.exec(style.get('filter') ?? '')?.[1];
  return (
    style.get('display') === 'none' ||
    style.get('content-visibility') === 'hidden' ||
    (opacity !== undefined && toPixels(opacity, 1) <= 0.1) ||
    hasNoSize(style) ||
    ['left', 'top', 'right', 'bottom', 'text-indent', 'margin-left', 'margin-top', 'margin'].some((name) =>
      isFarAway(style.get(name)),
    ) ||
    toPixels(style.get('left') ?? '', 16) >= -OFF_SCREEN_PIXELS ||
    isShrunkOrMoved(style.get('transform') ?? '') ||
    isNothing(style.get('scale')?.replace(/^([\d.]+).*$/, (_, number: string) => String(Number(number) * 20))) ||
    /^rect\(\s*0\D+0\D+0\D+0|^rect\(\s*1px/.test(style.get('clip') ?? '') ||
    /inset\(\s*(?:[5-9]\d|100)(?:\.\d+)?%|circle\(\s*0/.test(style.get('clip-path') ?? '')
  );
}

const LOOKS = ['style', 'color', 'mathcolor', 'bgcolor', 'mathbackground', 'mathsize', 'size'];
/** The size in the short form: `italic 1px/2 serif`. */
const FONT_SIZE = /(?:^|\s)(0|[\d.]+(?:px|pt|r?em|%))(?=[\s/]|$)/;

/** How text looks in an element, given how it looks around it. */
export function inheritLook(parent: Look, name: string, attributes: Attributes): Look {
  if (!LOOKS.some((attribute) => attributes.has(attribute))) return parent;
  const style = parseStyle(attributes.get('style') ?? '');
  const legacySize = name === 'font' ? attributes.get('size') : undefined;
  const colour =
    style.get('color') ?? style.get('--ltx-fg-color') ?? attributes.get('color') ?? attributes.get('mathcolor');
  const background =
    style.get('background-color') ??
    style.get('--ltx-bg-color') ??
    style.get('background') ??
    attributes.get('bgcolor') ??
    attributes.get('mathbackground');
  const size = toPixels(
    style.get('font-size') ?? FONT_SIZE.exec(style.get('font') ?? '')?.[1] ?? attributes.get('mathsize') ?? '',
    parent.sizePixels,
  );
  const ground = background === undefined ? null : parseColour(background);
  const visibility = style.get('visibility');
  return {
    colour: (colour === undefined ? null : parseColour(colour)) ?? parent.colour,
    background: ground === null || (ground !== 'unknown' && ground[3] < 0.5) ? parent.background : ground,
    sizePixels: legacySize === '0' ? 1 : Number.isNaN(size) ? parent.sizePixels : size,
    visible: visibility === undefined ? parent.visible : !/hidden|collapse/.test(visibility),
  };
}

/** Whether a person can read text that looks like this. */
export function showsText({ colour, background, sizePixels, visible }: Look): boolean {
  return visible && sizePixels > 1.5 && !isInvisible(colour, background);
}

/** Marks of direction, tags and the like can carry text between the lines; joiners within words are spelling. */
const UNSEEN_CHARACTERS = /(?!\u200c|\u200d|\n|\t)[\p{Cf}\p{Cc}\u{e0100}-\u{e01ef}]/gu;

/** Takes out the characters that have no glyph. */
export function removeUnseenCharacters(text: string): string {
  return text.replace(UNSEEN_CHARACTERS, '');
}
