import type { LineEnds } from './layout';

/**
 * Takes the byte order mark and the carriage returns off a text, so that all that follows sees `\n` only.
 *
 * @returns `ends` undefined when the text had neither.
 */
export function plainLines(text: string): { text: string; ends: LineEnds | undefined } {
  const bom = text.startsWith('\uFEFF');
  const body = bom ? text.slice(1) : text;
  if (!body.includes('\r\n')) return { text: body, ends: bom ? { bom } : undefined };
  const lines = body.split('\n');
  const plain: number[] = [];
  const returned: number[] = [];
  for (let at = 0; at < lines.length - 1; at += 1) {
    const line = lines[at] ?? '';
    if (line.endsWith('\r')) {
      returned.push(at);
      lines[at] = line.slice(0, -1);
    } else plain.push(at);
  }
  const crlf = returned.length >= plain.length;
  const except = crlf ? plain : returned;
  return {
    text: lines.join('\n'),
    ends: { ...(bom && { bom }), ...(crlf && { crlf }), ...(except.length > 0 && { except }) },
  };
}

/** Puts back what `plainLines` took off. */
export function restoreLines(text: string, ends: LineEnds | undefined): string {
  if (!ends) return text;
  let body = text;
  if (ends.except) {
    const except = new Set(ends.except);
    const lines = text.split('\n');
    const last = lines.length - 1;
    body = lines.map((line, at) => line + (at === last ? '' : except.has(at) === !ends.crlf ? '\r\n' : '\n')).join('');
  } else if (ends.crlf) body = text.replaceAll('\n', '\r\n');
  return (ends.bom ? '\uFEFF' : '') + body;
}
