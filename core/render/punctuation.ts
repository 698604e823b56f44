import type { Tree, TreeElement } from './tree';

// Full-width marks carry their own space. Quotation marks are left out: English uses the same characters.
const CLOSES = /[，。；：！？、）】》」』]$/;
const MARK = /[，。；：！？、（）【】《》「」『』]/;
const INLINE = new Set(['strong', 'em', 'a', 's', 'span']);
const APART = new Set(['code', 'pre', 'math']);

function closeUpText(text: string, closed: boolean): string {
  return text.replace(/ +/g, (blanks, offset: number) => {
    const before = offset === 0 ? closed : CLOSES.test(text.charAt(offset - 1));
    return before || MARK.test(text.charAt(offset + blanks.length)) ? '' : blanks;
  });
}

/**
 * Takes out the blanks beside full-width marks, which models write after a bold lead-in (`**核心洞察：** 作者`) and which
 * would stand as holes in the line.
 */
export function closeUpPunctuation(trees: readonly Tree[]): Tree[] {
  let closed = false;
  const closeUp = (tree: Tree): Tree => {
    if (typeof tree === 'string') {
      const text = closeUpText(tree, closed);
      if (text !== '') closed = CLOSES.test(text.slice(-1));
      return text;
    }
    const [tag, attributes, ...children] = tree;
    if (APART.has(tag)) {
      closed = false;
      return tree;
    }
    if (!INLINE.has(tag)) closed = false;
    const element: TreeElement = [tag, attributes, ...children.map(closeUp).filter((child) => child !== '')];
    if (!INLINE.has(tag)) closed = false;
    return element;
  };
  return trees.map(closeUp).filter((tree) => tree !== '');
}
