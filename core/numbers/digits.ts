import { isInWord, isItemMark, isNamed } from './context';
import { formulaSpans, isFormulaPart } from './formulas';
import { measureOf } from './measures';
import { exactly, mention, type Mention, type Quantity } from './mention';
import { UNITS } from './names';

const NUMBER =
  /(?<![\d.]|\d )\d{1,3}(?: \d{3})+(?![\d.%]| \d)|\d{1,3}(?:(?:,|\{,\}|\\,|[\u00A0\u2009\u202F])\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\dA-Za-z.…])\.\d+/g;

const EXPONENT = /^[eE](?<e>[-+]?\d{1,3})(?![A-Za-z\d])/;
const POWER_OF_TEN =
  /^\s?\$?\s?(?:×|x|\*|·|\\times|\\cdot)\s?\$?\s?10\s?(?:\^\s?\{?\s?(?<e>[-–+]?\d{1,3})(?:\s?\})?|(?<raised>[⁻⁺]?[⁰¹²³⁴-⁹]{1,3}))/;
const TEN_TO = /^(?:\^\s?\{?\s?(?<e>[-–+]?\d{1,3})(?:\s?\})?|(?<raised>[⁻⁺]?[⁰¹²³⁴-⁹]{1,3}))/;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const MAGNITUDE =
  /^(?:\s?(?<zh>万亿|千万|百万|十亿|亿|万|千(?![米克瓦兆赫卡帧伏焦])|百(?![分米]))|(?<glued>[kKMBTb])(?![A-Za-z\d_])|\s(?<spaced>[MB])(?![\w.-])|(?:\s|-)?(?<word>[Tt]housand|[MmBb]illion|[Tt]rillion)s?(?![a-z]))/;
const MAGNITUDES: Record<string, number> = {
  百: 1e2, 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, 十亿: 1e9, 万亿: 1e12,
  k: 1e3, m: 1e6, b: 1e9, t: 1e12, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12,
}; // prettier-ignore

const PERCENT = /^(?:\s?\\?[%‰]|\s?per\s?cent(?![a-z])|\s?\$\s?\\?%)/;
const POINTS =
  /^(?:\s?个?百分点|[\s-]?(?:absolute )?(?:percentage|percent)[\s-]points?(?![a-z])|\s?(?:pp|p\.p\.|pts?)(?![A-Za-z]))/;
const TIMES =
  /^(?:\s?倍|\s?[×xX](?![A-Za-z\d])(?!\s?\$?\s?\d|\s[A-Z](?![A-Za-z]))|[\s-]?fold(?![a-z])|\s?\$?\s?\{?\\times(?![a-zA-Z])\}?(?!\s?\$?\s?\d))/;
const TIMES_BEHIND = /^\s?(?:times|folds)(?![a-z])/;
const COUNTED =
  /^\s?(?:余|多)?(?:个|种|张|条|组|项|类|层|轮|步|次|天|年|月|人|篇|台|段|对|帧|块|章|名|位|款|场|万|只|家|国|岁|套|部|幅|份|维|小时|分钟|秒|毫秒|美元|元|阶段|参数)/;

/** Every number written in digits that is no part of a name or a reference. `text` is narrow and without structure. */
export function scanDigits(text: string): Mention[] {
  const found: Mention[] = [];
  const formulas = formulaSpans(text);
  let formula = 0;
  let listEnd = -1;
  let nameEnd = -1;
  let consumed = 0;
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(text); match; match = NUMBER.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start < consumed) continue;
    while ((formulas[formula]?.end ?? Infinity) <= start) formula += 1;
    const inside = formulas[formula];
    // What goes on behind a name's number belongs to the name: LLaMA-2-7B.
    if (isInWord(text, start, end) || (start === nameEnd + 1 && /[-./]/.test(text.charAt(nameEnd)))) {
      // In `GPT-3 175B` the blank parts two numbers.
      const blank = match[0].indexOf(' ');
      nameEnd = blank < 0 ? end : start + blank;
      NUMBER.lastIndex = nameEnd;
      continue;
    }
    if (isItemMark(text, start, end)) continue;
    if (listEnd >= 0 && continuesList(text, listEnd, start, end)) {
      listEnd = end;
      continue;
    }
    const named = isNamed(text, start, end);
    if (named !== false) {
      if (named === 'list') listEnd = end;
      // The size that follows a model's version belongs to its name: Llama 3.1 8B.
      consumed = end + (/^[\s-]\d+(?:\.\d+)?[BM](?![A-Za-z\d])/.exec(text.slice(end, end + 12))?.[0].length ?? 0);
      continue;
    }
    const read = extend(text, start, end);
    if (inside && inside.start < start && !isFormulaPart(text, inside, read.start, read.end)) continue;
    consumed = read.end;
    found.push(read);
  }
  return found;
}

function continuesList(text: string, listEnd: number, start: number, end: number): boolean {
  return (
    start - listEnd < 14 &&
    end - start <= 2 &&
    /^(?:[a-z]|[(（][a-z][)）])?[)）]?\s?(?:[-–~、和与及&,]|and|to|到|至)\s?(?:图|表|(?:Tables?|Figs?\.?|Figures?)\s)?\s?[(（]?$/.test(
      text.slice(listEnd, start),
    ) &&
    !/^(?:\.\d|\s?(?:\\?%|[×倍万个种张]|x(?![a-z])))/.test(text.slice(end, end + 3))
  );
}

