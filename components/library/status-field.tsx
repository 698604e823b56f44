import { type Status, STATUSES } from '@/core/status';
import type { LibraryWords } from '@/core/words/library';

const NAMES = { 'to-read': 'statusToRead', reading: 'statusReading', read: 'statusRead' } as const;

interface StatusFieldProps {
  /** Null: none was named. */
  status: Status | null;
  words: LibraryWords;
  onStatus: (status: Status | null) => void;
}

/** How far the reader has come with a paper. */
export function StatusField({ status, words, onStatus }: StatusFieldProps) {
  return (
    <select
      class="tool"
      aria-label={words.status}
      value={status ?? ''}
      onChange={({ currentTarget: { value } }) => onStatus(STATUSES.find((one) => one === value) ?? null)}
    >
      <option value="">{words.statusNone}</option>
      {STATUSES.map((one) => (
        <option key={one} value={one}>
          {words[NAMES[one]]}
        </option>
      ))}
    </select>
  );
}
