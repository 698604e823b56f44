import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { STATE_FOLDER } from './arxiv-base';
import { readWhole, writeWhole } from './whole-file';

/** Something that outlives a run, in the folder of the results. */
export interface StateFile<T> {
  /** Null where nothing was written, or what an older version wrote. */
  read: () => T | null;
  write: (value: T) => void;
}

/**
 * @param about what it is kept for: the same gives the same file.
 */
export function stateFile<T>(folder: string, kind: string, about: unknown, schema: z.ZodMiniType<T>): StateFile<T> {
  const path = join(folder, STATE_FOLDER, kind, `${hashOf(about)}.json`);
  return {
    read() {
      const text = readWhole(path);
      if (text === null) return null;
      const parsed = schema.safeParse(JSON.parse(text));
      return parsed.success ? parsed.data : null;
    },
    write: (value) => writeWhole(path, JSON.stringify(value)),
  };
}

/** A short name for whatever JSON tells apart. */
export function hashOf(about: unknown): string {
  return createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 32);
}
