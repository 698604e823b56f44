import { toPlainLetters } from '../plain-letters';
import { runSteps, type Steps } from '../steps';
import { bibInSteps } from './bib';
import { keyOfWords, termsOf } from './terms';

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

function* tally(papers: readonly TermPaper[]): Steps<Map<string, Tally>> {
  const all = new Map<string, Tally>();
  for (const { title, abstract } of papers) {
    const inTitle = termsOf(title, LONGEST_WORDS);
    // The abstract's way of writing goes first: it has no capitals of a headline.
    for (const [key, written] of new Map([...inTitle, ...termsOf(abstract, LONGEST_WORDS)])) {
      const found = all.get(key) ?? new Tally();
      all.set(key, found);
      found.add(written, inTitle.has(key));
    }
    yield undefined;
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

/** Of each part of a term, its words in a row, how many papers have the longer term it stands in. */
function countLonger(all: readonly Candidate[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key, count } of all) {
    const words = key.split(' ');
    for (let start = 0; start < words.length; start++) {
      for (let end = start + 1; end <= words.length; end++) {
        if (end - start === words.length) continue;
        const part = words.slice(start, end).join(' ');
        counts.set(part, Math.max(count, counts.get(part) ?? 0));
      }
    }
  }
  return counts;
}

/**
 * Keywords from the papers a reader saved: terms of one to three words in their titles and abstracts, the most telling first,
 * 30 at most. `background` is what others the reader saw, such as a day's announcement: what is as frequent there is left out.
 * One paper a step.
 */
export function* suggestInSteps(
  saved: readonly TermPaper[],
  background: readonly TermPaper[] = [],
): Steps<Suggestion[]> {
  const usual = yield* tally(background);
  const candidates: Candidate[] = [];
  for (const [key, found] of yield* tally(saved)) {
    if (found.count < 2 && !(saved.length < FEW_PAPERS && found.titles > 0)) continue;
    const weight = weigh(key, found, saved.length, usual, background.length);
    if (weight > 0) candidates.push({ key, keyword: found.written, count: found.count, weight });
  }
  const longer = countLonger(candidates);
  return (
    candidates
      // A part of a longer term that nearly always stands in it says nothing more: `diffusion` beside `diffusion model`.
      .filter(({ key, count }) => (longer.get(key) ?? 0) < 0.75 * count)
      .toSorted((one, other) => other.weight - one.weight || (one.key < other.key ? -1 : 1))
      .slice(0, MOST)
      .map(({ keyword, count }) => ({ keyword, count }))
  );
}

/** The same at once. */
export function suggestKeywords(saved: readonly TermPaper[], background: readonly TermPaper[] = []): Suggestion[] {
  return runSteps(suggestInSteps(saved, background));
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

export interface BibSuggestions {
  /** How many entries with a title the file has. */
  entries: number;
  keywords: Suggestion[];
  authors: Suggestion[];
}

/** Keywords and authors from a reader's .bib file; none where it holds no entry with a title. One entry a step. */
export function* suggestFromBib(text: string): Steps<BibSuggestions> {
  const papers = yield* bibInSteps(text);
  return { entries: papers.length, keywords: yield* suggestInSteps(papers), authors: suggestAuthors(papers) };
}

/** Suggestions without those that a reader has or has dismissed, in whatever way they are written. */
export function leaveOutKnown(suggestions: readonly Suggestion[], known: readonly string[]): Suggestion[] {
  const keys = new Set(known.map((words) => toPlainLetters(keyOfWords(words))));
  return suggestions.filter(({ keyword }) => !keys.has(toPlainLetters(keyOfWords(keyword))));
}
