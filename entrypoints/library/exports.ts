import type { ExportFormat } from '@/components/library/toolbar';
import type { Language } from '@/core/settings';
import { libraryWords } from '@/core/words/library';
import { fill } from '@/core/words/words';
import { downloadPapers, downloadReport } from './downloads';

interface Exports {
  exportPapers: (which: string[] | 'all', format: ExportFormat) => void;
  exportReport: (reportId: string) => void;
}

/** Exports that say what they did; `attempt` says what went wrong. */
export function createExports(
  language: Language,
  say: (text: string) => void,
  attempt: (work: Promise<unknown>) => void,
): Exports {
  const words = libraryWords[language];
  const papers = async (which: string[] | 'all', format: ExportFormat) => {
    const { file, n } = await downloadPapers(which, format, language);
    say(n === 0 ? words.exportedNothing : fill(words.exported, { n, file }));
  };
  const report = async (reportId: string) => {
    const file = await downloadReport(reportId);
    say(file === null ? words.exportedNothing : fill(words.exportedReport, { file }));
  };
  return {
    exportPapers: (which, format) => attempt(papers(which, format)),
    exportReport: (reportId) => attempt(report(reportId)),
  };
}
