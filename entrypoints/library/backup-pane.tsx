import { useEffect, useState } from 'preact/hooks';
import { BackupView, type RestoreState } from '@/components/library/backup-view';
import { RoomLine } from '@/components/library/room-line';
import type { RestoreJob } from '@/core/jobs/job';
import type { GivenFile } from '@/core/library/incoming';
import type { Language } from '@/core/settings';
import { backupWords } from '@/core/words/backup';
import { errorWords } from '@/core/words/errors';
import { hasUnlimitedStorage } from '@/messages/permissions';
import { countAnalyses } from '@/storage/papers';
import { readRestore } from '@/storage/restore-state';
import { askToPersist, readRoom, type Room } from '@/storage/room';
import { listSnapshots, type Snapshot } from '@/storage/snapshots';
import { useLive } from '@/storage/use-live';
import type { Counts } from './places';
import { useBackup } from './use-backup';

interface BackupPaneProps {
  counts: Counts | null;
  /** A backup that was dropped on the page or chosen among other files. */
  offered: GivenFile | null;
  /** It is being read: whoever comes back to this page is not offered it once more. */
  onTaken: () => void;
  language: Language;
}

const REST_MILLISECONDS = 500;

function toState(job: RestoreJob | null | undefined, language: Language): RestoreState | null {
  if (!job) return null;
  const { file, total, added } = job.input;
  const { left } = job.progress;
  switch (job.state) {
    case 'done':
      return { kind: 'done', ...added };
    case 'waiting':
    case 'running':
      return { kind: 'merging', file, left, total };
    case 'failed':
    case 'cancelled':
      return { kind: 'halted', left, reason: job.error === null ? '' : errorWords[language][job.error] };
  }
}

async function lookAround(): Promise<Room> {
  const [isKept, isUnlimited] = await Promise.all([askToPersist(), hasUnlimitedStorage()]);
  return { ...(await readRoom()), isPersisted: isKept || isUnlimited };
}

/** 备份与恢复: what happens on each click. */
export function BackupPane({ counts, offered, onTaken, language }: BackupPaneProps) {
  const words = backupWords[language];
  const backup = useBackup(language);
  const job = useLive(readRestore, [], REST_MILLISECONDS);
  const analyses = useLive(countAnalyses, [], REST_MILLISECONDS);
  // Until the library has the restore that was begun, the one before must not say that it is done.
  const isEarlier = job?.state === 'done' && job.createdAt < backup.begunAt;
  const [snapshots, setSnapshots] = useState<Snapshot[]>([]);
  const [room, setRoom] = useState<Room | null>(null);
  useEffect(() => {
    listSnapshots().then(setSnapshots, console.error);
    lookAround().then(setRoom, console.error);
  }, [job?.state]);
  useEffect(() => {
    if (!offered) return;
    backup.read(offered.file, offered.name);
    onTaken();
  }, [offered]);
  return (
    <BackupView
      counts={counts === null || analyses === undefined ? null : { ...counts, analyses }}
      work={backup.work}
      restore={backup.work || isEarlier ? null : toState(job, language)}
      said={backup.said}
      snapshots={snapshots}
      words={words}
      onWrite={backup.write}
      onFile={(file) => backup.read(file, file.name)}
      onStop={backup.stop}
      onStart={backup.start}
      onLeave={backup.leave}
      onGoOn={backup.goOn}
      onDrop={backup.drop}
      onRestoreSnapshot={backup.readSnapshot}
      onSaveSnapshot={backup.saveSnapshot}
    >
      {room && <RoomLine {...room} words={words} />}
    </BackupView>
  );
}
