import type { GivenFile, SkippedFile } from '@/core/library/incoming';
import type { ImportEnd } from '@/storage/bulk-import';
import type { ImportResult } from '@/storage/import';
import type { SentError } from './sent-error';

/** What the page asks of the worker that imports: one import, and perhaps its end. */
export type Order =
  | { kind: 'import'; given: readonly GivenFile[]; now: number } // `now` in epoch milliseconds
  | { kind: 'stop' };

/** What the worker tells of the import. A `result` is told of each file, `progress` only now and then. */
export type Told =
  | { kind: 'found'; count: number; skipped: SkippedFile[] }
  | { kind: 'progress'; name: string; share: number }
  | { kind: 'result'; name: string; result: ImportResult }
  | { kind: 'failure'; name: string; error: SentError }
  | { kind: 'end'; end: ImportEnd };
