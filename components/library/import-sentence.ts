import { countImport } from '@/core/library/import-account';
import { failureWords, reasonOf } from '@/core/words/failures';
import type { LibraryWords } from '@/core/words/library';
import { fill } from '@/core/words/words';
import type { Language } from '@/core/settings';
import type { ImportState } from './import-view';

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
  const reasons = account.reasons.map(({ code, count }) => {
    const reason = reasonOf(code, failureWords[language]);
    return account.reasons.length > 1 ? fill(words.reasonCount, { reason, n: count }) : reason;
  });
  const parts = [
    account.files === 0 && words.nothingFound,
    added > 0 && fill(words.added, { n: added }),
    merged > 0 && fill(words.merged, { n: merged }),
    many && fill(onlyDays ? words.importedDays : words.importedFiles, { total: account.files, n: imported }),
    unchanged > 0 && fill(onlyDays ? words.unchangedDays : words.unchangedFiles, { n: unchanged }),
    account.skipped > 0 && fill(words.skipped, { n: account.skipped }),
    failed > 0 && fill(words.failedFiles, { n: failed, reasons: reasons.join(words.comma) }),
  ];
  const sentence = fill(words.importDone, { parts: parts.filter(Boolean).join(' · ') });
  if (account.reasons.some(({ code }) => code === 'storage-full'))
    return sentence + fill(words.fullLeft, { n: stopped });
  return stopped > 0 ? sentence + fill(words.stopped, { n: stopped }) : sentence;
}
