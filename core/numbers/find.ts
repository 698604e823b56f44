import { scanChinese } from './chinese';
import { scanDates } from './dates';
import { scanDigits } from './digits';
import { scanEnglish } from './english';
import { joinMentions } from './joined';
import type { Mention } from './mention';
import { toNarrow } from './plain-text';
import { withoutStructure } from './structure';

/** A number that an analysis claims. `text` is the run as written, `start` its UTF-16 offset. */
export interface NumberClaim {
  text: string;
  start: number;
}

/**
 * The numbers that a text claims, in order: with sign, magnitude (万, 亿, k, M, B), percent or times sign, without the noun or unit
 * of measure behind them. A range (3–5, 3 到 5), a deviation (92.9±1.2%), a product (832×480) is one claim. Chinese numerals count
 * where they state a quantity (三种, 十倍), English number words where a sign is with them (five percent, twofold). The numbers of
 * sections, items, figures and references, and digits inside names, are none.
 */
export function findNumbers(text: string): NumberClaim[] {
  return scanClaims(text).map(({ start, end }) => ({ text: text.slice(start, end), start }));
}

/** The claims as they were understood. */
export function scanClaims(text: string): Mention[] {
  const { narrow, digits } = scan(text);
  const words = scanEnglish(narrow).flatMap(({ read, isSigned }) => (isSigned ? [read] : []));
  return joinMentions(narrow, inOrder([...digits, ...scanChinese(narrow), ...words]));
}

/** Every number of a source, joined as in claims; also those in English words, in fractions of TeX, and the sizes in models' names. */
export function scanSource(source: string): Mention[] {
  const text = source.replace(/\\[dt]?frac\{\d{1,4}\}\{\d{1,4}\}/g, (fraction) =>
    fraction.replace('}{', '/ ').replace(/[\\a-z{}]/g, ' '),
  );
  const { narrow, digits } = scan(text);
  const words = scanEnglish(narrow).map(({ read }) => read);
  const sizes = Array.from(text.matchAll(/(?<=[A-Za-z\d.]-)\d+(?:\.\d+)?[BM](?![A-Za-z\d])/g), ({ 0: size, index }) =>
    scanDigits(` ${size}`).map((read) => ({ ...read, start: index, end: index + size.length })),
  ).flat();
  return joinMentions(narrow, inOrder([...digits, ...scanChinese(narrow), ...words, ...sizes]));
}

function scan(text: string): { narrow: string; digits: Mention[] } {
  const narrow = withoutStructure(toNarrow(text));
  const dates = scanDates(narrow);
  let undated = narrow;
  for (const { start, end } of dates) {
    undated = undated.slice(0, start) + '\uFFFC'.repeat(end - start) + undated.slice(end);
  }
  return { narrow, digits: [...dates, ...scanDigits(undated)] };
}

/** By place; what overlaps an earlier or longer one is left out. */
function inOrder(mentions: Mention[]): Mention[] {
  mentions.sort((one, other) => one.start - other.start || other.end - one.end);
  let end = 0;
  return mentions.filter((read) => {
    if (read.start < end) return false;
    end = read.end;
    return true;
  });
}
