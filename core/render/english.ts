import type { Tree, TreeElement } from './tree';

// Bounded, because each letter of an endless word would be tried as the beginning of a run.
const WORD = "[A-Za-zÀ-ɏ][\\wÀ-ɏ'’.+/&-]{0,60}";
const NEXT = "[A-Za-z0-9À-ɏ][\\wÀ-ɏ'’.+/&%-]{0,60}";
const RUN = new RegExp(`${WORD}(?:[ \\u00A0,:;?!"“”()–—]{1,3}${NEXT})+`, 'g');
const LATIN_WORD = /[A-Za-zÀ-ɏ]{2,}/g;
const APART = new Set(['code', 'pre', 'math', 'span']);

/**
 * Marks English inside Chinese with `lang="en"`, so that it is hyphenated, spoken and set as English. Only runs of two
 * words and more: single names are read well either way, and each mark costs a node.
 */
export function markEnglish(trees: readonly Tree[]): Tree[] {
  return trees.flatMap((tree) => {
    if (typeof tree === 'string') return markText(tree);
    const [tag, attributes, ...children] = tree;
    return APART.has(tag) ? [tree] : [[tag, attributes, ...markEnglish(children)] satisfies TreeElement];
  });
}

function markText(text: string): Tree[] {
  const out: Tree[] = [];
  let copied = 0;
  for (const found of text.matchAll(RUN)) {
    // A bracket that opened inside closes inside.
    const closes =
      found[0].split('(').length > found[0].split(')').length && text[found.index + found[0].length] === ')';
    const run = closes ? `${found[0]})` : found[0];
    if ((run.match(LATIN_WORD)?.length ?? 0) < 2) continue;
    if (found.index > copied) out.push(text.slice(copied, found.index));
    out.push(['span', { lang: 'en' }, run]);
    copied = found.index + run.length;
  }
  if (copied < text.length) out.push(text.slice(copied));
  return out;
}
