import { ALLOWED, MAX_DEPTH } from '@/core/render/allowed';
import type { Tree } from '@/core/render/tree';

// What may come out, said once more and by hand: a slip in the table of `allowed.ts` must not go unseen.
const NEVER_TAGS =
  /^(?:script|style|img|iframe|object|embed|svg|form|input|button|link|meta|base|html|body|maction|annotation-xml)$/;
const NEVER_ATTRIBUTES = /^(?:on.*|style|src|srcset|xlink:href|id|class|name|target|action|formaction|data-.*)$/;

/** Everything wrong with a tree, as sentences; empty when it may be drawn. */
export function faultsOf(trees: readonly Tree[], depth = 0): string[] {
  if (depth > MAX_DEPTH + 61) return ['too deep'];
  return trees.flatMap((tree) => {
    if (typeof tree === 'string') return /[\u202A-\u202E\u2066-\u2069\u0000]/.test(tree) ? [`control in ${tree}`] : []; // oxlint-disable-line no-control-regex -- looked for on purpose
    const [tag, attributes, ...children] = tree;
    const faults: string[] = [];
    const allowed = ALLOWED.get(tag);
    if (!allowed || NEVER_TAGS.test(tag)) faults.push(`<${tag}>`);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (!allowed?.includes(name) || NEVER_ATTRIBUTES.test(name)) faults.push(`<${tag} ${name}>`);
      if (name === 'href' && !/^https?:\/\/[^\s/@"<>]+(?:[/?#][^\s"<>]*)?$/.test(value)) faults.push(`href=${value}`);
      // A sentence of the paper: text like any other.
      if (name === 'title') faults.push(...faultsOf([value]));
      else if (name !== 'href' && name !== 'alttext' && !/^[\w.+%-]{1,24}$/.test(value))
        faults.push(`${name}=${value}`);
    }
    return [...faults, ...faultsOf(children, depth + 1)];
  });
}

/** Tags of a tree in reading order, text left out. */
export function tagsOf(trees: readonly Tree[]): string[] {
  return trees.flatMap((tree) => {
    if (typeof tree === 'string') return [];
    const [tag, , ...children] = tree;
    return [tag, ...tagsOf(children)];
  });
}
