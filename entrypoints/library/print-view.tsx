import { useEffect } from 'preact/hooks';
import { Notice } from '@/components/library/notice';
import { PrintedReport } from '@/components/library/printed-report';
import { reportHref } from '@/components/library/report-head';
import { cleanPaper } from '@/core/library/clean-paper';
import { mergeDay } from '@/core/library/day';
import type { Language } from '@/core/settings';
import { libraryWords } from '@/core/words/library';
import { reportPageWords } from '@/core/words/report-page';
import { fill } from '@/core/words/words';
import { readReportText } from '@/storage/reports';
import { useLive } from '@/storage/use-live';
import { findView } from './report-data';

interface PrintViewProps {
  date: string | null;
  reportId: string | null;
  language: Language;
}

async function readPrinted(date: string | null, reportId: string | null) {
  const view = await findView(date, reportId);
  if (!view) return null;
  const text = await readReportText(view.report.id);
  const known = new Map(text?.papers.map((paper) => [paper.id, cleanPaper(paper)]));
  const papers = mergeDay([view.report]).entries.map((entry) => {
    const { authors = [], published = null } = known.get(entry.id) ?? {};
    return { entry, authors, published };
  });
  return { report: view.report, account: view.account, papers };
}

/** A report by itself, for the printer, which is asked for as soon as the report is drawn. */
export function PrintView({ date, reportId, language }: PrintViewProps) {
  const printed = useLive(() => readPrinted(date, reportId), [date, reportId]);
  const words = libraryWords[language];
  const own = reportPageWords[language];
  const report = printed?.report;
  const isDrawn = report !== undefined;
  useEffect(() => {
    if (!report) return undefined;
    document.title = [report.date, report.source].filter(Boolean).join(' '); // browsers name a PDF by it
    const frame = requestAnimationFrame(() => window.print());
    return () => cancelAnimationFrame(frame);
  }, [isDrawn]);
  if (printed === undefined) return null;
  if (printed === null) return <Notice title={fill(words.noReport, { date: date ?? words.undated })} />;
  return (
    <>
      <header class="print-bar">
        <button type="button" class="button primary" onClick={() => window.print()}>
          {own.printReport}
        </button>
        <a class="button" href={reportHref(printed.report, true)}>
          {own.backToReport}
        </a>
        <p>{own.printHint}</p>
      </header>
      <PrintedReport {...printed} language={language} words={words} />
    </>
  );
}