/** The number with its exponent, magnitude, sign and percent or times sign. */
function extend(text: string, digitsStart: number, digitsEnd: number): Mention {
  const digits = text.slice(digitsStart, digitsEnd).replace(/,|\{,\}|\\,|\s/g, '');
  let quantity = toQuantity(digits);
  let end = digitsEnd;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const taken = pattern.exec(text.slice(end, end + 32));
    if (taken) end += taken[0].length;
    return taken;
  };
  const power = digits === '10' ? (take(TEN_TO) ?? take(POWER_OF_TEN)) : (take(EXPONENT) ?? take(POWER_OF_TEN));
  if (power) {
    const factor = 10 ** readExponent(power.groups ?? {});
    // Ten to a power is its own value: its step is no digit's.
    quantity = digits === '10' && TEN_TO.test(power[0]) ? exactly(factor) : scale(quantity, factor);
  }
  let magnitude = take(MAGNITUDE)?.[0].trim().replace(/^-/, '').replace(/s$/, '');
  while (magnitude !== undefined) {
    quantity = scale(quantity, MAGNITUDES[magnitude] ?? MAGNITUDES[magnitude.toLowerCase()] ?? 1);
    magnitude = take(/^\s?(?:万|亿|billion|million)(?![a-z])/)?.[0].trim();
  }
  const rest = text.slice(end, end + 32);
  const read = mention({ start: digitsStart, end, values: [quantity] });
  const percent = PERCENT.exec(rest);
  const powers = /^\s?个数量级/.exec(rest);
  if (powers) {
    read.kind = 'times';
    read.values = [exactly(10 ** quantity.value)];
    read.end = end + powers[0].length;
  } else if (POINTS.test(rest)) read.kind = 'percent';
  else if (percent) {
    read.kind = 'percent';
    if (percent[0].includes('‰')) read.values = [scale(quantity, 0.1)];
    if (!percent[0].includes('$')) read.end = end + percent[0].length;
  } else if (TIMES.test(rest)) {
    read.kind = 'times';
    const sign = TIMES.exec(rest)?.[0] ?? '';
    if (!sign.includes('$')) read.end = end + sign.length;
  } else if (TIMES_BEHIND.test(rest)) read.kind = 'times';
  if (
    /^\d+B?$/.test(text.slice(digitsStart, end)) &&
    /B$|^[\s-]?bytes?(?![a-z])/.test(text[end - 1] === 'B' ? 'B' : rest)
  ) {
    read.bytes = Number(digits);
  }
  readBefore(text, read);
  readUnit(text, read);
  const cell =
    /(?:\||^|\n)[ $*]{0,3}$/.test(text.slice(Math.max(0, read.start - 3), read.start)) &&
    /^[ $*↑↓±\d.]{0,12}(?:\||$|\n)/.test(text.slice(read.end, read.end + 14));
  read.isCell = cell && /\|/.test(text.slice(Math.max(0, read.start - 3), read.end + 14));
  return read;
}

function toQuantity(digits: string): Quantity {
  const point = digits.indexOf('.');
  const decimals = point < 0 ? 0 : digits.length - point - 1;
  const significant = digits.replace('.', '').replace(/^0+/, '');
  const written = decimals > 0 ? significant : significant.replace(/0+$/, '');
  return { value: Number(digits), step: 10 ** -decimals, digits: Math.max(1, written.length) };
}

function scale({ value, step, digits }: Quantity, factor: number): Quantity {
  return { value: value * factor, step: step * factor, digits };
}

function readExponent({ e, raised }: Record<string, string | undefined>): number {
  if (e !== undefined) return Number(e.replace('–', '-'));
  const written = Array.from(raised ?? '', (sign) =>
    sign === '⁻' ? '-' : sign === '⁺' ? '' : RAISED.indexOf(sign),
  ).join('');
  return Number(written);
}

/** Sign, times sign and leeway, which stand before the number. */
function readBefore(text: string, read: Mention): void {
  const before = text.slice(Math.max(0, read.start - 14), read.start);
  const times =
    /(?:(?<=^|[^\d%)}$\s]\s?)×|(?<=^|[^\d%)}$\s]\s|[(（\u3400-\u9FFF])x|(?<=^|[^\d%)}$\s]\s?\$?)\\times\s?)$/.exec(
      before,
    );
  if (times && read.kind === 'plain') {
    read.kind = 'times';
    read.start -= times[0].length;
  }
  if (read.kind === 'plain' && /\bfactor of\s?\$?$/i.test(before)) read.kind = 'times';
  const sign = /(?:^|[^\dA-Za-z%)}\]^_])(?<sign>[-+–])$/.exec(before)?.groups?.['sign'];
  if (sign !== undefined && !times) {
    read.sign = sign === '+' ? '+' : '-';
    read.start -= 1;
  }
  if (
    /(?:约|大约|接近|将近|近|左右|~|≈|\\sim|\\approx|nearly|about|roughly|around|almost|approximately)[\s$为是达]*[-+]?$/i.test(
      before,
    ) ||
    /^\s?(?:左右|上下)/.test(text.slice(read.end, read.end + 4))
  )
    read.leeway = 'about';
  if (
    /(?:超过|超|逾|多于|大于|高于|至少|不少于|以上|>|≥|\\geq?|over|than|least|above)[\s$了]*[-+]?$/i.test(before) ||
    /^\s?(?:\+|余|多|以上)/.test(text.slice(read.end, read.end + 4))
  )
    read.leeway = 'above';
}

function readUnit(text: string, read: Mention): void {
  const rest = text.slice(read.end, read.end + 16);
  read.isPoints = /^[\s-]?points?(?![a-z])/.test(rest);
  if (read.kind !== 'plain') return;
  const unit = /^[\s-]?\$?(?<unit>[A-Za-zμµ²]+)/.exec(rest)?.groups?.['unit'];
  read.measure = measureOf(rest);
  if (read.measure || (unit !== undefined && UNITS.has(unit))) read.unit = 'measure';
  else if (COUNTED.test(rest)) read.unit = 'counted';
}
