import type { ErrorCode } from '@/core/errors';
import { countImport } from '@/core/library/import-account';
import { failureWords, reasonOf } from '@/core/words/failures';
import type { LibraryWords } from '@/core/words/library';
import { fill } from '@/core/words/words';
import type { Language } from '@/core/settings';
import type { ImportState } from './import-view';

/** What ends an import, whether or not anything is left behind it. */
const HALTING: readonly ErrorCode[] = ['storage-full', 'storage-newer', 'storage-lost', 'storage-gone', 'import-died'];

/** All that was imported, in a sentence or two; '' before anything was. */
export function describeImport(
  { running, files, skipped, stopped }: ImportState,
  words: LibraryWords,
  language: Language,
): string {
  if (running || (files.length === 0 && skipped.length === 0 && stopped === 0)) return '';
  const account = countImport(files.map(({ outcome }) => outcome));
  const { added, merged, imported, unchanged, failed, onlyDays } = account;
  const many = account.files > 1;
  const isFull = account.reasons.some(({ code }) => code === 'storage-full');
  const halted = stopped > 0 || account.reasons.some(({ code }) => HALTING.includes(code));
  const reasons = account.reasons.map(({ code, count }) => {
    const reason = reasonOf(code, failureWords[language]);
    return account.reasons.length > 1 ? fill(words.reasonCount, { reason, n: count }) : reason;
  });
  const parts = [
    account.files === 0 && !halted && words.nothingFound,
    added > 0 && fill(words.added, { n: added }),
    merged > 0 && fill(words.merged, { n: merged }),
    many && fill(onlyDays ? words.importedDays : words.importedFiles, { total: account.files, n: imported }),
    unchanged > 0 && fill(onlyDays ? words.unchangedDays : words.unchangedFiles, { n: unchanged }),
    account.skipped > 0 && fill(words.skipped, { n: account.skipped }),
    failed > 0 && fill(words.failedFiles, { n: failed, reasons: reasons.join(words.comma) }),
  ];
  const told = parts.filter(Boolean).join(' · ');
  const stoppedSentence = told === '' ? words.importStoppedEmpty : fill(words.importStopped, { parts: told });
  return [
    halted ? stoppedSentence : fill(words.importDone, { parts: told }),
    stopped > 0 ? fill(words.stopped, { n: stopped }) : '',
    isFull ? words.fullLibrary : '',
  ].join('');
}
