import { grouped } from '@/components/library/count-text';
import type { ReportFormat } from '@/components/library/report-head';
import type { CopyFormat } from '@/core/export/copy-formats';
import type { FileFormat } from '@/core/export/formats';
import type { Language } from '@/core/settings';
import { copyingWords } from '@/core/words/copying';
import { libraryWords } from '@/core/words/library';
import { reportPageWords } from '@/core/words/report-page';
import { fill } from '@/core/words/words';

interface Exports {
  exportPapers: (which: string[] | 'all', format: FileFormat) => void;
  copyPapers: (ids: string[], format: CopyFormat) => void;
  exportReport: (reportId: string, format: ReportFormat) => void;
  bringReportBack: (reportId: string) => void;
}

/** Exports, and a report's way back, whose code comes when they are asked for, that say what they did; `attempt` says what went wrong. */
export function createExports(
  language: Language,
  say: (text: string) => void,
  attempt: (work: Promise<unknown>) => void,
): Exports {
  const words = libraryWords[language];
  const own = reportPageWords[language];
  const papers = async (which: string[] | 'all', format: FileFormat) => {
    const { downloadPapers } = await import('./downloads');
    const { file, n, note } = await downloadPapers(which, format, language);
    const said = n === 0 ? words.exportedNothing : fill(words.exported, { n: grouped(n), file });
    say([said, note].filter(Boolean).join(words.stop));
  };
  const copy = async (ids: string[], format: CopyFormat) => {
    try {
      const { copyPapers } = await import('./copies');
      say(await copyPapers(ids, format, language));
    } catch (cause) {
      console.error(cause);
      say(copyingWords[language].copyFailed);
    }
  };
  const report = async (reportId: string, format: ReportFormat) => {
    const { downloadReport } = await import('./report-downloads');
    const file = await downloadReport(reportId, format, language);
    say(file === null ? own.noText : fill(words.exportedReport, { file }));
  };
  const back = async (reportId: string) => {
    say(own.bringingBack);
    // It renders analyses, as no list does.
    const { bringBack } = await import('@/storage/bring-back');
    const taken = await bringBack(reportId, Date.now());
    say(taken ? fill(own.broughtBack, { added: taken.added, merged: taken.merged }) : own.noText);
  };
  return {
    exportPapers: (which, format) => attempt(papers(which, format)),
    copyPapers: (ids, format) => attempt(copy(ids, format)),
    exportReport: (reportId, format) => attempt(report(reportId, format)),
    bringReportBack: (reportId) => attempt(back(reportId)),
  };
}
