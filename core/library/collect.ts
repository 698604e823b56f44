import type { Paper, Report, Skipped } from '../paper';
import { readInput } from '../report/read';
import { sourceName } from '../guide/source';
import { cleanText } from '../render/allowed';
import { cleanPaper } from './clean-paper';
import { isLibraryJson, readLibraryJson } from './json';
import { mergePaper, mergeSaved } from './merge';
import { reportIdOf, toAnalysisRecord, toPaperRecord } from './prepare';
import { byRank } from './rank';
import { isRealAnalysis } from './real-analysis';
import type { LibraryPaper, PaperRecord } from './records';

/** A file's papers as the library would take them in. */
export interface IncomingFile {
  papers: LibraryPaper[];
  /** The report that they came in; null for a library file. */
  reportId: string | null;
  skipped: Skipped[];
}

/** What `daodu parse` says of a library's paper stands in fields of its own there. */
function withLibraryFields(record: PaperRecord, { extra }: Paper): PaperRecord {
  return { ...record, journalRef: extra['Journal reference'] ?? null, doi: extra['DOI'] ?? null };
}

function toIncoming(report: Report): LibraryPaper[] {
  const origin = { id: reportIdOf(report), date: report.date, source: sourceName(cleanText(report.title)) };
  const isLibrary = report.kind === 'library';
  return report.papers.map(cleanPaper).map((paper) => {
    const record = toPaperRecord(paper);
    const analysis = toAnalysisRecord(paper, origin);
    return {
      paper: isLibrary ? withLibraryFields(record, paper) : record,
      analyses: analysis ? [analysis] : [],
      saved: paper.saved,
    };
  });
}

/**
 * Reads whatever `readInput` does into papers of a library.
 *
 * @throws AppError as `readInput` does.
 */
export function readIncoming(text: string, hint?: { date: string | null }): IncomingFile {
  if (isLibraryJson(text)) return { ...readLibraryJson(text), reportId: null };
  const { report, skipped } = readInput(text, hint);
  return { papers: toIncoming(report), reportId: reportIdOf(report), skipped };
}

function mergeInto(known: LibraryPaper | undefined, { paper, analyses, saved }: LibraryPaper): LibraryPaper {
  const byKey = new Map([...(known?.analyses ?? []), ...analyses].map((analysis) => [analysis.key, analysis]));
  return {
    paper: mergePaper(known?.paper, paper),
    analyses: [...byKey.values()],
    saved: known?.saved && saved ? mergeSaved(known.saved, saved) : (known?.saved ?? saved),
  };
}

/**
 * The papers of files, each once, as a library has them that took in one file after the other: a later copy of a report replaces
 * the earlier one's analyses. In the order in which they are first met; analyses best first, and what is none left out.
 */
export function collectPapers(files: readonly IncomingFile[]): LibraryPaper[] {
  const all = new Map<string, LibraryPaper>();
  for (const { papers, reportId } of files) {
    if (reportId !== null) {
      for (const [id, known] of all) {
        all.set(id, { ...known, analyses: known.analyses.filter((analysis) => analysis.reportId !== reportId) });
      }
    }
    for (const incoming of papers) all.set(incoming.paper.id, mergeInto(all.get(incoming.paper.id), incoming));
  }
  return [...all.values()].map((each) => ({
    ...each,
    analyses: each.analyses.filter(isRealAnalysis).toSorted(byRank),
  }));
}
