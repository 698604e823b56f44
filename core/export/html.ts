import { cleanText } from '../render/allowed';
import { escapeHtml, toHtml } from '../render/text';
import type { Tree } from '../render/tree';

/** Text that is HTML already. Only this file makes any, so that nothing comes into a page but escaped. */
class Markup {
  constructor(readonly text: string) {}
}

export type { Markup };

type Value = string | number | Markup | readonly Markup[];

function write(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(write).join('');
  return escapeHtml(cleanText(String(value)));
}

/** HTML as written here; what stands in its places is escaped as text, also within the quotes of an attribute. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(parts.map((part, index) => (index === 0 ? part : write(values[index - 1] ?? '') + part)).join(''));
}

/** Rendered text as HTML, by the allow-list. */
export function markup(trees: readonly Tree[]): Markup {
  return new Markup(toHtml(trees));
}
