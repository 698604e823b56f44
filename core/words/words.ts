import type { Language } from '../settings';

/** A table of texts, complete in both languages: the second is typed by the first. */
export type Words<T extends Record<string, string>> = Record<Language, { readonly [K in keyof T]: string }>;

/** Puts values into a text's `{name}` places: `fill('{n} 篇', { n: 3 })` is '3 篇'. A place without a value stays. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
