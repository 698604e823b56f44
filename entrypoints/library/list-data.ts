import type { ListedPaper } from '@/components/library/listed-paper';
import { type ListOrder, orderFor } from '@/core/library/list-order';
import type { ListSource } from '@/core/library/routes';
import { readListKeys } from '@/storage/list-keys';
import { type ListRow, readListRows } from '@/storage/list-rows';
import { readSettings } from '@/storage/settings';
import { LastRead } from './last-read';
import { findView, type ListPart, readParts, type ReportView } from './report-data';

/** A part of a list by its papers' ids. */
export interface IdPart {
  kind: ListPart['kind'];
  ids: string[];
}

export interface ListData {
  /** Which list this is: a list that is asked for anew must not be taken for the one before. */
  key: string;
  order: ListOrder;
  /** Its papers in order; a list that is no report's has one part. */
  parts: IdPart[];
  /** A report brings its rows along; null: they are read as they come into sight. */
  rows: ReadonlyMap<string, ListedPaper> | null;
  /** Null for lists of the library's own, and when there is no such report. */
  view: ReportView | null;
}

/** Names a list. */
export function listKey(source: ListSource | null): string {
  return JSON.stringify(source);
}

export function toListedPaper({ paper, savedAt, note, known, ...row }: ListRow): ListedPaper {
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
    texts: [note],
    ...(!known && { gone: true }),
  };
}

/** The rows of some papers. */
export async function readRows(ids: string[]): Promise<Map<string, ListedPaper>> {
  const rows = await readListRows(ids);
  return new Map([...rows].map(([id, row]) => [id, toListedPaper(row)]));
}

/** Lists that stand while the library is lost. */
const lists = new LastRead<ListData>(6);

/** The papers of a list, in its order; none for no list. */
export function readList(source: ListSource | null, wanted: ListOrder): Promise<ListData> {
  return lists.read(listKey(source), () => readFresh(source, wanted));
}

async function readFresh(source: ListSource | null, wanted: ListOrder): Promise<ListData> {
  const data: ListData = { key: listKey(source), order: wanted, parts: [], rows: null, view: null };
  if (source === null) return data;
  if (source.kind !== 'report') {
    return { ...data, parts: [{ kind: 'first', ids: await readListKeys(source, orderFor(source, wanted)) }] };
  }
  const [view, settings] = await Promise.all([findView(source.date, source.reportId), readSettings()]);
  const parts = view ? await readParts(view.report, settings) : [];
  return {
    ...data,
    view,
    parts: parts.map(({ kind, papers }) => ({ kind, ids: papers.map(({ id }) => id) })),
    rows: new Map(parts.flatMap(({ papers }) => papers.map((paper) => [paper.id, paper] as const))),
  };
}
