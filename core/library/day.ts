import type { Basis } from '../paper';
import type { ReportEntry, ReportRecord } from './records';

/** One paper of a day, as the best of the day's reports has it. */
export interface DayEntry extends ReportEntry {
  /** Names of the sources that have it, each once. */
  sources: string[];
}

/** All reports of one day together, each paper once. */
export interface Day {
  /** The day, YYYY-MM-DD; null for a report without one, which then stands alone. */
  date: string | null;
  reports: ReportRecord[];
  /** Papers with an analysis first, then those without. */
  entries: DayEntry[];
}

/** A day's papers as they are shown: what is new and asked for first, the rest folded. */
export interface GroupedDay {
  first: DayEntry[];
  /** New as well, and too many to be shown at once, or without any of the reader's keywords. */
  rest: DayEntry[];
  /** Those that were there on an earlier day. */
  seen: DayEntry[];
}

const BASIS_RANK: Record<Basis, number> = { full: 3, unknown: 2, abstract: 1 };

function rankOf({ basis }: ReportEntry): number {
  return basis === null ? 0 : BASIS_RANK[basis];
}

/** Best first: as `byRank` sorts a paper's analyses, as far as a list knows of them. */
function isBetter(one: ReportEntry, other: ReportEntry): boolean {
  const order =
    rankOf(one) - rankOf(other) ||
    (one.version ?? 0) - (other.version ?? 0) ||
    Number(one.language === undefined) - Number(other.language === undefined);
  return order > 0;
}

function mergeEntry(known: DayEntry | undefined, entry: ReportEntry, source: string): DayEntry {
  if (!known) return { ...entry, sources: [source] };
  const sources = known.sources.includes(source) ? known.sources : [...known.sources, source];
  const [best, second] = isBetter(entry, known) ? [entry, known] : [known, entry];
  return {
    ...best,
    titleChinese: best.titleChinese ?? second.titleChinese,
    categories: best.categories.length > 0 ? best.categories : second.categories,
    failed: best.basis === null && (best.failed || second.failed),
    sources,
  };
}

function isSummedUp({ summary }: ReportRecord): boolean {
  return summary !== null && !summary.invented;
}

/** Puts the reports of one day together. Those that somebody chose and summed up come before mere lists, short ones before long. */
export function mergeDay(reports: readonly ReportRecord[]): Day {
  const sorted = reports.toSorted(
    (one, other) =>
      Number(isSummedUp(other)) - Number(isSummedUp(one)) ||
      one.entries.length - other.entries.length ||
      (one.id < other.id ? -1 : 1), // only so that the order is the same everywhere
  );
  const entries = new Map<string, DayEntry>();
  for (const report of sorted) {
    for (const entry of report.entries) {
      entries.set(entry.id, mergeEntry(entries.get(entry.id), entry, report.source));
    }
  }
  const all = [...entries.values()];
  return { date: sorted[0]?.date ?? null, reports: sorted, entries: analysedFirst(all) };
}

/** Those with an analysis, then those without, each in their order. */
function analysedFirst(entries: readonly DayEntry[]): DayEntry[] {
  const isAnalysed = ({ basis }: DayEntry) => basis !== null;
  return [...entries.filter(isAnalysed), ...entries.filter((entry) => !isAnalysed(entry))];
}

/**
 * Parts a day's papers. `isWanted` says whether a paper has one of the reader's keywords, null that there are none; a day of at
 * most `most` new papers is not parted by them, they only come first. Papers without an analysis are last in every group.
 */
export function groupDay({ entries }: Day, isWanted: ((entry: DayEntry) => boolean) | null, most: number): GroupedDay {
  const fresh = entries.filter((entry) => entry.seenOn === undefined);
  const seen = entries.filter((entry) => entry.seenOn !== undefined);
  const hits = isWanted ? fresh.filter(isWanted) : [];
  const found = new Set(hits);
  const others = fresh.filter((entry) => !found.has(entry));
  if (fresh.length <= most) return { first: analysedFirst([...hits, ...others]), rest: [], seen };
  return hits.length > 0
    ? { first: hits, rest: others, seen }
    : { first: fresh.slice(0, most), rest: fresh.slice(most), seen };
}
