import type { FileOutcome } from '@/core/library/import-account';
import type { SkippedFile, SkipReason } from '@/core/library/incoming';
import type { LibraryWords } from '@/core/words/library';
import { fill } from '@/core/words/words';
import { FoldedList } from './folded-list';
import { reportHref } from './report-head';

export interface ImportedFile {
  /** Counts files over all imports of this visit: names repeat. */
  key: number;
  name: string;
  outcome: FileOutcome;
}

/** As many skipped places as are named for one file. */
const SKIPPED_SHOWN = 50;
/** More files than these are folded, but for a few that failed. */
const FEW_FILES = 12;
const FEW_FAILURES = 5;
/** A list of more is of no use to anyone. */
const MOST_FILES = 300;
const NAMES_SHOWN = 12;

const REASONS: Record<SkipReason, keyof LibraryWords> = {
  kind: 'leftOutKind',
  page: 'leftOutPage',
  nested: 'leftOutNested',
  system: 'leftOutSystem',
  folder: 'leftOutFolder',
};
const REASONS_IN_ORDER = ['kind', 'page', 'nested', 'system', 'folder'] as const;

function rankOf({ outcome }: ImportedFile): number {
  if (outcome.kind === 'failed') return 0;
  return outcome.skipped.length > 0 ? 1 : 2;
}

interface ImportResultsProps {
  /** In the order they were read. */
  files: readonly ImportedFile[];
  skipped: readonly SkippedFile[];
  words: LibraryWords;
}

/** What became of each file. What went wrong must not be looked for among hundreds that went well. */
export function ImportResults({ files, skipped, words }: ImportResultsProps) {
  const failed = files.filter(({ outcome }) => outcome.kind === 'failed');
  const isFew = files.length <= FEW_FILES;
  const listed = isFew ? files : failed.length <= FEW_FAILURES ? failed : [];
  const folded = isFew ? [] : files.filter(({ outcome }) => outcome.kind === 'done');
  return (
    <>
      {listed.length > 0 && <FileList files={listed} words={words} />}
      {!isFew && failed.length > FEW_FAILURES && (
        <FoldedList title={fill(words.failedList, { n: failed.length })}>
          {() => <FileList files={failed} words={words} />}
        </FoldedList>
      )}
      {folded.length > 0 && (
        <FoldedList title={fill(words.doneList, { n: folded.length })}>
          {() => <FileList files={folded} words={words} />}
        </FoldedList>
      )}
      {skipped.length > 0 && (
        <FoldedList title={leftOutTitle(skipped, words)}>
          {() => <LeftOut skipped={skipped} words={words} />}
        </FoldedList>
      )}
    </>
  );
}

function FileList({ files, words }: { files: readonly ImportedFile[]; words: LibraryWords }) {
  const inOrder = files.toSorted((one, other) => rankOf(one) - rankOf(other));
  return (
    <ul class="results" role="list" aria-label={words.results}>
      {inOrder.slice(0, MOST_FILES).map((file) => (
        <li key={file.key} class={file.outcome.kind}>
          <b>{file.name}</b>
          <Outcome outcome={file.outcome} words={words} />
        </li>
      ))}
      {files.length > MOST_FILES && <li>{fill(words.more, { n: files.length - MOST_FILES })}</li>}
    </ul>
  );
}

/** An archive tells of its folders as if they were files; they are no files that were left out. */
function leftOutTitle(skipped: readonly SkippedFile[], words: LibraryWords): string {
  const files = skipped.filter(({ reason }) => reason !== 'folder').length;
  return files > 0 ? fill(words.leftOut, { n: files }) : fill(words.leftOutFolders, { n: skipped.length });
}

function LeftOut({ skipped, words }: { skipped: readonly SkippedFile[]; words: LibraryWords }) {
  return (
    <ul class="left-out">
      {REASONS_IN_ORDER.map((reason) => {
        const names = skipped.filter((file) => file.reason === reason).map(({ name }) => name);
        if (names.length === 0) return null;
        const shown = names.slice(0, NAMES_SHOWN).join(words.comma) + (names.length > NAMES_SHOWN ? ' …' : '');
        return (
          <li key={reason}>
            {fill(words.leftOutCount, { reason: words[REASONS[reason]], n: names.length, names: shown })}
          </li>
        );
      })}
    </ul>
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
