import type { ComponentChildren } from 'preact';
import type { Tree } from '@/core/render/tree';

// The tags and attributes of `core/render/allowed.ts`, written small: a test holds the two together.
const TAGS =
  /^(?:p|br|hr|strong|em|s|su[bp]|code|pre|[ou]l|li|blockquote|h[4-6]|table|thead|tbody|t[dhr]|a|span|data|math|m(?:row|s|sqrt|root|sub|sup|subsup|multiscripts|prescripts|n|text|phantom|i|o|space|padded|style|frac|over|under|underover|table|tr|td))$/;
const ATTRIBUTES =
  /^(?:start|lang|value|title|align|display|alttext|mathvariant|form|fence|stretchy|symmetric|largeop|movablelimits|[lr]space|m(?:in|ax)size|width|height|depth|voffset|displaystyle|scriptlevel|linethickness|accent|accentunder|column(?:align|span)|rowspan)$/;

// A number and the two signs behind it, among them its unit, which no line may part: 132 万帧, 0.17 秒/帧.
const MEASURE = /(\d[\d.,]* ?[%\p{sc=Han}]{1,2}(?:\/\p{sc=Han})?)/u;

// What may not begin a line; browsers part it from a formula all the same.
const CLOSING = /^[,.;:!?)\]，。、；：！？）】》」』”’]+/;

/**
 * Turns rendered text into nodes. The background made it by an allow-list; it is held against that here once more, because
 * this is the last place before a page's DOM: an element of another kind leaves its text, and no more.
 */
export function renderTree(trees: readonly Tree[]): ComponentChildren {
  let held = '';
  return trees.map((tree, at) => {
    const rest = typeof tree === 'string' ? tree.slice(held.length) : tree;
    const next = trees[at + 1];
    const isFormula = tree[0] === 'math' && typeof tree !== 'string' && !tree[1]?.['display'];
    held = isFormula && typeof next === 'string' ? (CLOSING.exec(next)?.[0] ?? '') : '';
    const node = renderNode(rest);
    return held ? (
      <span class="measure">
        {node}
        {held}
      </span>
    ) : (
      node
    );
  });
}

function renderNode(tree: Tree): ComponentChildren {
  if (typeof tree === 'string') {
    return tree.split(MEASURE).map((text, at) => (at % 2 ? <span class="measure">{text}</span> : text));
  }
  const [tag, attributes, ...children] = tree;
  const inner = renderTree(children);
  const props: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (ATTRIBUTES.test(name)) props[name] = value;
  }
  if (tag === 'a') {
    const href = attributes?.['href'] ?? '';
    if (!/^https?:\/\//i.test(href)) return inner;
    Object.assign(props, { href, target: '_blank', rel: 'noopener noreferrer' });
  }
  if (!TAGS.test(tag)) return inner;
  if (props['value'] === 'found') props['tabIndex'] = '0';
  const Tag = tag as 'span'; // one of TAGS
  const node = <Tag {...props}>{inner}</Tag>;
  // Wide tables, code and formulas scroll by themselves, also by keyboard; the page never does because of us.
  return /^(?:table|pre)$/.test(tag) || props['display'] === 'block' ? (
    <span class="scroll" tabIndex={0}>
      {node}
    </span>
  ) : (
    node
  );
}

/** The text of rendered text; a formula gives its TeX where that is known. */
export function plainText(trees: readonly Tree[]): string {
  return trees
    .map((tree) => {
      if (typeof tree === 'string') return tree;
      const [, attributes, ...children] = tree;
      return attributes?.['alttext'] ?? plainText(children);
    })
    .join('');
}
