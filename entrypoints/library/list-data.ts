import type { ListedPaper } from '@/components/library/listed-paper';
import type { ListSource } from '@/core/library/routes';
import { readListMarks } from '@/storage/marks';
import { type PaperRow, savedPapers, writtenPapers } from '@/storage/papers';
import { readSettings } from '@/storage/settings';
import { findView, type ListPart, readParts, type ReportView } from './report-data';

export interface ListData {
  /** Which list this is: a list that is asked for anew must not be taken for the one before. */
  key: string;
  /** Its papers in order; a list that is no report's has one part. */
  parts: ListPart[];
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
    dismissed: false,
    texts: [note],
  };
}

async function readOwn(source: Exclude<ListSource, { kind: 'report' }>): Promise<ListedPaper[]> {
  if (source.kind === 'written') {
    const papers = (await writtenPapers()).map(toListedPaper);
    const marks = await readListMarks(papers.map(({ id }) => id));
    return papers.map((paper) => ({ ...paper, dismissed: marks[paper.id]?.dismissed ?? false }));
  }
  const { tag } = source;
  return (await savedPapers()).filter((row) => tag === null || row.tags.includes(tag)).map(toListedPaper);
}

/** The papers of a list, in its order; none for no list. */
export async function readList(source: ListSource | null): Promise<ListData> {
  const key = listKey(source);
  if (source === null) return { key, parts: [], view: null };
  if (source.kind !== 'report') return { key, parts: [{ kind: 'first', papers: await readOwn(source) }], view: null };
  const [view, settings] = await Promise.all([findView(source.date, source.reportId), readSettings()]);
  return { key, parts: view ? await readParts(view.report, settings) : [], view };
}
