import { cleanText } from '../render/allowed';
import { isObject } from './rows';

/** A text of a day file as we keep it: without control and bidi characters, lone surrogates replaced, trimmed. */
export function clean(text: string): string {
  return cleanText(text).trim();
}

export function singleLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ');
}

/** A hard-wrapped text with its lines joined; empty lines between paragraphs stay one. */
export function unwrapped(text: string): string {
  let joined = '';
  let gap = '';
  for (const line of text.split('\n')) {
    const words = line.trim();
    if (words === '') gap &&= '\n\n';
    else {
      joined += gap + words;
      gap = ' ';
    }
  }
  return joined;
}

/** Any value as text: lists as lines, objects as JSON; '' for null and for what is blank. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return clean(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return isObject(value) ? clean(JSON.stringify(value)) : toList(value).join('\n');
}

/** The items of a list as texts; empty for all else. */
export function toList(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value
    .map((item: unknown) => (Array.isArray(item) ? clean(JSON.stringify(item)) : toText(item)))
    .filter(Boolean);
}

/** A text of an analysis as Markdown, which a list of texts is too; '' for what is no text. */
export function toMarkdown(value: unknown): string {
  if (typeof value === 'string') return clean(value);
  return toList(value)
    .map((item) => `- ${item.replaceAll('\n', ' ')}`)
    .join('\n');
}
