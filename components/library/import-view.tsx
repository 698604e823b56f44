import type { SkippedFile } from '@/core/library/incoming';
import type { Language } from '@/core/settings';
import type { LibraryWords } from '@/core/words/library';
import type { ListWords } from '@/core/words/lists';
import { fill } from '@/core/words/words';
import { type ImportedFile, ImportResults } from './import-results';
import { describeImport } from './import-sentence';
import { PasteField } from './paste-field';

/** An import while it runs; `total` is null until all files have been looked through. */
export interface RunningImport {
  /** The file being read, and how much is done of files that are not in the library yet; a half-done one counts as a half. */
  name: string;
  share: number;
  done: number;
  total: number | null;
  papers: number;
}

export interface ImportState {
  /** Null when nothing runs. */
  running: RunningImport | null;
  /** In the order they were read. */
  files: readonly ImportedFile[];
  /** Files that were not looked at, because they are no reports. */
  skipped: readonly SkippedFile[];
  /** Files that were left because the reader stopped, or the disk is full. */
  stopped: number;
}

export const NO_IMPORT: ImportState = { running: null, files: [], skipped: [], stopped: 0 };

interface ImportViewProps {
  state: ImportState;
  language: Language;
  words: LibraryWords;
  onChoose: () => void;
  onFolder: (files: File[]) => void;
  onStop: () => void;
  listWords: ListWords;
  /** What arXiv is being asked for; '' for nothing. */
  asking: string;
  onText: (text: string) => void;
  /** Imports that ended with their page: the first file of each, and how many there were. */
  broken: readonly { name: string; file: string; count: number }[];
  onForget: () => void;
}

/** Where files come in. */
export function ImportView(props: ImportViewProps) {
  const { state, language, words, onChoose, onFolder, onStop, listWords, asking, onText, broken, onForget } = props;
  // While hundreds of files go by, only what went wrong is of interest.
  const shown = state.running ? state.files.filter(({ outcome }) => outcome.kind === 'failed') : state.files;
  return (
    <section class="page">
      <h2>{words.importTitle}</h2>
      <div class="drop-place">
        <p>{words.importText}</p>
        <p class="small">{words.importPrivate}</p>
        <p class="choices">
          <button type="button" class="button primary" onClick={onChoose}>
            {words.choose}
          </button>
          <FolderField label={words.chooseFolder} onFiles={onFolder} />
        </p>
      </div>
      <PasteField words={listWords} onText={onText} />
      {broken.length > 0 && (
        <div class="broken-imports" role="status">
          {broken.map(({ name, file, count }) => (
            <p key={name}>{fill(count === 1 ? words.brokenOff : words.brokenOffMany, { file, n: count })}</p>
          ))}
          <button type="button" class="tool" onClick={onForget}>
            {words.brokenRead}
          </button>
        </div>
      )}
      {state.running && <Progress running={state.running} words={words} onStop={onStop} />}
      <p class="import-account" role="status">
        {describeImport(state, words, language)}
      </p>
      {asking !== '' && (
        <p class="small" role="status">
          {asking}
        </p>
      )}
      <ImportResults files={shown} skipped={state.running ? [] : state.skipped} words={words} />
    </section>
  );
}

/** A button for a whole folder: the browser's own field, which looks like nothing of ours, lies unseen behind its label. */
function FolderField({ label, onFiles }: { label: string; onFiles: (files: File[]) => void }) {
  return (
    <label class="button folder-field">
      {label}
      <input
        class="visually-hidden"
        type="file"
        ref={(field) => {
          if (field) field.webkitdirectory = true; // no attribute that Preact's types know
        }}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = ''; // the same folder can be chosen again
          if (chosen.length > 0) onFiles(chosen);
        }}
      />
    </label>
  );
}

function Progress({ running, words, onStop }: { running: RunningImport; words: LibraryWords; onStop: () => void }) {
  const { name, share, done, total } = running;
  const papers = running.papers.toLocaleString('en');
  return (
    <div class="progress">
      <p>{total === null ? words.looking : fill(words.importing, { done, total, papers })}</p>
      <progress aria-label={words.progress} max={total ?? 1} value={total === null ? undefined : done + share} />
      <button type="button" class="tool" onClick={onStop}>
        {words.cancel}
      </button>
      <p class="file-name">{name}</p>
    </div>
  );
}
