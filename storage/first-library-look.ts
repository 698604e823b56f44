import { countEach } from '@/core/library/count-tags';
import { type ListOrder, newestFirst, orderFor } from '@/core/library/list-order';
import type { GuideRecord, PaperRecord, ReportRecord } from '@/core/library/records';
import { type ReportListing, toListing } from '@/core/library/report-listing';
import { type OwnSource, parseRoute } from '@/core/library/routes';
import type { TagCount } from '@/core/library/tags';
import { type ColumnBlock, joinBlocks, livingIds } from '@/core/search/columns';
import type { Settings } from '@/core/settings';
import type { SaveRow } from './db';
import type { ListRow } from './list-rows';
import { openLibrary, read, readSettings } from './raw-library';
import type { IndexState } from './search-rows';

// Whatever is not as expected here is left to the functions that the page reads with otherwise.

const STORES = [
  'settings',
  'papers',
  'guides',
  'saves',
  'visits',
  'dismissals',
  'analyses',
  'reports',
  'searchState',
  'searchQueue',
  'searchColumns',
];
/** As many rows as a screen has, about. */
export const FIRST_ROWS = 16;
/** Of more saved papers the tags are counted where there is time. */
const MOST_SAVES = 3_000;

/** What the library page is drawn from at first. */
export interface LibraryLook {
  /** The fragment of the address that it was read for. */
  hash: string;
  settings: Settings;
  places: { hasPapers: boolean; hasWritten: boolean; newest: ReportListing | null; tags: TagCount[] };
  /** Its papers in order, and the first of its rows by their ids. */
  list: { ids: string[]; rows: Map<string, ListRow> };
}

/** The lists that are read here: those that the page opens with as a rule. */
type Source = Extract<OwnSource, { kind: 'all' | 'saved' }>;

function sourceOf(hash: string): Source | null {
  const route = parseRoute(hash);
  if (route.kind !== 'list' || route.paperId !== null) return null;
  const { source } = route;
  return source.kind === 'all' || (source.kind === 'saved' && source.tag === null) ? source : null;
}

type Saved = SaveRow & { savedAt: number };
const isSaved = (row: SaveRow): row is Saved => typeof row.savedAt === 'number';

async function hasAny(rows: IDBObjectStore | IDBIndex): Promise<boolean> {
  return (await read(rows.getAllKeys(null, 1))).length > 0;
}

async function readNewest(reports: IDBObjectStore): Promise<ReportListing | null> {
  const last = await read(reports.openCursor(null, 'prev'));
  const report: ReportRecord | undefined = last?.value; // written by us under this version of the library
  return report ? toListing(report) : null;
}

/** Ids of all papers in order, as the search index knows them; null while it is behind. */
async function readAllIds(transaction: IDBTransaction): Promise<string[] | null> {
  const [state, waiting, blocks] = await Promise.all([
    read<IndexState | undefined>(transaction.objectStore('searchState').get('index')),
    read(transaction.objectStore('searchQueue').count()),
    read<ColumnBlock[]>(transaction.objectStore('searchColumns').getAll()),
  ]);
  return state?.compared === null && waiting === 0 ? livingIds(joinBlocks(blocks, state.nextDoc)) : null;
}

function inOrder(ids: string[], order: ListOrder): string[] | null {
  if (order === 'title') return null;
  const sorted = order.startsWith('submitted') ? newestFirst(ids) : ids;
  return order.endsWith('oldest') ? sorted.toReversed() : sorted;
}

/** Newest save first; of those of one moment the later ids, as an index gives them backwards. */
function savedIds(saves: readonly Saved[]): string[] {
  return saves
    .toSorted((one, other) => other.savedAt - one.savedAt || (one.paperId < other.paperId ? 1 : -1))
    .map(({ paperId }) => paperId);
}

/** The rows of a list's beginning; null where the library does not have all of these papers. */
async function readFirstRows(
  transaction: IDBTransaction,
  ids: readonly string[],
  saves: readonly SaveRow[],
): Promise<LibraryLook['list']['rows'] | null> {
  // One by one and side by side: saved papers lie far apart, and what lies between them is much.
  const rowsOf = <T>(name: string) =>
    Promise.all(ids.map((id) => read<T | undefined>(transaction.objectStore(name).get(id))));
  const [papers, guides, visits, dismissals] = await Promise.all([
    rowsOf<PaperRecord>('papers'),
    rowsOf<GuideRecord>('guides'),
    rowsOf<unknown>('visits'),
    rowsOf<unknown>('dismissals'),
  ]);
  const saveById = new Map(saves.map((save) => [save.paperId, save]));
  const rows = new Map<string, ListRow>();
  for (const [at, id] of ids.entries()) {
    const paper = papers[at];
    if (!paper) return null;
    const { gist = '', basis = null, basisStated = false } = guides[at]?.guides[0] ?? {};
    const { tags = [], note = '', savedAt = null, status = null } = saveById.get(id) ?? {};
    rows.set(id, {
      paper,
      gist,
      basis,
      basisStated,
      savedAt,
      tags,
      note,
      status,
      seen: visits[at] !== undefined,
      dismissed: savedAt === null && dismissals[at] !== undefined,
      known: true,
    });
  }
  return rows;
}

async function readLook(transaction: IDBTransaction, source: Source): Promise<Omit<LibraryLook, 'hash'> | null> {
  const store = (name: string) => transaction.objectStore(name);
  const [settings, hasPapers, hasWritten, newest, allSaves, allIds] = await Promise.all([
    readSettings(transaction),
    hasAny(store('papers')),
    hasAny(store('analyses').index('writing.writtenAt')),
    readNewest(store('reports')),
    read<SaveRow[]>(store('saves').getAll(null, MOST_SAVES)),
    source.kind === 'all' ? readAllIds(transaction) : [],
  ]);
  if (allIds === null || allSaves.length === MOST_SAVES) return null;
  const saves = allSaves.filter(isSaved);
  const ids = inOrder(source.kind === 'all' ? allIds : savedIds(saves), orderFor(source, settings.listOrder));
  const rows = ids && (await readFirstRows(transaction, ids.slice(0, FIRST_ROWS), allSaves));
  if (!rows) return null;
  return {
    settings,
    places: {
      hasPapers,
      hasWritten,
      newest,
      tags: countEach(saves.flatMap(({ tags }) => tags)),
    },
    list: { ids, rows },
  };
}

/**
 * Begins the library page's first look at the library. Null when it is not there yet, is not of this version or does not answer,
 * and for places and orders that are not read here.
 *
 * @param hash the fragment of the page's address.
 */
export async function beginLibraryLook(hash: string): Promise<LibraryLook | null> {
  const source = sourceOf(hash);
  if (!source) return null;
  // What goes wrong here goes wrong again where the page reads otherwise, and is said in words.
  const library = await openLibrary().catch(() => null);
  if (!library) return null;
  try {
    const look = await readLook(library.transaction(STORES, 'readonly'), source);
    return look && { hash, ...look };
  } catch {
    return null;
  } finally {
    library.close(); // after the transactions that are under way
  }
}
