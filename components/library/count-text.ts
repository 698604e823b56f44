import { fill } from '@/core/words/words';

/** A text that counts, its number grouped from a thousand on: 12,345 篇. English tells one from many, so small numbers stay numbers. */
export function countText(text: string, n: number): string {
  return fill(text, { n: n < 1_000 ? n : n.toLocaleString('en') });
}
