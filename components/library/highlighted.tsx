import { cutAtHits } from '@/core/search/highlight';
import { cleanText } from '@/core/render/allowed';
import type { Tree } from '@/core/render/tree';
import { renderTree } from '../panel/tree';
import { useTex } from './tex';

interface HighlightedProps {
  text: string;
  /** What is searched for, folded; none marks nothing. */
  query: readonly string[];
}

/** A text with what was searched for marked in it. */
export function Highlighted({ text, query }: HighlightedProps) {
  return <>{cutAtHits(cleanText(text), query).map(({ text: piece, hit }) => (hit ? <mark>{piece}</mark> : piece))}</>;
}

/** The letters a reader sees: what `G$^2$VLM` is searched by. */
function toGlyphs(trees: readonly Tree[]): string {
  return trees
    .map((tree) => {
      if (typeof tree === 'string') return tree;
      const [, , ...children] = tree;
      return toGlyphs(children);
    })
    .join('');
}

/** A paper's title: its formulas drawn, or as plain letters where something in it is marked. */
export function Title({ text, query }: HighlightedProps) {
  const trees = useTex(text);
  const plain = toGlyphs(trees);
  const found = query.length > 0 && cutAtHits(plain, query).some((segment) => segment.hit);
  return <>{found ? <Highlighted text={plain} query={query} /> : renderTree(trees)}</>;
}
