import type { Wrapping } from './layout';
import { unwrap } from './wrapping';

/** Items of a list, and what stands before item i (or after the last) where it is not the generator's own. */
export interface ListRead<T> {
  items: T[];
  between: Record<string, string> | undefined;
}

/** Names with commas between. Team names come with doubled blanks; names are kept as they are, twice if they stand twice. */
export function readNames(raw: string): ListRead<string> {
  const items: string[] = [];
  const between: Record<string, string> = {};
  let gap = '';
  for (const [index, part] of raw.split(',').entries()) {
    if (index > 0) gap += ',';
    const name = part.trim();
    if (name === '') {
      gap += part;
      continue;
    }
    const lead = part.length - part.trimStart().length;
    gap += part.slice(0, lead);
    if (gap !== (items.length > 0 ? ', ' : '')) between[items.length] = gap;
    items.push(name);
    gap = part.slice(lead + name.length);
  }
  if (gap !== '') between[items.length] = gap;
  return { items, between: filled(between) };
}

/**
 * Key findings: `- ` bullets, hard-wrapped without indentation. A line break before a dash looks like a new bullet; where the
 * abstract has both halves as one text, they are one.
 */
export function readFindings(
  raw: string,
  abstract: string,
): ListRead<string> & { wrappings: Record<string, Wrapping> | undefined } {
  const items: string[] = [];
  const between: Record<string, string> = {};
  const wrappings: Record<string, Wrapping> = {};
  const bullets = raw.split(/^- /m);
  if (bullets.length === 1) return { items: raw === '' ? [] : [raw], between: filled({ 0: '' }), wrappings: undefined };
  let gap = bullets[0] ?? '';
  for (const bullet of joinAtDashes(bullets.slice(1), abstract)) {
    const text = bullet.trim();
    if (text === '') {
      gap += `- ${bullet}`;
      continue;
    }
    const lead = bullet.length - bullet.trimStart().length;
    gap += `- ${bullet.slice(0, lead)}`;
    if (gap !== (items.length > 0 ? '\n- ' : '- ')) between[items.length] = gap;
    const unwrapped = unwrap(text);
    if (unwrapped.wrapping) wrappings[items.length] = unwrapped.wrapping;
    items.push(unwrapped.text);
    gap = bullet.slice(lead + text.length);
  }
  return { items, between: filled(between), wrappings: filled(wrappings) };
}

const MOST_JOINED = 50; // real papers have one to five findings

function joinAtDashes(bullets: readonly string[], abstract: string): readonly string[] {
  if (bullets.length > MOST_JOINED || !abstract.includes(' - ')) return bullets;
  const joined: string[] = [];
  for (const bullet of bullets) {
    const before = joined.at(-1);
    const isOne =
      before?.endsWith('\n') &&
      abstract.includes(`${unwrap(before.trim()).text} - ${unwrap(bullet.trim()).text.slice(0, 40)}`);
    if (isOne) joined[joined.length - 1] = `${before}- ${bullet}`;
    else joined.push(bullet);
  }
  return joined;
}

/** Links: `- [label](url)`, one a line. */
export function readLinks(raw: string): ListRead<{ label: string; url: string }> {
  const items: { label: string; url: string }[] = [];
  const between: Record<string, string> = {};
  let gap = '';
  for (const [index, line] of raw.split('\n').entries()) {
    if (index > 0) gap += '\n';
    const text = line.trimEnd();
    const open = text.indexOf('[');
    const middle = text.indexOf('](', open);
    if (open < 0 || middle < 0) {
      gap += line;
      continue;
    }
    gap += text.slice(0, open + 1);
    if (gap !== (items.length > 0 ? '\n- [' : '- [')) between[items.length] = gap;
    items.push({ label: text.slice(open + 1, middle), url: text.slice(middle + 2, -1) });
    gap = line.slice(text.length);
  }
  return { items, between: filled(between) };
}

function filled<T>(record: Record<string, T>): Record<string, T> | undefined {
  return Object.keys(record).length > 0 ? record : undefined;
}
