import { toPlainLetters } from '../plain-letters';
import { parseBib } from './bib';
import { termsOf } from './terms';

export interface Suggestion {
  keyword: string;
  /** Papers that have it. */
  count: number;
}

interface TermPaper {
  title: string;
  abstract: string;
}

const LONGEST_WORDS = 3;
const MOST = 30;
/** From so few papers there is nothing to count yet: each term of a title counts. */
const FEW_PAPERS = 3;

interface Candidate extends Suggestion {
  key: string;
  weight: number;
}

class Tally {
  count = 0;
  titles = 0;
  private readonly forms = new Map<string, number>();

  add(written: string, inTitle: boolean): void {
    this.count++;
    if (inTitle) this.titles++;
    this.forms.set(written, (this.forms.get(written) ?? 0) + 1);
  }

  /** As most papers write it; an acronym keeps its capitals, other words lose those of a title or of a sentence. */
  get written(): string {
    const [form = ''] = [...this.forms].toSorted((one, other) => other[1] - one[1])[0] ?? [];
    return form
      .split(' ')
      .map((word) => (/^\p{Lu}\p{Ll}*(?:-\p{L}\p{Ll}*)*$/u.test(word) ? word.toLowerCase() : word))
      .join(' ');
  }
}

function tally(papers: readonly TermPaper[]): Map<string, Tally> {
  const all = new Map<string, Tally>();
  for (const { title, abstract } of papers) {
    const inTitle = termsOf(title, LONGEST_WORDS);
    // The abstract's way of writing goes first: it has no capitals of a headline.
    for (const [key, written] of new Map([...inTitle, ...termsOf(abstract, LONGEST_WORDS)])) {
      const found = all.get(key) ?? new Tally();
      all.set(key, found);
      found.add(written, inTitle.has(key));
    }
  }
  return all;
}

/** How much more often papers have it than others do; without others, each word more makes a term more telling. */
function weigh(key: string, found: Tally, of: number, background: Map<string, Tally>, others: number): number {
  const length = 1 + 0.6 * (key.split(' ').length - 1);
  const title = 1 + found.titles / found.count;
  if (others === 0) return found.count * length * title;
  const share = (found.count + 0.5) / (of + 1);
  const usual = ((background.get(key)?.count ?? 0) + 0.5) / (others + 1);
  return found.count * length * title * Math.log2(share / usual);
}

/** A part of a longer term that nearly always stands in it says nothing more: `diffusion` beside `diffusion model`. */
function isPart(one: Candidate, all: readonly Candidate[]): boolean {
  return all.some(
    (other) => other.key !== one.key && ` ${other.key} `.includes(` ${one.key} `) && other.count >= 0.75 * one.count,
  );
}

/**
 * Keywords from the papers a reader saved: terms of one to three words in their titles and abstracts, the most telling first,
 * 30 at most. `background` is what others the reader saw, such as a day's announcement: what is as frequent there is left out.
 */
export function suggestKeywords(saved: readonly TermPaper[], background: readonly TermPaper[] = []): Suggestion[] {
  const usual = tally(background);
  const candidates: Candidate[] = [];
  for (const [key, found] of tally(saved)) {
    if (found.count < 2 && !(saved.length < FEW_PAPERS && found.titles > 0)) continue;
    const weight = weigh(key, found, saved.length, usual, background.length);
    if (weight > 0) candidates.push({ key, keyword: found.written, count: found.count, weight });
  }
  return candidates
    .filter((one) => !isPart(one, candidates))
    .toSorted((one, other) => other.weight - one.weight || (one.key < other.key ? -1 : 1))
    .slice(0, MOST)
    .map(({ keyword, count }) => ({ keyword, count }));
}

/** Authors of at least two of the papers, those of most papers first. */
export function suggestAuthors(papers: readonly { authors: readonly string[] }[]): Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const { authors } of papers) {
    for (const [key, keyword] of new Map(authors.map((name) => [toPlainLetters(name), name]))) {
      const known = found.get(key);
      if (known) known.count++;
      else found.set(key, { keyword, count: 1 });
    }
  }
  return [...found.values()]
    .filter(({ count }) => count > 1)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, MOST);
}

/** Keywords and authors from a reader's .bib file; none where it holds no entry with a title. */
export function suggestFromBib(text: string): { keywords: Suggestion[]; authors: Suggestion[] } {
  const papers = parseBib(text);
  return { keywords: suggestKeywords(papers), authors: suggestAuthors(papers) };
}
