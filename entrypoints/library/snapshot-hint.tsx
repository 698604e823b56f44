import { useEffect, useState } from 'preact/hooks';
import type { Language } from '@/core/settings';
import { backupWords } from '@/core/words/backup';
import { fill } from '@/core/words/words';

/**
 * Where nothing is saved though a snapshot is there: what was saved may have been lost. Snapshots outlive the browser's databases.
 */
export function SnapshotHint({ language }: { language: Language }) {
  const words = backupWords[language];
  const [date, setDate] = useState<string | null>(null);
  useEffect(() => {
    import('@/storage/snapshots')
      .then(({ listSnapshots }) => listSnapshots())
      .then(([newest]) => setDate(newest?.date ?? null), console.error);
  }, []);
  if (date === null) return null;
  return (
    <section class="empty">
      <p>{fill(words.snapshotHint, { date })}</p>
      <p class="choices">
        <a class="button" href="#/import">
          {words.snapshotOpen}
        </a>
      </p>
    </section>
  );
}
