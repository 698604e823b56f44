import type { ListedPaper } from '@/components/library/listed-paper';
import { parseRoute } from '@/core/library/routes';
import type { Settings } from '@/core/settings';
import { FIRST_ROWS } from '@/storage/first-library-look';
import { readSettings } from '@/storage/settings';
import { type ListData, listKey, readList, readRows, toListedPaper } from './list-data';
import { type Places, readPlaces } from './places';

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

/** What library-first.ts has read while the page's own scripts came. */
async function takeLook(hash: string): Promise<FirstRead | null> {
  const look = await globalThis.daoduLibraryLook;
  const route = parseRoute(hash);
  // The reader may have gone elsewhere meanwhile.
  if (look?.hash !== hash || route.kind !== 'list' || route.source.kind === 'report') return null;
  const { settings, places, list } = look;
  const rows = new Map([...list.rows].map(([id, row]) => [id, toListedPaper(row)]));
  const data = {
    key: listKey(route.source),
    order: settings.listOrder,
    parts: [{ kind: 'first', ids: list.ids } as const],
  };
  return { settings, places, list: { data: { ...data, rows: null, view: null }, rows } };
}

async function readFresh(hash: string): Promise<FirstRead> {
  const settings = readSettings();
  const reading = [settings, readPlaces(), settings.then((known) => readFirstList(hash, known))] as const;
  const [known, places, list] = await Promise.all(reading);
  return { settings: known, places, list };
}

/**
 * Reads, side by side, what the views would read one after the other, each when the one above it has been drawn. Null when the
 * library does not answer: the views meet the same, and say it.
 */
export function readFirst(hash: string): Promise<FirstRead | null> {
  const reading = takeLook(hash).then((look) => look ?? readFresh(hash));
  const tired = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS);
  });
  return Promise.race([reading, tired]).catch(() => null);
}
