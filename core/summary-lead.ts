import { closeUpPunctuation } from './render/punctuation';
import type { Tree } from './render/tree';

/** How the model opens and closes when it speaks to whoever asked, and lines that only repeat the report's frame. */
const SMALL_TALK =
  /^(?:好的|当然|没问题|您好|你好|尊敬的|以下是|下面是|这是一份|这份(?:执行)?(?:摘要|报告)|本(?:执行)?(?:摘要|报告)旨在|作为一[名位]|希望这|致[:：]|收件人|发件人|主题[:：]|Sure|Here is|Certainly)/i;
const FRAME = /^[^。；]{0,24}(?:日期|数量|论文数|编制|报告人|撰写人|作者|date)\s*[:：]|\[(?:您的|你的|在此|请)/i;

const CONTAINERS = new Set(['ul', 'ol', 'li', 'blockquote', 'div', 'section']);
const LEFT_OUT = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'table', 'pre']);
/** Items of a list often end without a mark; the next would run on from them. */
const CHINESE_END = /\p{Script=Han}$/u;
/** More than three lines of the popup hold, in characters. */
const ENOUGH = 220;

function toText(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  const [, , ...children] = tree;
  return children.map(toText).join('');
}

/** A block of running text, or null for what stands between blocks. */
function isBlock(tree: Tree): boolean {
  return typeof tree !== 'string' && (tree[0] === 'p' || CONTAINERS.has(tree[0]) || LEFT_OUT.has(tree[0]));
}

/** Cuts blocks into runs of inline trees, one per paragraph or list item, in reading order. */
function toRuns(trees: Tree[]): Tree[][] {
  const runs: Tree[][] = [];
  let open: Tree[] = [];
  const close = () => {
    if (open.map(toText).join('').trim() !== '') runs.push(open);
    open = [];
  };
  for (const tree of trees) {
    if (typeof tree === 'string' || !isBlock(tree)) {
      open.push(tree);
      continue;
    }
    close();
    const [tag, , ...children] = tree;
    if (!LEFT_OUT.has(tag)) runs.push(...toRuns(children));
  }
  close();
  return runs;
}

/** A heading that its source wrote as a short line in bold. */
function isBoldLine(run: Tree[], text: string): boolean {
  const bold = run.every((tree) => (typeof tree === 'string' ? tree.trim() === '' : tree[0] === 'strong'));
  return bold && text.length <= 40 && !/[。；]/.test(text);
}

function isTelling(run: Tree[]): boolean {
  const text = run.map(toText).join('').trim();
  return !SMALL_TALK.test(text) && !(FRAME.test(text) && text.length < 120) && !isBoldLine(run, text);
}

/**
 * The first lines of a day's overview as one run of inline trees, for a place of two or three lines: the model's small talk,
 * headings and date lines are left out, list items follow one another. An overview of nothing but small talk gives that;
 * empty when there is no text at all.
 */
export function toSummaryLead(sections: readonly { title: string; body: Tree[] }[]): Tree[] {
  const runs = sections.flatMap((section) => toRuns(section.body));
  const telling = runs.filter(isTelling);
  const lead: Tree[] = [];
  let length = 0;
  let isOpenEnded = false;
  for (const run of telling.length > 0 ? telling : runs) {
    if (length >= ENOUGH) break;
    if (lead.length > 0) lead.push(isOpenEnded ? '；' : ' ');
    lead.push(...run);
    const text = run.map(toText).join('').trimEnd();
    isOpenEnded = CHINESE_END.test(text);
    length += text.length;
  }
  return closeUpPunctuation(lead);
}
