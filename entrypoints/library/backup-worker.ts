import { AppError } from '@/core/errors';
import { stageBackup } from '@/storage/backup-stage';
import { backupBlob } from '@/storage/backup-write';
import { previewRestore } from '@/storage/restore-preview';
import type { BackupOrder, BackupTold } from './backup-messages';
import { toSent } from './sent-error';

/** More often nobody could see it move. */
const PROGRESS_MS = 100;

function tell(told: BackupTold): void {
  postMessage(told);
}

async function stage(file: Blob, name: string): Promise<void> {
  let toldAt = Number.NEGATIVE_INFINITY;
  await stageBackup(file, name, {
    onProgress(share) {
      if (performance.now() - toldAt < PROGRESS_MS) return;
      toldAt = performance.now();
      tell({ kind: 'progress', share });
    },
  });
  tell({ kind: 'staged' });
}

async function carryOut(order: BackupOrder): Promise<void> {
  if (order.kind === 'write') {
    return tell({ kind: 'written', backup: await backupBlob({ contents: 'all', now: order.now }) });
  }
  if (order.kind === 'stage') await stage(order.file, order.name);
  tell({ kind: 'preview', preview: await previewRestore() });
}

addEventListener('message', ({ data }: MessageEvent<BackupOrder>) => {
  carryOut(data).catch((cause: unknown) => {
    const error = cause instanceof AppError ? cause : new AppError('unknown', 'not one of ours', { cause });
    tell({ kind: 'failure', error: toSent(error) });
  });
});
