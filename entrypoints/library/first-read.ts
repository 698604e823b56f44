import type { ListedPaper } from '@/components/library/listed-paper';
import { parseRoute } from '@/core/library/routes';
import type { Settings } from '@/core/settings';
import { readSettings } from '@/storage/settings';
import { type ListData, readList, readRows } from './list-data';
import { type Places, readPlaces } from './places';

/** As many rows as a screen has, about. */
const FIRST_ROWS = 16;
/** A library that does not answer by then is waited for by the page, which says so. */
const PATIENCE_MS = 400;

/** What the page is drawn from at first; all of it is read anew as soon as it stands. */
export interface FirstRead {
  settings: Settings;
  places: Places;
  /** Null on pages without a list of the library's own. */
  list: { data: ListData; rows: ReadonlyMap<string, ListedPaper> } | null;
}

async function readFirstList(hash: string, { listOrder }: Settings): Promise<FirstRead['list']> {
  const route = parseRoute(hash);
  if (route.kind !== 'list' || route.source.kind === 'report' || route.paperId !== null) return null;
  const data = await readList(route.source, listOrder);
  const ids = data.parts.flatMap((part) => part.ids).slice(0, FIRST_ROWS);
  return { data, rows: await readRows(ids) };
}

/**
 * Reads, side by side, what the views would read one after the other, each when the one above it has been drawn. Null when the
 * library does not answer: the views meet the same, and say it.
 */
export async function readFirst(hash: string): Promise<FirstRead | null> {
  const settings = readSettings();
  const reading = Promise.all([settings, readPlaces(), settings.then((known) => readFirstList(hash, known))]);
  const tired = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS);
  });
  const first = await Promise.race([reading, tired]).catch(() => null);
  return first && { settings: first[0], places: first[1], list: first[2] };
}
