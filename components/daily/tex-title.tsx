import { useTex } from '../library/tex';
import { renderTree } from '../panel/tree';

/** A title of arXiv's with its formulas drawn, as soon as what draws them is there. */
export function TexTitle({ text }: { text: string }) {
  return <>{renderTree(useTex(text))}</>;
}
