/** How a line stands out as a heading, the strongest first. `bold` fills its line or is numbered; `inline` has its text behind it. */
export const FORMS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'bold', 'ordered', 'bullet', 'inline', 'plain'] as const;
export type Form = (typeof FORMS)[number];

/** Kind of number in front of a title; `sub` (3.1) and `letter` (a, or 步骤一) never number main headings. */
type Numbering = 'digit' | 'chinese' | 'paren' | 'circled' | 'question' | 'roman' | 'sub' | 'letter';

export interface Heading {
  /** Line, from 0. */
  line: number;
  form: Form;
  /** As written, without `#`, `**` and list mark. */
  title: string;
  /** What follows the heading on its line. */
  rest: string;
  number: { numbering: Numbering; value: number } | null;
}

const LONGEST = 120; // more is a sentence that is emphasised

/** Every line that may be a heading, outside of fenced code. */
export function findHeadings(lines: readonly string[]): Heading[] {
  const fenced = fencedLines(lines);
  const headings: Heading[] = [];
  for (const [line, text] of lines.entries()) {
    if (text === '' || fenced.has(line)) continue;
    const found = readHeading(text, lines[line - 1]);
    if (found) headings.push({ line, ...found, number: readNumber(found.title) });
  }
  return headings;
}

function readHeading(text: string, before: string | undefined): Omit<Heading, 'line' | 'number'> | null {
  const first = text.charCodeAt(0);
  if (first === 35 || (first === 32 && text.trimStart().startsWith('#'))) return readMarked(text);
  if (text.startsWith('**')) return readBold(text, 'bold', '');
  if (text.startsWith('__')) return readBold(text.replace(/^__(.{1,120}?)__/, '**$1**'), 'bold', '');
  // What is indented by a blank or two is a heading all the same, if it has a number; else it may belong to a list.
  if (/^ {1,2}\*\*[\d一二三四五六七八九十]/.test(text)) return readBold(text.trimStart(), 'bold', '');
  if (/^[*+-][ \t]+\*\*/.test(text)) return readBold(text.slice(1).trimStart(), 'bullet', '');
  const ordered = /^(\d{1,2}[.)）．、])[ \t]*(?=\*\*)/.exec(text);
  if (ordered) return readBold(text.slice(ordered[0].length), 'ordered', ordered[1] ?? '');
  const isPlain = /^(?:\d{1,2}[.．、]|[一二三四五六七八九十]{1,3}[、.．])\s*\S/.test(text);
  if (!isPlain || text.length > 48 || /[。；;，,]\s*$/.test(text) || (before !== undefined && before.trim() !== ''))
    return null;
  return { form: 'plain', title: clean(text), rest: '' };
}

