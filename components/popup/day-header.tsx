import { formatRoute } from '@/core/library/routes';
import type { ReportRecord } from '@/core/library/records';
import { describeDay } from '@/core/report-day';
import type { Language } from '@/core/settings';
import type { PopupWords } from '@/core/words/popup';
import { fill } from '@/core/words/words';

interface DayHeaderProps {
  report: ReportRecord;
  /** Ids of the reports of the days around it, null where there is none. */
  previous: string | null;
  next: string | null;
  now: number;
  language: Language;
  words: PopupWords;
  onGo: (reportId: string) => void;
}

/** Address of a report in the library page, relative to our own pages. */
function reportUrl({ id, date }: ReportRecord): string {
  return `library.html${formatRoute({ kind: 'list', source: { kind: 'report', date, reportId: date ? null : id }, paperId: null })}`;
}

/** Which day is shown, from whom, and the way to its neighbours. */
export function DayHeader({ report, previous, next, now, language, words, onGo }: DayHeaderProps) {
  const analysed = report.entries.filter((entry) => entry.basis !== null).length;
  const values = { source: report.source, n: report.entries.length, analysed };
  const step = (label: string, sign: string, id: string | null) => (
    <button type="button" aria-label={label} title={label} disabled={id === null} onClick={() => id && onGo(id)}>
      {sign}
    </button>
  );
  return (
    <header>
      <div class="day">
        <h1>{next === null ? words.latest : words.earlier}</h1>
        <span class="date" aria-live="polite">
          {report.date ? describeDay(report.date, now, language) : words.undated}
        </span>
        <nav aria-label={words.latest}>
          {step(words.dayBefore, '‹', previous)}
          {step(words.dayAfter, '›', next)}
          <a href={reportUrl(report)} target="_blank" aria-label={words.openReport} title={words.openReport}>
            ⤢
          </a>
        </nav>
      </div>
      <p class="account">{fill(analysed < report.entries.length ? words.countAnalysed : words.count, values)}</p>
    </header>
  );
}
