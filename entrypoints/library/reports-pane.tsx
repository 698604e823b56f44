import { Notice } from '@/components/library/notice';
import { ReportDates } from '@/components/library/report-dates';
import type { Language } from '@/core/settings';
import type { LibraryWords } from '@/core/words/library';
import { listReports } from '@/storage/reports';
import { useLive } from '@/storage/use-live';

/** Every report. Read only where it is shown: it takes all reports of the library. */
export function ReportsPane({ language, words }: { language: Language; words: LibraryWords }) {
  const reports = useLive(listReports, [], 1_000);
  if (!reports) return null;
  if (reports.length === 0) return <Notice title={words.noReports} text={words.libraryEmptyHint} />;
  return <ReportDates reports={reports} now={Date.now()} language={language} words={words} />;
}
