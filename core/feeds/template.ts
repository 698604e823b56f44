import { isDay } from '../report-day';

/** What stands for a day in an address; case does not matter. */
const PLACE = /\{(date|yyyymmdd|yyyy|mm|dd)\}/gi;
/** How people write the place of a date when they do not know ours. */
const LOOSE_DATE = /\{?yyyy-mm-dd\}?/gi;
const WHOLE_DATE = /\{(?:date|yyyymmdd)\}/;
const DATE = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const SHORT_DATE = /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/g;
const FOLDERS = /(?<=\/)(\d{4})\/(\d{2})\/(\d{2})(?!\d)/g;

/** Whether each day has an address of its own. */
export function hasDatePlace(template: string): boolean {
  return WHOLE_DATE.test(template) || ['{yyyy}', '{mm}', '{dd}'].every((place) => template.includes(place));
}

/** Puts a day, YYYY-MM-DD, into every place of a template. */
export function putDate(template: string, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const values: Record<string, string> = { date, yyyymmdd: year + month + day, yyyy: year, mm: month, dd: day };
  return template.replace(PLACE, (place, name: string) => values[name.toLowerCase()] ?? place);
}

/** Writes the places of a date in one way, also those that `URL` has escaped. */
export function tidyPlaces(text: string): string {
  return text
    .replace(/%7B([\w-]+)%7D/gi, '{$1}')
    .replace(LOOSE_DATE, '{date}')
    .replace(PLACE, (place) => place.toLowerCase());
}

/**
 * Makes a template of one day's address: the last day named in it is taken for the file's, and its year and month are places
 * too where folders have them (`/2026/06/2026-06-25.jsonl`).
 *
 * @returns null when no day is named, or none that exists.
 */
export function findTemplate(address: string): string | null {
  for (const [form, place] of [
    [DATE, '{date}'],
    [SHORT_DATE, '{yyyymmdd}'],
    [FOLDERS, '{yyyy}/{mm}/{dd}'],
  ] as const) {
    const day = [...address.matchAll(form)].findLast((found) => isDay(found.slice(1, 4).join('-')));
    if (!day) continue;
    const [written, year, month] = day;
    return address
      .replaceAll(written, place)
      .replaceAll(new RegExp(`(?<=/)${year}([/-])${month}(?=/)`, 'g'), '{yyyy}$1{mm}')
      .replaceAll(new RegExp(`(?<=/)${year}(?=/)`, 'g'), '{yyyy}');
  }
  return null;
}
