import MarkdownIt from 'markdown-it';

// Formulas and code keep their signs; a tie of patience is a line without end, so both are bounded.
const KEPT = String.raw`\$\$[^]{1,4000}?\$\$|\$(?:\\.|[^$\\\n]){1,2000}\$|\\\([^]{1,2000}?\\\)|\\\[[^]{1,4000}?\\\]`;
const CODE = '(?<!`)(`+)(?!`)[^]{1,2000}?(?<!`)\\1(?!`)';
const PLAIN = new RegExp(
  String.raw`(${KEPT})|\\(?=[!-/:-@[-\x60{-~])|[\x60*[\]<>|]|(?<![\p{L}\d])_|_(?![\p{L}\d])|~~|&(?=#?\w+;)`,
  'gu',
);
const RAW_TAG = new RegExp(`(${KEPT}|${CODE}|<(?:https?|mailto):[^<>\\s]*>)|<(?=[A-Za-z/!?])`, 'g');

/** Plain text with TeX as one line of Markdown that reads as it was: formulas are kept as `keep` has them, other signs are escaped. */
export function escapeMarkdown(text: string, keep: (formula: string) => string = String): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const escaped = line.replace(PLAIN, (sign, kept?: string) =>
    kept === undefined ? sign.replace(/./gu, String.raw`\$&`) : keep(kept),
  );
  // What would begin a list, a heading or a rule at the start of a line, or close a heading at its end.
  return escaped
    .replace(/^(?:[#+=-]|\d{1,9}(?=[.)]))/, (mark) => (/\d/.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`)
    .replace(/(\s)(#+)$/, String.raw`$1\$2`);
}

/** `escapeMarkdown` for a cell of a table, where a bar in a formula would divide it as any other does. */
export function escapeCell(text: string): string {
  return escapeMarkdown(text, (formula) =>
    formula.replace(/\\\||\|/g, (bar) => (bar === '|' ? String.raw`\vert ` : String.raw`\Vert `)),
  );
}

/** A link of Markdown whose text is Markdown already. */
export function linkMarkdown(label: string, url: string): string {
  const address = url.replace(/[\s<>()[\]\\|]/g, (sign) =>
    encodeURIComponent(sign).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29')),
  );
  return `[${label}](${address})`;
}

/** As readers of the file will parse it, HTML and all. */
const parser = new MarkdownIt('commonmark');

/** Whether a heading below the text would still be one: a fence or a tag left open takes all that follows. */
function endsOpen(markdown: string): boolean {
  if (!/`{3}|~{3}|</.test(markdown)) return false;
  const heading = parser.parse(`${markdown}\n\n# .`, {}).at(-3);
  return heading?.type !== 'heading_open' || heading.level !== 0;
}

const TAG_START = /<(?=[A-Za-z/!?])/g;

function escapeTags(text: string): string {
  return text.replace(RAW_TAG, (tag, kept?: string) => {
    if (kept === undefined) return `\\${tag}`;
    // a<b is a formula, a<b>c is not.
    return /^[$\\]/.test(kept) && /<[A-Za-z/!?][^<]*>|<!--/.test(kept) ? kept.replace(TAG_START, String.raw`\<`) : kept;
  });
}

/** Rewrites headings, rules and tags; unless `fenced`, nothing is taken for code and every fence and tag is escaped. */
function rewrite(lines: readonly string[], level: number, fenced: boolean): string {
  const top = Math.min(...lines.map((line) => /^ {0,3}(#{1,6})(?=\s|$)/.exec(line)?.[1]?.length ?? 6));
  const out: string[] = [];
  let fence = '';
  let text: string[] = [];
  const flush = () => {
    const joined = text.join('\n');
    if (text.length > 0) out.push(fenced ? escapeTags(joined) : joined.replace(TAG_START, String.raw`\<`));
    text = [];
  };
  for (const line of lines) {
    const mark = /^\s*(?:[-*+] +|> *)*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (!fenced && mark !== '') {
      text.push(line.replace(mark, mark.replace(/./g, String.raw`\$&`)));
    } else if (fence === '' && mark === '') {
      const heading = /^ {0,3}(#{1,6})(\s.*|)$/.exec(line);
      const depth = Math.min(6, level + 1 + (heading?.[1]?.length ?? top) - top);
      if (/^ {0,3}(?:-+|=+) *$/.test(line) && text.at(-1)?.trim()) text.push('');
      text.push(heading ? `${'#'.repeat(depth)}${heading[2]}` : line);
    } else {
      flush();
      out.push(line);
      if (fence === '') fence = mark;
      else if (mark.startsWith(fence) && line.trim() === mark) fence = '';
    }
  }
  flush();
  return [...out, ...(fence === '' ? [] : [fence])].join('\n');
}

/**
 * A source's Markdown made fit to stand below a heading of level `level` in a longer document: its own headings go below
 * that, HTML stays text, a rule does not turn the line above it into a heading, and nothing left open runs on.
 */
export function nestMarkdown(markdown: string, level: number): string {
  const lines = markdown.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd().split('\n');
  const nested = rewrite(lines, level, true);
  return endsOpen(nested) ? rewrite(lines, level, false) : nested;
}
