import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dexie } from 'dexie';

/**
 * A library as a version of Daodu left it: what importing a report of two papers, saving, tagging and noting them came to with that
 * version's own code. `stores` is its schema as Dexie reads it. Never to be edited: readers have such libraries.
 */
export interface GoldenLibrary {
  version: number;
  stores: Record<string, string>;
  rows: Record<string, Record<string, unknown>[]>;
}

export function readGolden(version: number): GoldenLibrary {
  const path = join(import.meta.dirname, `fixtures/libraries/schema-${version}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as GoldenLibrary; // as: written by us
}

/** Makes the database that such a library was. */
export async function makeGolden({ version, stores, rows }: GoldenLibrary, name: string): Promise<void> {
  await Dexie.delete(name);
  const old = new Dexie(name);
  old.version(version).stores(stores);
  for (const [table, all] of Object.entries(rows)) await old.table(table).bulkAdd(all);
  old.close();
}
