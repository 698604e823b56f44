import type { RestorePreview } from '@/core/backup/preview';
import type { SentError } from './sent-error';

/** What the page asks of the worker that writes and reads backups; `now` in epoch milliseconds. */
export type BackupOrder =
  | { kind: 'write'; now: number }
  | { kind: 'stage'; file: Blob; name: string }
  | { kind: 'look' };

/** What the worker tells. All but `progress` end its work. */
export type BackupTold =
  | { kind: 'progress'; share: number }
  | { kind: 'staged' }
  | { kind: 'written'; backup: Blob }
  | { kind: 'preview'; preview: RestorePreview }
  | { kind: 'failure'; error: SentError };
