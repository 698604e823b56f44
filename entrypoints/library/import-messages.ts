import type { GivenFile, SkippedFile } from '@/core/library/incoming';
import type { ImportEnd } from '@/storage/bulk-import';
import type { ImportResult, RenderedFile } from '@/storage/import';
import type { SentError } from './sent-error';

/**
 * What the page asks of the worker that imports: one import, and perhaps its end; and of a second one that it renders for the first.
 * `port` is the way from one to the other, `now` in epoch milliseconds. `alone`: there is no second one any more.
 */
export type Order =
  | { kind: 'import'; given: readonly GivenFile[]; now: number; port?: MessagePort }
  | { kind: 'render'; given: readonly GivenFile[]; now: number; port: MessagePort }
  | { kind: 'alone' }
  | { kind: 'stop' };

/** What the worker that imports asks of the one that renders: a file by its place among those that it found. */
export interface RenderOrder {
  place: number;
  name: string;
}

/** What comes back, in the order of the questions: `progress` now and then, and the file; null: open it yourself. */
export type Rendered =
  | { kind: 'progress'; place: number; share: number }
  | { kind: 'file'; place: number; file: RenderedFile | null };

/** What the worker tells of the import. A `result` is told of each file, `progress` only now and then. */
export type Told =
  | { kind: 'found'; count: number; skipped: SkippedFile[] }
  | { kind: 'progress'; name: string; share: number }
  | { kind: 'result'; name: string; result: ImportResult }
  | { kind: 'failure'; name: string; error: SentError }
  | { kind: 'end'; end: ImportEnd };
