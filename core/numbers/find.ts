import { maskUnclaimed } from './masks';

/** What a number counts: parts of a hundred, how many times, or anything else. */
export type NumberKind = 'plain' | 'percent' | 'times';

/**
 * A number that a text claims. `text` is the number as written with its sign of size (`89.3%`, `132 万`, `2.5×`, `10^{-4}`) and
 * stands at `start`, in UTF-16 units. `value` is its size with 万, 亿, k, M, B multiplied out, percent as written; `step` is what
 * its last digit stands for, so that 89.3 has 0.1 and 132 万 has 10,000. `rough`: the text says that it is about so much.
 */
export interface NumberClaim {
  text: string;
  start: number;
  value: number;
  step: number;
  kind: NumberKind;
  rough: boolean;
}

const MAGNITUDES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  B: 1e9,
  T: 1e12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

const DIGITS = '(?:\\d{1,3}(?:[,，]\\d{3})+(?![\\d])|\\d{1,3}(?:[\\u00A0\\u202F]\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?';
const POWER =
  '(?:\\s?(?:[×xX*·]|\\\\times|\\\\cdot)\\s?10\\s?\\^\\s?\\{?\\s?[-−–+]?\\d+\\s?\\}?|[eE][-−+]?\\d+(?![\\dA-Za-z]))';
const PURE_POWER = '10\\s?\\^\\s?\\{?\\s?[-−–+]?\\d+\\s?\\}?';
const SIZE =
  '(?:\\s?\\\\?[%％‰]|\\s?(?:百分点|个百分点)|\\s?(?:十|百|千)?[万亿](?:亿)?\\s?(?:倍)?|\\s?[百千](?=[万亿个余多张条])|\\s?倍|\\s?(?:×|\\$?\\\\times\\$?)(?!\\s?\\d)|\\s?[xX](?![A-Za-z\\d])|\\s?-?fold\\b|\\s?[kKMBT](?![A-Za-z\\d])|\\s?(?:thousand|million|billion|trillion|percent|percentage points?|points?|times)\\b)?';
// Behind a Latin letter, a letter and a hyphen, an underscore or another number's point, a digit belongs to a name.
const BEFORE =
  '(?:(?<![A-Za-zΑ-Ωα-ω\\d_@#\\\\])|(?<=\\d[xX]))(?<!\\d[.,])(?<![A-Za-zΑ-Ωα-ω][-‐‑/.+]|[A-Za-z]\\d{1,3}[-‐‑]|\\d[/+])(?<![A-Za-z]\\{)';
const NUMBER = new RegExp(
  `${BEFORE}(?:(?<pure>${PURE_POWER})|(?<fraction>[1-9]\\d{0,2}\\s?\\/\\s?[1-9]\\d{0,2})(?![\\d/]|\\.\\d)|(?<digits>${DIGITS})(?<power>${POWER})?(?<size>${SIZE}))`,
  'g',
);
/** Letters right behind a number that make it a name: 3D, 5G, 2nd, 16x16 is none. */
const NAME_BEHIND =
  /^(?:D(?![A-Za-z])|G(?![A-Za-z])|st\b|nd\b|rd\b|th\b|[-‐‑](?:[A-Z]|D\b|th\b)|[A-Z][a-z]|[a-z]\d|[A-Za-z]*_)/;
const UNIT_BEHIND =
  /^(?:[munµ]?s|[mkcnµ]?m|k?g|[munµ]?[LV]|[kKMGTP]i?[Bb](?:ps|\/s)?|[kMGT]?Hz|fps|FPS|dB[im]?|[mk]?W|[kMGT]?eV|K|h|hr|hrs|min|px|pp|pt|bits?|bytes?|B|M|k|x|X|°|℃|rad|FLOPs|FLOPS|[GTPM]FLOPs?|[GTPM]FLOPS|dpi|rpm|N|J|Pa|kPa|MPa|mAh|Wh|kWh|mg|ml|mL|nm|pm|km)(?![A-Za-z])/;

const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const CHINESE_NUMERAL = '[零一二两三四五六七八九十百]+(?:点[零一二三四五六七八九]+)?';
/** In Chinese characters only what is surely a quantity: 百分之五, 三倍. Those who count their own points count in them too. */
const CHINESE = new RegExp(
  `百分之(?<percent>${CHINESE_NUMERAL})|(?<![\\p{sc=Han}\\d](?=[十百])|[第数几若成])(?<times>[二两三四五六七八九十百]+)倍`,
  'gu',
);

const ROUGH_BEFORE =
  /(?:约|大约|近|接近|将近|超过|逾|至少|高达|达|多达|不到|不足|低于|高于|>|<|≥|≤|~|～|≈|\b(?:about|around|nearly|almost|over|roughly|approximately|some|more than|less than|up to))\s?$/i;
