import { toUnreadPaper } from '@/core/library/unread';
import { db } from './db';
import { guarded } from './guard';
import { readListMarks } from './marks';
import { type PaperRow, readRows } from './papers';

/** A row of a list. */
export interface ListRow extends PaperRow {
  seen: boolean;
  dismissed: boolean;
  /** False of a paper that the library has no record of: one that was dismissed where it was met, or taken out since. */
  known: boolean;
}

const NO_MARKS = { seen: false, dismissed: false };

/** Titles that reports keep of papers which the library has no record of. */
async function titlesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const appearances = await db.appearances.bulkGet([...ids]);
  const reportIds = [...new Set(appearances.flatMap((row) => row?.reportIds[0] ?? []))];
  const reports = await db.reports.bulkGet(reportIds);
  return new Map(reports.flatMap((report) => report?.entries.map(({ id, title }) => [id, title] as const) ?? []));
}

/** Papers that nothing but their ids, and perhaps their titles, is known of. */
async function readUnknown(ids: readonly string[]): Promise<PaperRow[]> {
  const titles = ids.length > 0 ? await titlesOf(ids) : new Map<string, string>();
  return ids.map((id) => {
    const paper = toUnreadPaper(id);
    const title = titles.get(id) ?? paper.title;
    return {
      paper: { ...paper, title },
      gist: '',
      basis: null,
      basisStated: false,
      savedAt: null,
      tags: [],
      note: '',
      status: null,
    };
  });
}

/** The rows of these papers by their ids, one for each: a list reads those that are in sight. */
export function readListRows(ids: string[]): Promise<Map<string, ListRow>> {
  return guarded(async () => {
    const [rows, marks] = await Promise.all([readRows(ids), readListMarks(ids)]);
    const known = new Set(rows.map(({ paper }) => paper.id));
    const unknown = await readUnknown(ids.filter((id) => !known.has(id)));
    return new Map(
      [...rows, ...unknown].map((row) => {
        const { id } = row.paper;
        const { seen, dismissed } = marks[id] ?? NO_MARKS;
        return [id, { ...row, seen, dismissed, known: known.has(id) }];
      }),
    );
  });
}
