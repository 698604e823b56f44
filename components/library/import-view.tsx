import type { Skipped } from '@/core/paper';
import type { LibraryWords } from '@/core/words/library';
import { fill } from '@/core/words/words';
import { reportHref } from './report-head';

/** What became of one file. */
export type FileOutcome =
  | { kind: 'done'; added: number; merged: number; reportId: string | null; date: string | null; skipped: Skipped[] }
  /** `message` is the reader's sentence, with the file's name and the line. */
  | { kind: 'failed'; message: string };

export interface ImportedFile {
  /** Counts files over all imports of this visit: names repeat. */
  key: number;
  name: string;
  outcome: FileOutcome;
}

export interface ImportState {
  /** The file being read, the share of it that is done, and how many of all are done; null when nothing runs. */
  running: { name: string; share: number; done: number; total: number } | null;
  /** In the order they were read. */
  files: readonly ImportedFile[];
  /** Files that were left because the reader stopped. */
  stopped: number;
}

export const NO_IMPORT: ImportState = { running: null, files: [], stopped: 0 };

/** As many skipped places as are named for one file. */
const SKIPPED_SHOWN = 50;

/** All that was imported, in one sentence; '' before anything was. */
export function describeImport({ running, files, stopped }: ImportState, words: LibraryWords): string {
  if (running || (files.length === 0 && stopped === 0)) return '';
  const done = files.flatMap(({ outcome }) => (outcome.kind === 'done' ? outcome : []));
  const sum = (count: (outcome: (typeof done)[number]) => number) => done.reduce((all, one) => all + count(one), 0);
  const account = fill(words.importDone, {
    files: files.length,
    added: sum((one) => one.added),
    merged: sum((one) => one.merged),
    skipped: sum((one) => one.skipped.length),
    failed: files.length - done.length,
  });
  return stopped > 0 ? `${account}${fill(words.stopped, { n: stopped })}` : account;
}

function rankOf({ outcome }: ImportedFile): number {
  if (outcome.kind === 'failed') return 0;
  return outcome.skipped.length > 0 ? 1 : 2;
}

interface ImportViewProps {
  state: ImportState;
  /** Null until it is known. */
  counts: { papers: number; analyses: number; reports: number; saved: number } | null;
  words: LibraryWords;
  onChoose: () => void;
  onStop: () => void;
  onBackup: () => void;
}

/** Where files come in and the whole library goes out. */
export function ImportView({ state, counts, words, onChoose, onStop, onBackup }: ImportViewProps) {
  const { running } = state;
  // What went wrong must not be looked for among hundreds that went well.
  const files = state.files.toSorted((one, other) => rankOf(one) - rankOf(other));
  return (
    <section class="page">
      <h2>{words.importTitle}</h2>
      <div class="drop-place">
        <p>{words.importText}</p>
        <p class="small">{words.importPrivate}</p>
        <button type="button" class="button primary" onClick={onChoose}>
          {words.choose}
        </button>
      </div>
      {running && (
        <div class="progress">
          <p>{fill(words.importing, { done: running.done + 1, total: running.total, name: running.name })}</p>
          <progress aria-label={words.progress} max={running.total} value={running.done + running.share} />
          <button type="button" class="tool" onClick={onStop}>
            {words.cancel}
          </button>
        </div>
      )}
      <p class="import-account" role="status">
        {describeImport(state, words)}
      </p>
      {files.length > 0 && (
        <ul class="results" role="list" aria-label={words.results}>
          {files.map((file) => (
            <li key={file.key} class={file.outcome.kind}>
              <b>{file.name}</b>
              <Outcome outcome={file.outcome} words={words} />
            </li>
          ))}
        </ul>
      )}
      {counts && counts.papers > 0 && (
        <>
          <h2>{words.backupTitle}</h2>
          <p>{fill(words.backupText, counts)}</p>
          <button type="button" class="button" onClick={onBackup}>
            {words.backup}
          </button>
        </>
      )}
    </section>
  );
}

function Outcome({ outcome, words }: { outcome: FileOutcome; words: LibraryWords }) {
  if (outcome.kind === 'failed') return <p class="failure">{outcome.message}</p>;
  const { added, merged, skipped, reportId, date } = outcome;
  const parts = [
    added > 0 && fill(words.added, { n: added }),
    merged > 0 && fill(words.merged, { n: merged }),
    added + merged === 0 && words.unchanged,
    skipped.length > 0 && fill(words.skipped, { n: skipped.length }),
  ];
  return (
    <>
      <p>
        {parts.filter(Boolean).join(' · ')}{' '}
        {reportId === null ? (
          <a href="#/">{words.openSaved}</a>
        ) : (
          <a href={reportHref({ id: reportId, date, title: '' }, true)}>{words.openReport}</a>
        )}
      </p>
      {skipped.length > 0 && (
        <ul>
          {skipped.slice(0, SKIPPED_SHOWN).map(({ line, reason }, index) => (
            <li key={index}>{fill(words.skippedAt, { line, reason })}</li>
          ))}
          {skipped.length > SKIPPED_SHOWN && <li>…</li>}
        </ul>
      )}
    </>
  );
}
