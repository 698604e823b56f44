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

/** `fill`, with a blank put where a value brings a letter or a digit beside a Chinese character: 现在生成 11 月 17 日的日报. */
export function fillSpaced(text: string, values: Record<string, string | number>): string {
  return fill(text, values).replace(/(?<=\p{sc=Han})(?=[A-Za-z\d])|(?<=[A-Za-z\d])(?=\p{sc=Han})/gu, ' ');
}
