import { toUnicode } from './tex-accents';

/** Text of a page, tag or feed as we keep it: TeX accents as Unicode, white space collapsed, formulas as they are. */
export function cleanText(text: string): string {
  return toUnicode(text).replace(/\s+/g, ' ').trim();
}

/** The categories that a line of subjects names, `Machine Learning (cs.LG); Statistics (stat.ML)`, primary first. */
export function readCategories(subjects: string): string[] {
  // A translator writes the wide parentheses.
  return Array.from(subjects.matchAll(/[(（]([a-z-]+(?:\.[A-Za-z-]+)?)[)）]/g), (match) => match[1] ?? '');
}

/** A count as pages write it, `4,183`. @returns null when there is none. */
export function readCount(text: string | undefined): number | null {
  return text ? Number(text.replaceAll(',', '')) : null;
}
