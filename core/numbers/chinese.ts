import { exactly, mention, type Mention, type Quantity } from './mention';

const DIGITS: Record<string, number> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}; // prettier-ignore
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Reads 三, 十二, 二十, 一百零五, 三万五千, 三点五. @returns null for what is no one number, such as 两三 */
export function parseChineseNumeral(text: string): number | null {
  const [whole = '', decimals, ...more] = text.split('点');
  if (more.length > 0 || whole === '' || decimals === '') return null;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const sign of whole) {
    const value = DIGITS[sign];
    const unit = UNITS[sign];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (unit !== undefined) {
      section += (digit ?? 1) * unit;
      digit = null;
    } else if (sign === '万' || sign === '亿') {
      section += digit ?? 0;
      if (section === 0) return null;
      total = (total + section) * (sign === '万' ? 1e4 : 1e8);
      section = 0;
      digit = null;
    } else return null;
  }
  const value = total + section + (digit ?? 0);
  if (decimals === undefined) return value;
  const fraction = Array.from(decimals, (sign) => DIGITS[sign]);
  return fraction.includes(undefined) ? null : Number(`${value}.${fraction.join('')}`);
}

const NUMERAL = '[零〇一二两三四五六七八九十百千万亿]{1,10}';
const SCAN = new RegExp(
  [
    `(?<percent>百分之(?:(?<of100>${NUMERAL}(?:点[零〇一二三四五六七八九]{1,4})?)|(?<digits>\\d{1,3}(?:\\.\\d{1,4})?)))`,
    `(?<fraction>(?<below>${NUMERAL})分之(?<above>${NUMERAL}))`,
    `(?<magnitude>(?<powers>[一两二三四五六])个数量级)`,
    `(?<times>(?<factor>${NUMERAL}(?:点[零〇一二三四五六七八九]{1,4})?)倍)`,
    `(?<half>一半)`,
    `(?<tenths>(?<tens>[一二两三四五六七八九])成(?=[的，。；、）]|以上|左右))`,
    `(?<count>(?<number>${NUMERAL})(?=(?:余|多)?(?:大(?![量型小规脑家部师地])|个|种|项|类|组|层|步(?!步)|阶段|张|条|篇|款|名|位|轮(?!椅|式|足|子)|次(?![元方样函曲型多开迭规优])|帧|台|套|部分|幅|份|座|枚)))`,
  ].join('|'),
  'g',
);

// What the writer of an analysis counts up itself, in the headings of its own lists.
const RHETORIC =
  /^(?:余|多)?(?:大|个|种|项|类|条)?[^，。；：、（(\n\d]{0,10}?(?:方面|方向|贡献|创新|挑战|问题|局限|优势|优点|缺点|不足|特点|特征点|要点|原因|观点|角度|层面|维度|亮点|结论|目标|意义|因素|趋势|启示|建议|难题|瓶颈|痛点|领域)/;

/** Numbers in Chinese numerals where they state a quantity: 三种, 十倍, 百分之五; never 一个, 第三, 几十种, 这两种. */
export function scanChinese(text: string): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(SCAN)) {
    const read = readMatch(text, match.index, match.groups ?? {}, match[0].length);
    if (read) found.push(read);
  }
  return found;
}

function readMatch(
  text: string,
  start: number,
  groups: Record<string, string | undefined>,
  length: number,
): Mention | null {
  const end = start + length;
  const before = text.slice(Math.max(0, start - 2), start);
  const at = { start, end };
  if (/[第几数好\d.点零一二两三四五六七八九十百千万亿]$/.test(before)) return null;
  const { of100, digits, below, above, powers, factor, tens, number } = groups;
  if (groups['percent'] !== undefined) {
    const value = digits === undefined ? parseChineseNumeral(of100 ?? '') : Number(digits);
    return value === null ? null : mention({ ...at, kind: 'percent', values: [toQuantity(value)] });
  }
  if (below !== undefined && above !== undefined) {
    const [low, high] = [parseChineseNumeral(below), parseChineseNumeral(above)];
    return low === null || high === null || low === 0 ? null : mention({ ...at, values: [exactly(high / low)] });
  }
  if (powers !== undefined) {
    return mention({ ...at, kind: 'times', values: [exactly(10 ** (parseChineseNumeral(powers) ?? 1))] });
  }
  if (factor !== undefined) {
    const value = parseChineseNumeral(factor);
    return value === null || value === 1 ? null : mention({ ...at, kind: 'times', values: [toQuantity(value)] });
  }
  if (groups['half'] !== undefined) return mention({ ...at, kind: 'percent', values: [exactly(50)] });
  if (tens !== undefined) {
    return mention({ ...at, kind: 'percent', values: [exactly(10 * (parseChineseNumeral(tens) ?? 0))] });
  }
  const value = parseChineseNumeral(number ?? '');
  if (value === null || value < 2 || /^[百千万亿]/.test(number ?? '')) return null;
  if (/[这那此某前后上下每再之]$|上述$|以下$/.test(before) || RHETORIC.test(text.slice(end, end + 16))) return null;
  if (text.startsWith('个百分点', end)) return mention({ ...at, kind: 'percent', values: [exactly(value)] });
  return mention({ ...at, values: [exactly(value)], unit: 'counted' });
}

function toQuantity(value: number): Quantity {
  const written = String(value);
  const point = written.indexOf('.');
  return {
    value,
    step: point < 0 ? 1 : 10 ** -(written.length - point - 1),
    digits: written.replace('.', '').replace(/^0+/, '').length,
  };
}
