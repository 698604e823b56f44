import { exactly, mention, type Mention } from './mention';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{3,6})?\.?`;

const DATE = new RegExp(
  [
    String.raw`(?<![\d.-])(?<y1>(?:19|20)\d\d)[-/](?<m1>0?[1-9]|1[0-2])[-/](?<d1>0?[1-9]|[12]\d|3[01])(?![\d-])`,
    String.raw`(?<!\d)(?<y2>(?:19|20)\d\d)\s?年\s?(?<m2>\d{1,2})\s?月(?:\s?(?<d2>\d{1,2})\s?[日号])?`,
    String.raw`(?<!\d)(?<m3>\d{1,2})\s?月\s?(?<d3>\d{1,2})\s?[日号]`,
    String.raw`(?<![a-z])(?<m4>${MONTH})\s(?:(?<d4>\d{1,2})(?:st|nd|rd|th)?,?\s)?(?<y4>(?:19|20)\d\d)(?!\d)`,
    String.raw`(?<!\d)(?<d5>\d{1,2})(?:st|nd|rd|th)?\s(?<m5>${MONTH})\s(?<y5>(?:19|20)\d\d)(?!\d)`,
  ].join('|'),
  'gi',
);

/** Dates that name a month: 2025年8月25日, 2025-08-25, August 2025. A year alone is a number as any other. */
export function scanDates(text: string): Mention[] {
  return Array.from(text.matchAll(DATE), (match) => {
    const part = (name: string): string | undefined =>
      [1, 2, 3, 4, 5].map((form) => match.groups?.[`${name}${form}`]).find((value) => value !== undefined);
    const month = part('m') ?? '0';
    const values = [
      Number(part('y') ?? 0),
      /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1,
      Number(part('d') ?? 0),
    ];
    return mention({
      start: match.index,
      end: match.index + match[0].length,
      kind: 'date',
      values: values.map(exactly),
    });
  });
}
