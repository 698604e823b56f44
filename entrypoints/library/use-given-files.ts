import { useState } from 'preact/hooks';
import type { GivenFile } from '@/core/library/incoming';
import type { useImports } from './use-imports';
import type { Go } from './use-route';

/** Files that were dropped, chosen or pasted: a backup among them is offered to be restored, all others are imported. */
export function useGivenFiles(
  imports: ReturnType<typeof useImports>,
  go: Go,
  attempt: (work: Promise<unknown>) => void,
) {
  const [offered, offer] = useState<GivenFile | null>(null);
  const take = (files: GivenFile[]) => {
    go({ kind: 'import' });
    const find = async () => {
      const { findBackup } = await import('./find-backup');
      const backup = await findBackup(files);
      const others = files.filter((given) => given !== backup);
      if (backup) offer(backup);
      if (others.length > 0) imports.add(others);
    };
    attempt(find());
  };
  const takeChosen = (files: File[]) =>
    take(
      files.map((file) => {
        const path = file.webkitRelativePath; // '' for a file that was chosen by itself
        return { name: path || file.name, inFolder: path !== '', file };
      }),
    );
  return { offered, onTaken: () => offer(null), take, takeChosen };
}
