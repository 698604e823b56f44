import { parseCitedId } from '../arxiv/id';
import { TitleLinker } from '../guide/title-links';

const ID = /(?<![\d.])\d{4}\.\d{4,5}(?:v\d{1,4})?(?!\d)|[a-z-]{2,10}(?:\.[A-Za-z-]{2,})?\/\d{7}(?:v\d{1,4})?(?!\d)/g;
/** `3`, `[3]`, `#3`, `论文 3`, `paper_3`. */
const NUMBER = /^[^\d.]{0,12}(\d{1,3})[^\d.]{0,2}$/;
/** An identifier without quotes in JSON is a number, and loses the noughts at its end. */
const AS_NUMBER = /^\d{4}\.\d{1,5}$/;

/** By what an answer names a paper: identifiers, numbers and keys as it wrote them, and a title. */
export interface PaperNames {
  names: readonly string[];
  title: string | null;
}

/**
 * What tells which of the papers of a prompt an answer means. An identifier decides, and an unknown one is nobody's; then the
 * number in the prompt, which counts from 0 where any of `all` does; then the title.
 */
export function toPaperFinder<T extends { id: string; title: string }>(
  papers: readonly T[],
  all: readonly PaperNames[],
): (given: PaperNames) => T | null {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const linker = new TitleLinker(papers);
  const first = all.some(({ names }) => names.some((name) => numberOf(name) === 0)) ? 0 : 1;
  return ({ names, title }) => {
    for (const name of names) {
      const ids = name.match(ID) ?? [];
      const known = byId.get(parseCitedId(ids[0] ?? '')?.base ?? '');
      if (known && ids.length === 1) return known;
      if (AS_NUMBER.test(name)) return papers.find((paper) => Number(paper.id) === Number(name)) ?? null;
      if (ids.length > 0) return null;
    }
    for (const name of names) {
      const number = numberOf(name);
      if (number !== null) return papers[number - first] ?? null;
    }
    return byId.get((title === null ? null : linker.find(title)) ?? '') ?? null;
  };
}

function numberOf(name: string): number | null {
  const digits = NUMBER.exec(name.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}
