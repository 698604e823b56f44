import type { FullText } from '../arxiv/full-text';
import type { PaperRecord } from '../library/records';
import { type CheckedNumber, indexNumbers, lookUpNumbers, type NumberIndex } from '../numbers/check';

/** A checked number, and where its sentence can be read when that is not the page's own abstract. */
export interface SourcedNumber extends CheckedNumber {
  href: string | null;
}

/** What the numbers of an analysis are looked up in. `check` gives those of a text in their order. */
export interface NumberSource {
  kind: 'abstract' | 'full';
  check: (text: string) => SourcedNumber[];
}

/** The sentences of a full text are long, and browsers look for the words as they stand. */
const WORDS_OF_FRAGMENT = 6;

/**
 * The paper's abstract, and behind it the full text where that is at hand; null when neither is known.
 *
 * @see https://wicg.github.io/scroll-to-text-fragment/ for how a link leads to a sentence
 */
export function toNumberSource({ id, title, abstract }: PaperRecord, text: FullText | null): NumberSource | null {
  if (abstract.trim() === '' && !text) return null;
  const near = indexNumbers(`${title}\n\n${abstract}`);
  if (!text) return { kind: 'abstract', check: (analysis) => lookUp(analysis, near) };
  const far = indexNumbers(text.sections.map((section) => section.text).join('\n\n'));
  const page = `https://arxiv.org/html/${id}${text.version === null ? '' : `v${text.version}`}`;
  return {
    kind: 'full',
    check(analysis) {
      const behind = lookUp(analysis, far);
      return lookUp(analysis, near).map((number, index) => {
        const other = behind[index];
        if (number.found || !other?.found) return number;
        return { ...other, href: `${page}#:~:text=${toFragment(other.sentence ?? '')}` };
      });
    },
  };
}

function lookUp(analysis: string, index: NumberIndex): SourcedNumber[] {
  return lookUpNumbers(analysis, index).map((number) => ({ ...number, href: null }));
}

/** The first words of a sentence up to its first formula, as a text fragment's start. */
function toFragment(sentence: string): string {
  const words = (sentence.split(/[$|\n]/)[0] ?? '').trim().split(/\s+/);
  return encodeURIComponent(words.slice(0, WORDS_OF_FRAGMENT).join(' ')).replaceAll('-', '%2D');
}
