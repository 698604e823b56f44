import type { GivenFile } from '@/core/library/incoming';
import { isBackupFile } from '@/storage/backup-stage';

/** Backups are looked for among files that may be one by their names, or have lost their endings: a folder has hundreds of others. */
const NAMES = /\.(?:jsonl|json|txt|gz)$|(?:^|\/)[^./]+$/i;
const FEW = 20;

/** The first of the files that is a backup; null when none is. */
export async function findBackup(files: readonly GivenFile[]): Promise<GivenFile | null> {
  for (const given of files.filter(({ name }) => NAMES.test(name)).slice(0, FEW)) {
    if (await isBackupFile(given.file).catch(() => false)) return given;
  }
  return null;
}
