import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env['DAODU_SHARED'] ?? join(import.meta.dirname, '..', '..', 'shared');

/** Whether the shared samples (real pages and reports) are at hand. */
export const hasShared = existsSync(join(folder, 'reports'));

/** Path of a shared sample, such as `pages/abs/0704.0013.html`. */
export function sharedPath(path: string): string {
  return join(folder, path);
}

/** Text of a shared sample. */
export function sharedFile(path: string): string {
  return readFileSync(sharedPath(path), 'utf8');
}
