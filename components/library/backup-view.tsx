import type { ComponentChildren } from 'preact';
import type { RestorePreview } from '@/core/backup/preview';
import type { BackupWords } from '@/core/words/backup';
import { fill } from '@/core/words/words';
import { RestorePreviewView } from './restore-preview';

/** What is being done with a backup on this page. */
export type BackupWork =
  | { kind: 'writing' }
  | { kind: 'reading'; file: string; share: number }
  | { kind: 'looking' }
  | { kind: 'preview'; preview: RestorePreview };

/** How a restore in the background stands. */
export type RestoreState =
  | { kind: 'merging'; file: string; left: number; total: number }
  | { kind: 'halted'; left: number; reason: string }
  | { kind: 'done'; papers: number; reports: number; saves: number };

interface BackupViewProps {
  /** Null until it is known. */
  counts: { papers: number; analyses: number; reports: number; saved: number } | null;
  /** Null when nothing is being done. */
  work: BackupWork | null;
  restore: RestoreState | null;
  /** What was done or went wrong last. */
  said: string;
  snapshots: readonly { name: string; date: string; bytes: number }[];
  words: BackupWords;
  onWrite: () => void;
  onFile: (file: File) => void;
  onStop: () => void;
  onStart: (takesSettings: boolean) => void;
  onLeave: () => void;
  onGoOn: () => void;
  onDrop: () => void;
  onRestoreSnapshot: (name: string) => void;
  onSaveSnapshot: (name: string) => void;
  /** What is known of the room that the library has. */
  children: ComponentChildren;
}

const KILO = 1_024;

/** 34 kB, 1.2 MB. */
export function toSize(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'];
  let [size, unit] = [bytes / KILO, 0];
  for (; size >= KILO && unit < units.length - 1; unit++) size /= KILO;
  return `${size < 10 && unit > 0 ? size.toFixed(1) : Math.max(1, Math.round(size))} ${units[unit]}`;
}

/** Where the whole library goes out as a file and comes back, and the snapshots it left by itself. */
export function BackupView(props: BackupViewProps) {
  const { counts, work, restore, said, snapshots, words } = props;
  const isBusy = work !== null || restore?.kind === 'merging';
  const canRestore = !isBusy && restore?.kind !== 'halted';
  return (
    <section class="page backup">
      <h2>{words.title}</h2>
      <p>{counts === null ? '\u00A0' : counts.papers > 0 ? fill(words.text, counts) : words.empty}</p>
      <p class="choices">
        {counts?.papers !== 0 && (
          <button type="button" class="button" disabled={isBusy} onClick={props.onWrite}>
            {words.write}
          </button>
        )}
        <FileField label={words.restore} disabled={!canRestore} onFile={props.onFile} />
      </p>
      {work && <Working {...props} work={work} />}
      {restore && <Restoring {...props} restore={restore} />}
      <p class="backup-said" role="status">
        {said}
      </p>
      <p class="small">{words.uninstall}</p>
      {props.children}
      <h2>{words.snapshots}</h2>
      <p>{words.snapshotsText}</p>
      {snapshots.length === 0 && <p class="small">{words.noSnapshots}</p>}
      <ul class="snapshots">
        {snapshots.map(({ name, date, bytes }) => (
          <li key={name}>
            <span class="date">{date}</span>
            <span class="size">{toSize(bytes)}</span>
            <button
              type="button"
              class="tool"
              disabled={!canRestore}
              aria-label={`${words.snapshotRestore} ${date}`}
              onClick={() => props.onRestoreSnapshot(name)}
            >
              {words.snapshotRestore}
            </button>
            <button
              type="button"
              class="tool"
              aria-label={`${words.snapshotSave} ${date}`}
              onClick={() => props.onSaveSnapshot(name)}
            >
              {words.snapshotSave}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FileFieldProps {
  label: string;
  disabled: boolean;
  onFile: (file: File) => void;
}

/** A button for one file: the browser's own field lies unseen behind its label. */
function FileField({ label, disabled, onFile }: FileFieldProps) {
  return (
    <label class={`button folder-field${disabled ? ' disabled' : ''}`}>
      {label}
      <input
        class="visually-hidden"
        type="file"
        accept=".jsonl,.gz,.json,.txt"
        disabled={disabled}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = ''; // the same file can be chosen again
          if (file) onFile(file);
        }}
      />
    </label>
  );
}

type WorkingProps = Pick<BackupViewProps, 'words' | 'onStop' | 'onStart' | 'onLeave'> & { work: BackupWork };

function Working({ work, words, onStop, onStart, onLeave }: WorkingProps) {
  if (work.kind === 'preview') {
    return <RestorePreviewView preview={work.preview} words={words} onStart={onStart} onLeave={onLeave} />;
  }
  const text = {
    writing: words.writing,
    looking: words.looking,
    reading: work.kind === 'reading' ? fill(words.reading, { file: work.file }) : '',
  }[work.kind];
  return (
    <div class="progress">
      <p>{text}</p>
      <progress aria-label={text} max={1} value={work.kind === 'reading' ? work.share : undefined} />
      <button type="button" class="tool" onClick={onStop}>
        {words.stop}
      </button>
    </div>
  );
}

type RestoringProps = Pick<BackupViewProps, 'words' | 'onStop' | 'onGoOn' | 'onDrop'> & { restore: RestoreState };

function Restoring({ restore, words, onStop, onGoOn, onDrop }: RestoringProps) {
  if (restore.kind === 'done') return <p role="status">{fill(words.done, restore)}</p>;
  const left = restore.left.toLocaleString('en');
  if (restore.kind === 'halted') {
    return (
      <div class="halted" role="alert">
        <p>{fill(words.halted, { left })}</p>
        {restore.reason !== '' && <p>{restore.reason}</p>}
        <p class="choices">
          <button type="button" class="button primary" onClick={onGoOn}>
            {words.goOn}
          </button>
          <button type="button" class="button" onClick={onDrop}>
            {words.drop}
          </button>
        </p>
      </div>
    );
  }
  const { file, total } = restore;
  const text = fill(words.merging, { file, left });
  return (
    <div class="progress">
      <p>{text}</p>
      <progress aria-label={text} max={Math.max(1, total)} value={total - restore.left} />
      <button type="button" class="tool" onClick={onStop}>
        {words.stop}
      </button>
      <p class="small">{words.mergingSafe}</p>
    </div>
  );
}
