import { cleanText } from '../render/allowed';
import { isBareLabel, readLabel } from '../report/labels';
import { isBlank, isRule } from '../report/source';

/**
 * Generated Markdown as it may stand between the marks of a report's frame: lines end in one way, none begins a paper, and at the
 * end there is no rule and no field. What looks like one stays readable: a tag is escaped, a linked heading goes down a level, the
 * label of a list becomes a heading, and one at the end an item.
 */
export function settleMarkdown(markdown: string): string {
  const lines = withoutControls(markdown).split('\n').map(settleLine);
  while (lines.length > 0 && saysNothing(lines[0])) lines.shift();
  while (lines.length > 0 && saysNothing(lines.at(-1))) lines.pop();
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    if (!readLabel(line)) break;
    lines[at] = `- ${line}`;
  }
  return lines.join('\n').trimEnd();
}

function saysNothing(line: string | undefined): boolean {
  return isBlank(line) || isRule(line ?? '');
}

function settleLine(line: string): string {
  for (const label of ['Key Findings', 'Links']) if (isBareLabel(line, label)) return `#### ${label}`;
  return line.replace(/^(\s*)<a(?=\s)/, String.raw`$1\<a`).replace(/^## \[/, '### [');
}

/** Text without what no file of ours should hold: controls, marks of direction, halves of pairs, characters that are none. */
export function withoutControls(text: string): string {
  return cleanText(text).replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '');
}
