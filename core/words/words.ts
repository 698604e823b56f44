import type { Language } from '../settings';

/** A table of texts, complete in both languages: the second is typed by the first. */
export type Words<T extends Record<string, string>> = Record<Language, { readonly [K in keyof T]: string }>;

/**
 * Puts values into a text's `{name}` places: `fill('{n} 篇', { n: 3 })` is '3 篇'. A place without a value stays. English counts:
 * `{n:paper|papers}` is the first word for 1, else the second.
 */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)(?::(\w+)\|(\w+))?\}/g, (place, name: string, one?: string, many?: string) =>
    String((one ? (values[name] === 1 ? one : many) : values[name]) ?? place),
  );
}
