const MARK = String.raw`[【[(（]\s*(?:模型|作者未明说[，,]?)?(?:推断|推测|inferred|inference)\s*[】\])）][：:]?[ \t]*`;
const LEADING = new RegExp(String.raw`^\s*(?:\*\*)?${MARK}(?:\*\*)?[：:]?\s*`, 'i');
const ITEM = /^(?:[-*+]|\d{1,2}[.)])\s+/;
const ITEM_MARK = new RegExp(String.raw`^((?:[-*+]|\d{1,2}[.)])\s+)(?:\*\*)?${MARK}(?:\*\*)?[：:]?[ \t]*`, 'i');

/**
 * Takes out the mark that a part was asked to begin with when the paper does not state it: in front of the part, or of each of
 * its items. Items of a part that is only partly inferred keep theirs.
 */
export function readMarks(markdown: string): { text: string; inferred: boolean } {
  const leading = LEADING.exec(markdown);
  if (leading) return { text: withoutItemMarks(markdown.slice(leading[0].length)), inferred: true };
  const lines = markdown.split('\n');
  const items = lines.filter((line) => ITEM.test(line));
  const isAll = ITEM.test(markdown) && items.every((line) => ITEM_MARK.test(line));
  if (isAll) return { text: withoutItemMarks(markdown), inferred: true };
  return { text: lines.map((line) => line.replace(ITEM_MARK, '$1（推断）')).join('\n'), inferred: false };
}

function withoutItemMarks(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => line.replace(ITEM_MARK, '$1'))
    .join('\n')
    .trim();
}
