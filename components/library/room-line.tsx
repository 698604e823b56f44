import type { BackupWords } from '@/core/words/backup';
import { fill } from '@/core/words/words';
import { toSize } from './backup-view';

interface RoomLineProps {
  /** Bytes; null where the browser tells nothing. */
  usage: number | null;
  quota: number | null;
  /** Whether the browser clears nothing of itself. */
  isPersisted: boolean;
  words: BackupWords;
}

/** How much room the library takes, and whether the browser may clear it of itself. */
export function RoomLine({ usage, quota, isPersisted, words }: RoomLineProps) {
  if (usage === null || quota === null) return null;
  return (
    <p class="small">
      {fill(words.roomUsed, { used: toSize(usage), quota: toSize(quota) })}
      {isPersisted ? words.roomKept : words.roomNotKept}
    </p>
  );
}
