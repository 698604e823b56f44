import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { BackupWork } from '@/components/library/backup-view';
import type { Language } from '@/core/settings';
import { backupWords } from '@/core/words/backup';
import { fill } from '@/core/words/words';
import { wakeBackground } from '@/messages/wake';
import { dropRestore, goOnRestoring, isStaged, startRestore, stopRestore } from '@/storage/restore-state';
import { readSnapshot } from '@/storage/snapshots';
import type { BackupOrder, BackupTold } from './backup-messages';
import { download, localDay } from './download';
import { fromSent } from './sent-error';
import { explain } from './use-imports';

// See `import-in-worker.ts`.
const createWorker = () => new Worker('/backup-worker.js', { type: 'module' });

/** Backups on the library's page: what is being done, and what is done on each click. */
export function useBackup(language: Language) {
  const words = backupWords[language];
  const [work, setWork] = useState<BackupWork | null>(null);
  const [said, say] = useState('');
  /** When the reader began the last restore, in epoch milliseconds: what is known of earlier ones says nothing of it. */
  const [begunAt, setBegunAt] = useState(0);
  const worker = useRef<Worker | null>(null);

  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  const fail = useCallback(
    (cause: unknown, file: string) => {
      console.error(cause);
      end();
      setWork(null);
      say(explain(cause, language, file));
    },
    [language],
  );

  const order = useCallback(
    (message: BackupOrder, begun: BackupWork, file = '') => {
      end();
      say('');
      setWork(begun);
      const hired = createWorker();
      worker.current = hired;
      hired.addEventListener('error', (cause) => fail(cause, file));
      hired.addEventListener('message', ({ data }: MessageEvent<BackupTold>) => {
        switch (data.kind) {
          case 'progress':
            return setWork({ kind: 'reading', file, share: data.share });
          case 'staged':
            return setWork({ kind: 'looking' });
          case 'written': {
            const name = `daodu-backup-${localDay(new Date())}.jsonl`;
            download(name, [data.backup], 'application/jsonl');
            say(fill(words.written, { file: name }));
            setWork(null);
            return end();
          }
          case 'preview':
            setWork({ kind: 'preview', preview: data.preview });
            return end();
          case 'failure':
            return fail(fromSent(data.error), file);
        }
      });
      hired.postMessage(message, []); // []: nothing is given away
    },
    [language],
  );

  useEffect(() => {
    // One that was read before this page was closed is still to be decided on.
    isStaged().then(
      (is) => is && worker.current === null && order({ kind: 'look' }, { kind: 'looking' }),
      console.error,
    );
    return end;
  }, []);

  const attempt = (doing: Promise<unknown>) => void doing.catch((cause: unknown) => fail(cause, ''));
  const read = (file: Blob, name: string) =>
    order({ kind: 'stage', file, name }, { kind: 'reading', file: name, share: 0 }, name);

  return {
    work,
    said,
    begunAt,
    read,
    write: () => order({ kind: 'write', now: Date.now() }, { kind: 'writing' }),
    stop: () => {
      const isReading = work !== null && work.kind !== 'writing';
      end();
      setWork(null);
      attempt(
        work === null ? stopRestore(Date.now()).then(wakeBackground) : isReading ? dropRestore() : Promise.resolve(),
      );
    },
    start: (takesSettings: boolean) => {
      if (work?.kind !== 'preview') return;
      const now = Date.now();
      setBegunAt(now);
      setWork(null);
      attempt(startRestore(work.preview, takesSettings, now).then(wakeBackground));
    },
    leave: () => {
      setWork(null);
      attempt(dropRestore());
    },
    goOn: () => attempt(goOnRestoring(Date.now()).then(wakeBackground)),
    drop: () => attempt(dropRestore()),
    readSnapshot: (name: string) => attempt(readSnapshot(name).then((file) => read(file, name))),
    saveSnapshot: (name: string) =>
      attempt(readSnapshot(name).then((file) => download(name, [file], 'application/gzip'))),
  };
}
