import { fill } from '@/core/words/words';

/** A number for a text, grouped from a thousand on: 12,345. English tells one from many, so small numbers stay numbers. */
export const grouped = (n: number): number | string => (n < 1_000 ? n : n.toLocaleString('en'));

/** A text that counts: 12,345 篇. */
export function countText(text: string, n: number): string {
  return fill(text, { n: grouped(n) });
}
