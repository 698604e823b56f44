import { describeDay } from '@/core/report-day';
import type { Language } from '@/core/settings';
import type { LibraryWords } from '@/core/words/library';
import { fill } from '@/core/words/words';
import { type ReportPlace, reportHref } from './report-head';

interface ReportDatesProps {
  /** Newest day first. */
  reports: readonly (ReportPlace & { source: string; count: number })[];
  now: number;
  language: Language;
  words: LibraryWords;
}

/** 全部日期: every report, the newest first. */
export function ReportDates({ reports, now, language, words }: ReportDatesProps) {
  return (
    <section class="page">
      <h2>{words.allDates}</h2>
      <ul class="dates" role="list">
        {reports.map((report) => (
          <li key={report.id}>
            <a href={reportHref(report, true)}>
              <b>{report.date ? describeDay(report.date, now, language) : words.undated}</b>
              <span>{fill(words.reportCount, { source: report.source, n: report.count })}</span>
              {report.date && <time dateTime={report.date}>{report.date}</time>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
