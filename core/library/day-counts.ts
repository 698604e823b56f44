import { termsOf } from '../daily/terms';
import { toKeywordTest } from '../keywords';
import type { Steps } from '../steps';
import type { ReportRecord } from './records';

/** How many papers the reports of a day have, each paper on its first day, by what they are about. */
export interface DayCounts {
  /** YYYY-MM-DD */
  date: string;
  /** What it was counted from: reports and keywords; another stamp is counted again. */
  stamp: string;
  papers: number;
  /** By primary category. */
  categories: Record<string, number>;
  /** By the reader's keywords, in titles. */
  keywords: Record<string, number>;
  /** Terms of two words that stand in several of the day's titles. */
  terms: Record<string, number>;
}

const MOST_TERMS = 120;
/** Titles between two breaths. */
const AT_ONCE = 40;

type Counted = Pick<ReportRecord, 'entries'>;

/** Counts one day of all its reports. A paper that several have, or that an earlier day had, counts once. */
export function* countDay(
  date: string,
  stamp: string,
  reports: readonly Counted[],
  keywords: readonly string[],
): Steps<DayCounts> {
  const tests = keywords.map((keyword) => ({ keyword, test: toKeywordTest([keyword]) }));
  const known = new Set<string>();
  const [categories, hits, terms] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  for (const { entries } of reports) {
    for (const { id, title, categories: listed, seenOn } of entries) {
      if (known.has(id) || seenOn !== undefined) continue;
      known.add(id);
      add(categories, listed[0] ?? '');
      for (const { keyword, test } of tests) if (test?.(title)) add(hits, keyword);
      for (const term of termsOf(title, 2).keys()) if (term.includes(' ')) add(terms, term);
      if (known.size % AT_ONCE === 0) yield;
    }
  }
  const frequent = [...terms].filter(([, n]) => n > 1).toSorted(([, one], [, other]) => other - one);
  return {
    date,
    stamp,
    papers: known.size,
    categories: Object.fromEntries(categories),
    keywords: Object.fromEntries(hits),
    terms: Object.fromEntries(frequent.slice(0, MOST_TERMS)),
  };
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
