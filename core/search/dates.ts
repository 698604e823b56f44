import { findDayNumber } from '../report-day';

/** Days as `findDayNumber` counts them, both included. */
export interface Days {
  from: number;
  to: number;
}

/** Before all days and behind all of them. */
const FIRST = 1;
const LAST = 0xffff;

/**
 * Reads the days of `date:`: a year, a month or a day (2025, 2025-12, 2025-12-30), two of them with `..` between, one with
 * `>`, `>=`, `<` or `<=` before it.
 *
 * @returns null for anything else, and for days that do not exist.
 */
export function parseDays(text: string): Days | null {
  const range = /^(.*?)\.\.\.?(.*)$/.exec(text);
  if (range) {
    const [start, end] = [range[1] ?? '', range[2] ?? ''];
    const from = start === '' ? { from: FIRST } : parseSpan(start);
    const to = end === '' ? { to: LAST } : parseSpan(end);
    return from && to && start + end !== '' ? { from: from.from, to: to.to } : null;
  }
  const [, sign = '', rest = ''] = /^([<>]=?)?(.*)$/.exec(text) ?? [];
  const span = parseSpan(rest);
  if (!span) return null;
  switch (sign) {
    case '>':
      return { from: span.to + 1, to: LAST };
    case '>=':
      return { from: span.from, to: LAST };
    case '<':
      return { from: FIRST, to: span.from - 1 };
    case '<=':
      return { from: FIRST, to: span.to };
    default:
      return span;
  }
}

function parseSpan(text: string): Days | null {
  const found = /^(\d{4})(?:[-/.](\d\d?)(?:[-/.](\d\d?))?)?$/.exec(text);
  if (!found) return null;
  const [, year = '', month, day] = found;
  const number = (oneMonth: number, oneDay: number) =>
    findDayNumber(`${year}-${String(oneMonth).padStart(2, '0')}-${String(oneDay).padStart(2, '0')}`);
  if (day !== undefined) return toSpan(number(Number(month), Number(day)), number(Number(month), Number(day)));
  if (month === undefined) return toSpan(number(1, 1), number(12, 31));
  const last = [31, 30, 29, 28].map((end) => number(Number(month), end)).find((end) => end !== null);
  return toSpan(number(Number(month), 1), last ?? null);
}

function toSpan(from: number | null, to: number | null): Days | null {
  return from === null || to === null ? null : { from, to };
}
