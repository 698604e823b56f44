import { db } from './db';
import { guarded } from './guard';

/** What the tables hold, as a reader would name it. */
const GROUPS = {
  papers: ['papers'],
  analyses: ['analyses', 'guides'],
  reports: ['reports', 'appearances', 'dayCounts'],
  reportTexts: ['reportTexts'],
  saves: ['saves'],
  visits: ['visits'],
  dismissals: ['dismissals'],
  feeds: ['feeds', 'feedStates', 'feedDays'],
  news: ['announcements', 'answers', 'news'],
  texts: ['texts'],
  models: ['models', 'keys'],
  contacts: ['contacts'],
} as const;

export type TableGroup = keyof typeof GROUPS | 'search' | 'snapshots' | 'other';

function groupOf(table: string): TableGroup {
  if (/^(?:search|index|postings?|terms?)/i.test(table)) return 'search';
  if (/^snapshot/i.test(table)) return 'snapshots';
  const found = Object.entries(GROUPS).find(([, tables]) => tables.some((one) => one === table));
  return found ? (found[0] as TableGroup) : 'other'; // as: a key of the table above
}

/** How many rows the library's tables hold, by what they are about; those without any are left out. */
export function countTables(): Promise<{ group: TableGroup; rows: number }[]> {
  return guarded(async () => {
    const counts = await Promise.all(
      db.tables.map(async ({ name }) => [groupOf(name), await db.table(name).count()] as const),
    );
    const groups = new Map<TableGroup, number>();
    for (const [group, rows] of counts) groups.set(group, (groups.get(group) ?? 0) + rows);
    const order = [...Object.keys(GROUPS), 'search', 'snapshots', 'other'];
    return [...groups]
      .filter(([, rows]) => rows > 0)
      .map(([group, rows]) => ({ group, rows }))
      .toSorted((one, other) => order.indexOf(one.group) - order.indexOf(other.group));
  });
}
