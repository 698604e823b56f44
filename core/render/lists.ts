const ITEM = /^(?:([-*+•])|(\d{1,3})([.)]))(?:[ \t]+(.*)|$)/;
const RULE = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const FENCE = /^(`{3,}|~{3,})([^`]*)$/;
const ENDS_LIST = /^(?:\*\*|#{1,6}\s|\||>)/;
const SENTENCE_END = /[。！？；：.!?:][*”’」』）)]*$/;
const DEEPEST = 16;

interface Level {
  /** Column at which the item's mark stands in the source. */
  readonly indent: number;
  /** Column at which its text begins in the output. */
  readonly content: number;
}

/**
 * Rewrites the indentation of lists so that CommonMark sees what the writer meant. Models nest by 2, 3 or 4 blanks whatever
 * the mark's width, begin a list right under a line of text, indent whole sections by four, and go on with a paragraph right
 * under a list. An item two or more columns right of another belongs to it; a paragraph that follows without a blank line at
 * the margin leaves the list when the item's sentence had ended. Fenced code keeps its lines.
 */
export function normaliseLists(markdown: string): string {
  const out: string[] = [];
  let levels: Level[] = [];
  let fence: { close: RegExp; indent: number; prefix: string } | null = null;
  let previous: 'blank' | 'text' | 'item' = 'blank';
  let previousLine = '';

  const leave = (indent: number): void => {
    while ((levels.at(-1)?.indent ?? -2) > indent - 2) levels.pop();
  };
  const prefix = (): string => ' '.repeat(levels.at(-1)?.content ?? 0);

  for (const line of markdown.split('\n')) {
    const rest = line.replace(/^[ \t\u3000]+/, '');
    const indent = widthOf(line.slice(0, line.length - rest.length));
    if (fence) {
      const isEnd: boolean = fence.close.test(rest);
      out.push(fence.prefix + (isEnd ? rest : withoutIndent(line, fence.indent)));
      if (isEnd) fence = null;
      continue;
    }
    if (rest === '') {
      out.push('');
      previous = 'blank';
      continue;
    }
    const item = RULE.test(rest) ? null : ITEM.exec(rest);
    if (item) {
      leave(indent);
      if (levels.length >= DEEPEST) levels.pop();
      const mark = item[1] === undefined ? `${item[2]}${item[3]}` : '-';
      // Only a list that counts from one may follow a line of text directly.
      if (previous === 'text' && item[2] !== undefined && item[2] !== '1') out.push('');
      const lead = `${prefix()}${mark} `;
      out.push(lead + (item[4] ?? ''));
      levels.push({ indent, content: lead.length });
      previous = 'item';
    } else {
      if (previous === 'blank') {
        leave(indent);
      } else if (levels.length > 0) {
        const root = levels[0]?.indent ?? 0;
        if (indent > root + 1) {
          leave(indent);
        } else if (ENDS_LIST.test(rest) || RULE.test(rest) || FENCE.test(rest) || SENTENCE_END.test(previousLine)) {
          levels = [];
          out.push('');
        }
      }
      out.push(prefix() + rest);
      previous = 'text';
    }
    previousLine = rest;
    const opened = FENCE.exec(item ? (item[4] ?? '') : rest);
    if (opened?.[1] !== undefined) {
      fence = { close: new RegExp(`^${opened[1]}[\`~]*\\s*$`), indent, prefix: prefix() };
    }
  }
  return out.join('\n');
}

function widthOf(blanks: string): number {
  let width = 0;
  for (const blank of blanks) width += blank === '\t' ? 4 - (width % 4) : blank === '\u3000' ? 0 : 1;
  return width;
}

function withoutIndent(line: string, indent: number): string {
  let start = 0;
  while (start < indent && line[start] === ' ') start += 1;
  return line.slice(start);
}
