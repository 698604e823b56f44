import { db } from './db';
import { guarded } from './guard';

// A library file or a long list comes in slices, an archive day by day. Should the browser end in the middle, each of them is whole,
// but the reader has to hear that there is more: so it is noted what is being imported, and the note goes when that has ended.

/** An import whose page went away in the middle. */
export interface BrokenImport {
  /** As the note is named. */
  name: string;
  /** The first file. */
  file: string;
  /** How many files there were. */
  count: number;
}

const PREFIX = 'import|';

/** Held by the page that imports: a note without anybody to hold it is of an import that was broken off. */
const lockOf = (name: string): string => `daodu-${name}`;

/** Holds a lock until the function that it gives is called, or the page goes. */
function hold(lock: string): () => void {
  const over = new AbortController();
  const held = new Promise<void>((resolve) => over.signal.addEventListener('abort', () => resolve()));
  navigator.locks.request(lock, () => held).catch(console.error);
  return () => over.abort();
}

/**
 * Notes that files are being imported.
 *
 * @returns what is to be called when that has ended, with whether all of them were read: then what is noted of an earlier attempt at
 * them goes too.
 */
export async function noteImport(files: readonly string[]): Promise<(isWhole: boolean) => Promise<void>> {
  const name = PREFIX + crypto.randomUUID();
  const release = hold(lockOf(name));
  const value = { file: files[0] ?? '', count: files.length };
  await guarded(async () => void (await db.settings.put({ name, value })));
  return async (isWhole) => {
    const earlier = isWhole ? await findBrokenImports() : [];
    const same = earlier.filter(({ file, count }) => file === value.file && count === value.count);
    await forgetImports([name, ...same.map((one) => one.name)]);
    release();
  };
}

/** Imports that were broken off and that nobody has forgotten. */
export async function findBrokenImports(): Promise<BrokenImport[]> {
  const rows = await guarded(() => db.settings.where('name').startsWith(PREFIX).toArray());
  if (rows.length === 0) return [];
  const { held = [], pending = [] } = await navigator.locks.query();
  const open = new Set([...held, ...pending].map((lock) => lock.name));
  return rows
    .filter(({ name }) => !open.has(lockOf(name)))
    .map(({ name, value }) => ({ name, ...(value as Omit<BrokenImport, 'name'>) })); // as: only `noteImport` writes it
}

export function forgetImports(names: readonly string[]): Promise<void> {
  return guarded(() => db.settings.bulkDelete([...names]));
}
