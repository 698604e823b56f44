import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
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
      const parsed = schema.safeParse(parseJson(text));
      return parsed.success ? parsed.data : null;
    },
    write: (value) => writeWhole(path, JSON.stringify(value)),
  };
}

/** Undefined, which no file holds, where it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** arXiv no longer lists a day of which this is the state. */
const OLD_MILLISECONDS = 30 * 24 * 3_600_000;

/** Takes out what no run will read again, so that the folder does not grow for ever. @param now epoch milliseconds. */
export function forgetOldState(folder: string, now: number): void {
  const state = join(folder, STATE_FOLDER);
  if (!existsSync(state)) return;
  for (const file of readdirSync(state, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (file.isFile() && now - statSync(path).mtimeMs > OLD_MILLISECONDS) rmSync(path);
  }
}

/** A short name for whatever JSON tells apart. */
export function hashOf(about: unknown): string {
  return createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 32);
}
