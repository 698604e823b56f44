// Formulas and code keep their signs; a tie of patience is a line without end, so both are bounded.
const KEPT = String.raw`\$\$[^]{1,4000}?\$\$|\$(?:\\.|[^$\\\n]){1,2000}\$|\\\([^]{1,2000}?\\\)|\\\[[^]{1,4000}?\\\]`;
const CODE = '(?<!`)(`+)(?!`)[^]{1,2000}?(?<!`)\\1(?!`)';
const PLAIN = new RegExp(
  String.raw`(${KEPT})|\\(?=[!-/:-@[-\`{-~])|[\`*[\]<>|]|(?<![\p{L}\d])_|_(?![\p{L}\d])|~~|&(?=#?\w+;)`,
  'gu',
);
const RAW_TAG = new RegExp(`(${KEPT}|${CODE}|<(?:https?|mailto):[^<>\\s]*>)|<(?=[A-Za-z/!?])`, 'g');

/** Plain text with TeX as one line of Markdown that reads as it was: formulas stay, other signs are escaped. */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const escaped = line.replace(PLAIN, (sign, kept?: string) => kept ?? sign.replace(/./gu, String.raw`\$&`));
  // What would begin a list, a heading or a rule at the start of a line, or close a heading at its end.
  return escaped
    .replace(/^(?:[#+=-]|\d{1,9}(?=[.)]))/, (mark) => (/\d/.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`)
    .replace(/(\s)(#+)$/, String.raw`$1\$2`);
}

/**
 * A source's Markdown made fit to stand below a heading of level `level` in a longer document: its own headings go below
 * that, HTML stays text, a rule does not turn the line above it into a heading, and code left open is closed.
 */
export function nestMarkdown(markdown: string, level: number): string {
  const lines = markdown
    .replace(/\r\n?/g, '\n')
    .replace(/^\n+|\s+$/g, '')
    .split('\n');
  const top = Math.min(...lines.map((line) => /^ {0,3}(#{1,6})(?=\s|$)/.exec(line)?.[1]?.length ?? 6));
  const out: string[] = [];
  let fence = '';
  let text: string[] = [];
  const flush = () => {
    if (text.length > 0) out.push(text.join('\n').replace(RAW_TAG, (tag, kept?: string) => kept ?? `\\${tag}`));
    text = [];
  };
  for (const line of lines) {
    const mark = /^\s*(?:[-*+] +|> *)*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' && mark === '') {
      const heading = /^ {0,3}(#{1,6})(\s.*|)$/.exec(line);
      const depth = Math.min(6, level + 1 + (heading?.[1]?.length ?? top) - top);
      if (/^ {0,3}(?:-+|=+) *$/.test(line) && text.at(-1)?.trim()) text.push('');
      text.push(heading ? `${'#'.repeat(depth)}${heading[2]}` : line);
      continue;
    }
    flush();
    out.push(line);
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence) && line.trim() === mark) fence = '';
  }
  flush();
  if (fence !== '') out.push(fence);
  return out.join('\n');
}
