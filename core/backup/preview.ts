import type { BackupHeader } from './format';
import type { BackupTable } from './tables';

/** What becomes of a row: new here, joined with what is here, here just so, or different and left as it is here. */
export type Fate = 'added' | 'changed' | 'same' | 'kept';

export type FateCounts = Record<Fate, number>;

export const NO_FATES: FateCounts = { added: 0, changed: 0, same: 0, kept: 0 };

/** What a restore would do, told before it does anything. */
export interface RestorePreview {
  file: string;
  header: BackupHeader;
  tables: Partial<Record<BackupTable, FateCounts>>;
  /** Rows that this version cannot use. */
  unusable: number;
  /** Whether the backup's settings differ from the library's. */
  settingsDiffer: boolean;
  /** Whether the library holds nothing yet, so that there is nothing to be asked. */
  isFresh: boolean;
  /** All rows that there are to merge. */
  total: number;
}
