import type { NumberSource, SourcedNumber } from './number-source';
import { cleanText } from '../render/allowed';
import type { Tree, TreeElement } from '../render/tree';
import type { PanelWords } from '../words/panel';

export interface MarkedNumbers {
  trees: Tree[];
  found: number;
  absent: number;
}

const BLOCKS = /^(?:p|li|h[4-6]|tr|td|th|blockquote|ul|ol|table)$/;
const UNIT =
  /^[ \u00A0\u202F]?(?:(?:毫|微|纳)?秒(?:\/\S)?|小时|分钟|帧(?:\/秒|每秒)?|个百分点|百分点|(?:平方|立方)?(?:千|厘|毫)?米|[个种张条组项类层轮步次天年月分点倍人篇台段对维度帧块章]|fps|ms|GHz|MHz|kHz|Hz|[GMTk]B|dB|pp|km|cm|mm|nm|kg|px|min|[smhgWVKJ](?![A-Za-z]))/i;

interface Leaf {
  start: number;
  end: number;
}

/**
 * Marks every number of a text by whether it was found: an element `data` with the sentence it stands in as its title. The unit
 * behind a number is inside the mark, which nothing may part from it; a formula is marked as a whole when it is one number.
 */
export function markNumbers(trees: readonly Tree[], source: NumberSource, words: PanelWords): MarkedNumbers {
  const leaves = new Map<Tree[], Map<number, Leaf>>();
  let text = '';
  const collect = (parent: readonly Tree[], from: number): void => {
    const known = new Map<number, Leaf>();
    leaves.set(parent as Tree[], known); // as: only a key
    for (let index = from; index < parent.length; index++) {
      const tree = parent[index];
      if (tree === undefined || tree === null) continue;
      const start = text.length;
      if (typeof tree === 'string') text += tree;
      else if (tree[0] === 'math') text += `$${tree[1]?.['alttext'] ?? ''}$`;
      else if (tree[0] === 'code' || tree[0] === 'pre' || tree[0] === 'a') text += '\uFFFC';
      else {
        collect(tree as unknown as Tree[], 2); // as: an element is a list whose third item is its first child
        if (BLOCKS.test(tree[0])) text += '\n';
        continue;
      }
      known.set(index, { start, end: text.length });
    }
  };
  collect(trees, 0);
  const marks = source.check(text).map((number) => {
    const end = number.start + number.text.length;
    return { ...number, end: end + (UNIT.exec(text.slice(end, end + 12))?.[0].length ?? 0) };
  });
  const toMark = ({ found, sentence, href }: SourcedNumber, child: Tree): Tree => {
    if (!found) {
      const isFull = source.kind === 'full';
      return [
        'data',
        { value: isFull ? 'missing' : 'absent', title: isFull ? words.numberMissing : words.numberAbsent },
        child,
      ];
    }
    const data: Tree = ['data', { value: 'found', title: cleanText(sentence ?? '') }, child];
    return href === null ? data : ['a', { href }, data];
  };
  const rebuild = (parent: readonly Tree[], from: number): Tree[] => {
    const known = leaves.get(parent as Tree[]); // as: see above
    return parent.slice(from).flatMap((tree, offset): Tree[] => {
      const leaf = known?.get(offset + from);
      if (typeof tree === 'string') return leaf ? split(tree, leaf) : [tree];
      if (!leaf) return [[tree[0], tree[1], ...rebuild(tree as unknown as Tree[], 2)] as TreeElement]; // as: see above
      const inside = marks.filter(({ start, end }) => start >= leaf.start && end <= leaf.end);
      const only = inside.length === 1 ? inside[0] : undefined;
      return [tree[0] === 'math' && only ? toMark(only, tree) : tree];
    });
  };
  const split = (leafText: string, { start, end }: Leaf): Tree[] => {
    const pieces: Tree[] = [];
    let at = start;
    for (const mark of marks) {
      const from = Math.max(mark.start, at);
      const to = Math.min(mark.end, end);
      if (from >= to) continue;
      if (from > at) pieces.push(leafText.slice(at - start, from - start));
      pieces.push(toMark(mark, leafText.slice(from - start, to - start)));
      at = to;
    }
    if (at < end) pieces.push(leafText.slice(at - start));
    return pieces;
  };
  const found = marks.filter((mark) => mark.found).length;
  return { trees: rebuild(trees, 0), found, absent: marks.length - found };
}