function readMarked(text: string): Omit<Heading, 'line' | 'number'> | null {
  // ###1. 问题: some models leave out the blank; a single # may be a tag.
  const found = /^ {0,3}(?:(#{1,6})[ \t]+(?=\S)|(#{2,6})(?=[\d*（(\p{Script=Han}]))/u.exec(text);
  if (!found) return null;
  const title = clean(text.slice(found[0].length).replace(/[ \t]#{1,6}$/, ''));
  const form = FORMS[(found[1] ?? found[2] ?? '#').length - 1];
  return title === '' || form === undefined ? null : { form, title, rest: '' };
}

/** `text` starts with the asterisks; `mark` is the number of an ordered item. */
function readBold(
  text: string,
  form: 'bold' | 'bullet' | 'ordered',
  mark: string,
): Omit<Heading, 'line' | 'number'> | null {
  let close = text.indexOf('**', 2);
  // **1.** **研究问题**: the number has asterisks of its own.
  if (/^[\d一二三四五六七八九十]{1,2}[.、．]?\s*$/.test(text.slice(2, close)) && /^\*\*\s*\*\*/.test(text.slice(close)))
    close = text.indexOf('**', text.indexOf('**', close + 2) + 2);
  if (close < 0) return null;
  while (text[close + 2] === '*') close += 1;
  const colon = /^\s*[:：]/.exec(text.slice(close + 2, close + 8))?.[0] ?? '';
  const bold = clean(text.slice(2, close)) + colon.trim();
  const title = mark === '' ? bold : `${mark} ${bold}`;
  const rest = text.slice(close + 2 + colon.length).trim();
  if (bold === '' || title.length > LONGEST || /[。！；]$/.test(title)) return null;
  if (rest !== '' && !/[:：]$/.test(title)) {
    // Bold words at the start of a sentence, unless they are numbered.
    if (form !== 'bold' || !readNumber(title)) return null;
  }
  const isInline = form === 'bold' && rest !== '' && !readNumber(title);
  return { form: isInline ? 'inline' : form, title, rest };
}

function clean(text: string): string {
  return text
    .replace(/\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\*([^*]*)\*?$/, '$1');
}

const DIGITS = '一二三四五六七八九十';
const CHINESE_NUMBER = new RegExp(`^第?([${DIGITS}]{1,3})(?:[、.．:：]|\\s|部分|章|节)`);
const IN_PARENTHESES = new RegExp(`^[（(](\\d{1,2}|[${DIGITS}]{1,3})[)）]`);

// 步骤1：, 创新点二：, 第一阶段：, Step 3: number what stands in a section.
const STEP = new RegExp(
  `^(?:(?:步骤|阶段|创新点?|贡献|模块|组件|改进|step|stage|phase|module)\\s*(?:\\d{1,2}|[${DIGITS}])(?:[：:.、\\s]|$)|第[${DIGITS}\\d](?:步|阶段|个))`,
  'i',
);

/** Signs with which a number can begin, to spare the many titles without one the rest. */
const MAY_NUMBER = new RegExp(`^[\\d（(①-⑨a-z第问步阶创贡模组改${DIGITS}]`, 'i');

function readNumber(title: string): Heading['number'] {
  if (!MAY_NUMBER.test(title)) return null;
  const sub = /^\d{1,2}[.．]\d/.test(title);
  if (sub) return { numbering: 'sub', value: 0 };
  const digit = /^(?:第\s*)?(\d{1,2})(?:\s*[.．、:：)）]|\uFE0F?\u20E3|\s*(?:部分|章|节)|\s+(?=\S))/.exec(title);
  if (digit) return { numbering: 'digit', value: Number(digit[1]) };
  const chinese = CHINESE_NUMBER.exec(title);
  if (chinese) return { numbering: 'chinese', value: chineseValue(chinese[1] ?? '') };
  const paren = IN_PARENTHESES.exec(title);
  if (paren) return { numbering: 'paren', value: Number(paren[1]) || chineseValue(paren[1] ?? '') };
  const circled = /^[①-⑨]/.exec(title);
  if (circled) return { numbering: 'circled', value: '①②③④⑤⑥⑦⑧⑨'.indexOf(circled[0]) + 1 };
  if (STEP.test(title)) return { numbering: 'letter', value: 0 };
  const question = /^(?:Q|问题?)\s*(\d{1,2})\s*[.:：、]/i.exec(title);
  if (question) return { numbering: 'question', value: Number(question[1]) };
  const roman = /^(I{1,3}|IV|VI{0,3}|IX|X)[.、]/.exec(title);
  if (roman)
    return {
      numbering: 'roman',
      value: ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'].indexOf(roman[1] ?? '') + 1,
    };
  return /^[（(]?[a-z][.)）]/i.test(title) ? { numbering: 'letter', value: 0 } : null;
}

function chineseValue(digits: string): number {
  if (!digits.includes('十')) return DIGITS.indexOf(digits.slice(0, 1)) + 1;
  const [tens, ones] = digits.split('十');
  return (tens ? (DIGITS.indexOf(tens) + 1) * 10 : 10) + (ones ? DIGITS.indexOf(ones) + 1 : 0);
}

/** Lines of fenced code; a fence that is never closed is none. */
function fencedLines(lines: readonly string[]): Set<number> {
  const fenced = new Set<number>();
  let open: number | null = null;
  for (const [line, text] of lines.entries()) {
    if (text.length < 3 || !/^\s{0,12}(?:```|~~~)/.test(text)) continue;
    if (open === null) open = line;
    else {
      for (let at = open; at <= line; at += 1) fenced.add(at);
      open = null;
    }
  }
  return fenced;
}
