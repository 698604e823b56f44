import { safeHref } from './allowed';
import type { Tree } from './tree';

const ADDRESS = /https?:\/\/[^\s<>"'`，。；：、！？（）《》“”‘’【】「」{}|\\^\u3400-\u9FFF\uE000\uE001]+/gi;

/** Text with its bare addresses as links; marks at an address's end belong to the sentence. */
export function linkAddresses(text: string): Tree[] {
  if (!/https?:/i.test(text)) return text === '' ? [] : [text];
  const out: Tree[] = [];
  let copied = 0;
  for (const found of text.matchAll(ADDRESS)) {
    // Longer than an address may be; and trimming its end would take long.
    if (found[0].length > 2_000) continue;
    let address = found[0].replace(/[.,;:!?*_~]+$/, '');
    if (address.endsWith(')') && !address.includes('(')) address = address.replace(/\)+[.,;:!?]*$/, '');
    const href = safeHref(address);
    if (href === null) continue;
    if (found.index > copied) out.push(text.slice(copied, found.index));
    out.push(['a', { href }, address]);
    copied = found.index + address.length;
  }
  if (copied < text.length) out.push(text.slice(copied));
  return out;
}
