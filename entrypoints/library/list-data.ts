import type { ListedPaper } from '@/components/library/listed-paper';
import type { ReportPlace } from '@/components/library/report-head';
import type { ReportRecord } from '@/core/library/records';
import type { ListSource } from '@/core/library/routes';
import { readMarks } from '@/storage/marks';
import { type PaperRow, savedPapers, writtenPapers } from '@/storage/papers';
import { neighbourReports, readReport, reportsOfDate } from '@/storage/reports';

/** A report with all that its head shows. */
export interface ReportView {
  report: ReportRecord;
  sameDay: ReportRecord[];
  previous: ReportPlace | null;
  next: ReportPlace | null;
}

export interface ListData {
  /** Which list this is: a list that is asked for anew must not be taken for the one before. */
  key: string;
  papers: ListedPaper[];
  /** Null for saved papers, and when there is no such report. */
  view: ReportView | null;
}

/** Names a list. */
export function listKey(source: ListSource | null): string {
  return JSON.stringify(source);
}

function toListedPaper({ paper, savedAt, note, ...row }: PaperRow): ListedPaper {
  const { id, version, title, titleChinese, authors, categories } = paper;
  return {
    id,
    version,
    title,
    titleChinese,
    authors,
    categories,
    ...row,
    saved: savedAt !== null,
    seen: false,
    texts: [note],
  };
}

async function readOwn(source: Exclude<ListSource, { kind: 'report' }>): Promise<ListedPaper[]> {
  if (source.kind === 'written') return (await writtenPapers()).map(toListedPaper);
  const { tag } = source;
  return (await savedPapers()).filter((row) => tag === null || row.tags.includes(tag)).map(toListedPaper);
}

/** The report asked for by its id; else the one of that day which came in last. */
async function findView(date: string | null, reportId: string | null): Promise<ReportView | null> {
  const sameDay = date === null ? [] : await reportsOfDate(date);
  const newest = sameDay.toSorted((one, other) => other.importedAt - one.importedAt)[0];
  const report = reportId === null ? newest : await readReport(reportId);
  if (!report) return null;
  const { previous, next } = await neighbourReports(report.id);
  const [before, after] = await Promise.all([previous, next].map(async (id) => (id === null ? null : readReport(id))));
  return { report, sameDay, previous: before ?? null, next: after ?? null };
}

async function toListed(report: ReportRecord): Promise<ListedPaper[]> {
  const marks = await readMarks(report.entries.map((entry) => entry.id));
  return report.entries.map((entry) => ({
    ...entry,
    authors: [],
    tags: [],
    texts: [],
    saved: marks[entry.id]?.saved ?? false,
    seen: marks[entry.id]?.seen ?? false,
  }));
}

/** The papers of a list, in its order; none for no list. */
export async function readList(source: ListSource | null): Promise<ListData> {
  const key = listKey(source);
  if (source === null) return { key, papers: [], view: null };
  if (source.kind !== 'report') return { key, papers: await readOwn(source), view: null };
  const view = await findView(source.date, source.reportId);
  return { key, papers: view ? await toListed(view.report) : [], view };
}
