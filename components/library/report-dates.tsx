import { describeDay } from '@/core/report-day';
import type { Language } from '@/core/settings';
import type { LibraryWords } from '@/core/words/library';
import { reportPageWords } from '@/core/words/report-page';
import { fill } from '@/core/words/words';
import { type ReportPlace, reportHref } from './report-head';

interface ReportDatesProps {
  /** Newest day first. */
  reports: readonly (ReportPlace & { source: string; count: number; via: string | null })[];
  now: number;
  language: Language;
  words: LibraryWords;
}

/** 全部日期: every report, the newest first. */
export function ReportDates({ reports, now, language, words }: ReportDatesProps) {
  const own = reportPageWords[language];
  const counts = new Map<string | null, number>();
  for (const { date } of reports) counts.set(date, (counts.get(date) ?? 0) + 1);
  return (
    <section class="page">
      <h2>{words.allDates}</h2>
      <ul class="dates" role="list">
        {reports.map((report) => (
          <li key={report.id}>
            <a href={reportHref(report, true)}>
              <b>{report.date ? describeDay(report.date, now, language) : words.undated}</b>
              <span>{fill(words.reportCount, { source: report.source, n: report.count })}</span>
              {report.via !== null && <span>{fill(own.via, { host: report.via })}</span>}
              {report.date && <Several count={counts.get(report.date) ?? 1} text={own.severalOfDay} />}
              {report.date && <time dateTime={report.date}>{report.date}</time>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Several({ count, text }: { count: number; text: string }) {
  return count > 1 ? <span>{fill(text, { n: count })}</span> : null;
}
