import { sentenceSpans } from '../roles/sentences';
import { findQuotes, NamedPapers } from './named-papers';

/** A line, or an item of a list with the lines that belong to it. Depth is the indentation in blanks. */
interface Block {
  kind: 'heading' | 'item' | 'row' | 'text' | 'blank';
  lines: string[];
  depth: number;
}

const ITEM = /^(\s*(?:[-*+]|\d{1,3}[.)])\s+)(.*)$/s;
const HEADING = /^\s{0,3}#{1,6}\s/;
const BOLD_LINE = /^\s*\*\*[^*]+\*\*[:：]?\s*$/;

/**
 * Takes out of a model's overview what names a paper that the report does not have, by a quoted title, an identifier or a
 * number in brackets: the sentence, the item with all below it where its first sentence does, the section where its heading
 * does. A heading or an opening (…：) of which nothing is left goes too. `removed` counts sentences, items and sections. Terms,
 * quoted sentences and names of data sets stay; so does a paper that is named without any such mark.
 */
export function keepToReport(
  markdown: string,
  papers: readonly { id: string; title: string; titleChinese?: string | null }[],
): { markdown: string; removed: number } {
  const names = new NamedPapers(papers);
  const isStrange = (text: string): boolean => names.findStrangers(text).length > 0;
  const kept: (Block | null)[] = [];
  let removed = 0;
  /** What is being left out: all that lies deeper than an item, or all up to the next heading. */
  let skipping: { below: number } | 'section' | null = null;
  for (const block of readBlocks(markdown)) {
    if (skipping === 'section' ? block.kind !== 'heading' : skipping && isBelow(block, skipping.below)) {
      if (block.kind === 'blank') kept.push(block);
      continue;
    }
    if (block.kind !== 'blank') skipping = null;
    const text = block.lines.join('\n');
    if (block.kind === 'blank' || !isStrange(text)) {
      kept.push(block);
      continue;
    }
    const result = block.kind === 'heading' || block.kind === 'row' ? null : withoutStrange(text, isStrange);
    removed += result?.removed ?? 1;
    kept.push(result && { ...block, lines: result.text.split('\n') }, null);
    if (block.kind === 'heading') skipping = 'section';
    else if (block.kind === 'item' && !result) skipping = { below: block.depth };
  }
  return removed === 0 ? { markdown, removed } : { markdown: join(withoutEmpty(kept)), removed };
}

function isBelow({ kind, depth }: Block, below: number): boolean {
  return kind === 'blank' || (depth > below && kind !== 'heading');
}

function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const line of markdown.split('\n')) {
    const depth = line.length - line.trimStart().length;
    const before = blocks.at(-1);
    const kind = kindOf(line);
    if (kind === 'text' && (before?.kind === 'text' || before?.kind === 'item')) before.lines.push(line);
    else blocks.push({ kind, lines: [line], depth });
  }
  return blocks;
}

function kindOf(line: string): Block['kind'] {
  if (line.trim() === '' || /^\s*(?:-{3,}|\*{3,})\s*$/.test(line)) return 'blank';
  if (HEADING.test(line) || BOLD_LINE.test(line)) return 'heading';
  if (/^\s*\|/.test(line)) return 'row';
  return ITEM.test(line) ? 'item' : 'text';
}

/** A text without the sentences that name a stranger; null when the first of an item does, or none is left. */
function withoutStrange(text: string, isStrange: (text: string) => boolean): { text: string; removed: number } | null {
  const [, mark = '', body = text] = ITEM.exec(text) ?? [];
  // A title may end with a question mark, and goes on.
  const units = body.split('');
  for (const { start, end } of findQuotes(body)) units.fill('x', start, end);
  const sentences = sentenceSpans(units.join('')).map(({ start, end }) => ({
    start,
    end,
    text: body.slice(start, end),
  }));
  const kept = sentences.filter((sentence) => !isStrange(sentence.text));
  const isFirst = mark !== '' && kept[0] !== sentences[0];
  if (isFirst || kept.length === 0 || kept.length === sentences.length) return null;
  let out = '';
  for (const { start, text: sentence } of kept) out += (out === '' ? '' : gapBefore(body, start)) + sentence;
  return { text: mark + out, removed: sentences.length - kept.length };
}

function gapBefore(body: string, start: number): string {
  return /\s*$/.exec(body.slice(0, start))?.[0] ?? '';
}

/** Without headings and openings under which everything was removed. `null` marks where something was. */
function withoutEmpty(blocks: readonly (Block | null)[]): Block[] {
  const kept: Block[] = [];
  let gone = false; // whether something was removed behind the last filled block
  for (const block of [...blocks, 'end' as const]) {
    if (!block) gone = true;
    else if (block !== 'end' && block.kind === 'blank') kept.push(block);
    else {
      if (gone) dropBare(kept, block);
      gone = false;
      if (block !== 'end') kept.push(block);
    }
  }
  return kept;
}

function dropBare(kept: Block[], next: Block | 'end'): void {
  for (;;) {
    const at = kept.findLastIndex(({ kind }) => kind !== 'blank');
    const last = kept[at];
    if (!last || !isBare(last, next)) return;
    kept.splice(at);
  }
}

function isBare(last: Block, next: Block | 'end'): boolean {
  const ends = next === 'end' || next.kind === 'heading';
  if (last.kind === 'heading') return ends && (next === 'end' || levelOf(next) <= levelOf(last));
  const opens = /[:：][*\s]*$/.test(last.lines.at(-1) ?? '');
  if (last.kind === 'item') return opens && (ends || (next.kind === 'item' && next.depth <= last.depth));
  return opens && last.kind === 'text' && (ends || next.kind === 'text');
}

/** 1 to 6; a line in bold lies below them all. */
function levelOf({ lines }: Block): number {
  return /^\s*(#{1,6})\s/.exec(lines[0] ?? '')?.[1]?.length ?? 7;
}

function join(blocks: readonly Block[]): string {
  const text = blocks.flatMap(({ lines }) => lines).join('\n');
  return text.replace(/\n{3,}/g, '\n\n').trim();
}