const ROUGH_BEHIND = /^\s?(?:多|余|左右|上下|以上|以下|\+)/;

/** The value of a numeral such as 三十五 or 一百二; null for none. */
export function readChineseNumeral(text: string): number | null {
  const [whole = '', decimals] = text.split('点');
  let value = 0;
  let digit: number | null = null;
  for (const sign of whole) {
    const unit = sign === '十' ? 10 : sign === '百' ? 100 : null;
    if (unit === null) digit = CHINESE_DIGITS[sign] ?? 0;
    else {
      value += (digit ?? 1) * unit;
      digit = null;
    }
  }
  value += digit ?? 0;
  if (decimals !== undefined) {
    const places = Array.from(decimals, (sign) => CHINESE_DIGITS[sign] ?? 0).join('');
    return Number(`${value}.${places}`);
  }
  return whole === '' ? null : value;
}

function kindOf(size: string): NumberKind {
  if (/[%％‰]|百分点|percent|point/.test(size)) return 'percent';
  return /倍|×|times|fold|^\s?[xX]$/.test(size) ? 'times' : 'plain';
}

function magnitudeOf(size: string): number {
  const name = size.replace(/[\s倍个$\\]/g, '');
  return MAGNITUDES[name] ?? 1;
}

function powerOf(power: string): number {
  const exponent = /[-−–+]?\d+\s?\}?$/.exec(power.replace(/[eE]/, ''))?.[0] ?? '0';
  return Number(exponent.replace(/[\s}]/g, '').replace(/[−–]/, '-'));
}

interface Sized {
  value: number;
  step: number;
}

function readDigits(digits: string, exponent: number, magnitude: number): Sized {
  const plain = digits.replace(/[,，\u00A0\u202F]/g, '');
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  // Through the decimal text, so that 1.1 million is 1100000 and not a little more.
  const value = Number(`${plain}e${exponent}`) * magnitude;
  return { value: Number(value.toPrecision(12)), step: 10 ** (exponent - decimals) * magnitude };
}

/** Full-width digits and signs as ASCII, each in its place. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[０-９．％]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Every number claim of an analysis in its order. Numbers of sections and figures, addresses and names claim nothing. */
export function findNumbers(text: string): NumberClaim[] {
  const ascii = toAsciiDigits(text);
  const masked = maskUnclaimed(ascii);
  const claims: NumberClaim[] = [];
  for (const found of masked.matchAll(NUMBER)) {
    const claim = toClaim(found, masked);
    if (claim) claims.push({ ...claim, text: text.slice(claim.start, claim.start + claim.text.length) });
  }
  for (const found of masked.matchAll(CHINESE)) {
    const { percent, times } = found.groups ?? {};
    const value = readChineseNumeral(percent ?? times ?? '');
    const kind = percent === undefined ? 'times' : 'percent';
    if (value === null || value === 0) continue;
    claims.push({
      text: found[0],
      start: found.index,
      value,
      step: 1,
      kind,
      rough: isRough(masked, found.index, found[0]),
    });
  }
  return claims.toSorted((one, other) => one.start - other.start);
}

function toClaim(found: RegExpExecArray, masked: string): NumberClaim | null {
  const { pure, fraction, digits = '', power = '', size = '' } = found.groups ?? {};
  const start = found.index;
  let text = found[0];
  if (fraction !== undefined) return toFraction(fraction, start, isRough(masked, start, text));
  const behind = masked.slice(start + text.length, start + text.length + 12);
  if (pure === undefined && NAME_BEHIND.test(behind) && !UNIT_BEHIND.test(behind)) return null;
  if (pure === undefined && size === '' && /^[A-Za-z]/.test(behind) && !UNIT_BEHIND.test(behind)) return null;
  if (/^\.\d/.test(behind)) return null; // 1.2.3: a version
  const sized =
    pure === undefined
      ? readDigits(digits, power === '' ? 0 : powerOf(power), magnitudeOf(size))
      : { value: 10 ** powerOf(pure), step: 10 ** powerOf(pure) };
  if (!Number.isFinite(sized.value)) return null;
  text = text.trimEnd();
  return { text, start, ...sized, kind: kindOf(size), rough: isRough(masked, start, text) };
}

/** A share such as 1/3, as percent; 24/7 and 16/9 are none. */
function toFraction(text: string, start: number, rough: boolean): NumberClaim | null {
  const [top = 0, bottom = 0] = text.split('/').map(Number);
  return top < bottom ? { text, start, value: (100 * top) / bottom, step: 0.1, kind: 'percent', rough } : null;
}

function isRough(text: string, start: number, found: string): boolean {
  const end = start + found.length;
  return ROUGH_BEFORE.test(text.slice(Math.max(0, start - 16), start)) || ROUGH_BEHIND.test(text.slice(end, end + 4));
}
