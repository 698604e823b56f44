import { formatRoute } from '@/core/library/routes';
import type { CategoryAccount } from '@/core/announcements/account';
import type { ReportRecord } from '@/core/library/records';
import { describeDay } from '@/core/report-day';
import type { Language } from '@/core/settings';
import { accountWords } from '@/core/words/account';
import type { LibraryWords } from '@/core/words/library';
import { type ReportPageWords, reportPageWords } from '@/core/words/report-page';
import { fill } from '@/core/words/words';
import { AccountTable } from '../account/account-table';
import { Menu } from './menu';
import { Overview } from './overview';
import { Writing } from './read-only';
import { Facts } from '../facts';

const DAY_MILLISECONDS = 24 * 3_600_000;

/** A report as a link leads to it. */
export interface ReportPlace {
  id: string;
  date: string | null;
  title: string;
}

export type ReportFormat = 'markdown' | 'html' | 'json';

export interface ReportActions {
  onExport: (format: ReportFormat) => void;
  /** Imports the report again from its own text. */
  onBringBack: () => void;
}

interface ReportHeadProps {
  report: ReportRecord;
  /** All reports of this day, this one among them. */
  sameDay: readonly ReportPlace[];
  previous: ReportPlace | null;
  next: ReportPlace | null;
  /** What became of the day's papers, in all of its reports together. */
  account: { rows: readonly CategoryAccount[]; other: number };
  now: number;
  language: Language;
  words: LibraryWords;
  actions: ReportActions;
}

/** Address of a report; with `exact`, of this one among several of its day. */
export function reportHref({ id, date }: ReportPlace, exact = date === null): string {
  return formatRoute({ kind: 'list', source: { kind: 'report', date, reportId: exact ? id : null }, paperId: null });
}

/** A report's source, its size, and the host by which it came, each not to be parted at a line's end. */
export function ReportFacts({
  report,
  language,
  words,
}: {
  report: ReportRecord;
  language: Language;
  words: LibraryWords;
}) {
  return <Facts facts={describeReport(report, language, words)} />;
}

function describeReport({ source, entries, via }: ReportRecord, language: Language, words: LibraryWords): string[] {
  const own = reportPageWords[language];
  const analysed = entries.filter((entry) => entry.basis !== null).length;
  return [
    fill(words.reportCount, { source, n: entries.length }),
    ...(analysed < entries.length ? [fill(own.analysed, { n: analysed })] : []),
    ...(via === undefined ? [] : [fill(own.via, { host: via })]),
  ];
}

/** Which day it is, from whom, the way to its neighbours, what the day was about, and what there is of it. */
export function ReportHead(props: ReportHeadProps) {
  const { report, sameDay, previous, next, account, now, language, words, actions } = props;
  const own = reportPageWords[language];
  const formats = [
    { value: 'markdown', label: own.exportReportMarkdown },
    { value: 'html', label: own.exportReportHtml },
    { value: 'json', label: own.exportReportJson },
  ] as const;
  return (
    <header class="report-head">
      <div class="day">
        <h2>{report.date ? describeDay(report.date, now, language) : words.undated}</h2>
        <Step place={previous} label={words.dayBefore} sign="‹" />
        <Step place={next} label={words.dayAfter} sign="›" />
        <a
          class="tool"
          href={formatRoute({ kind: 'print', date: report.date, reportId: report.id })}
          target="_blank"
          rel="noopener"
        >
          {own.printReport}
        </a>
        <Writing>
          <Menu label={words.exportReport} items={formats} onChoose={actions.onExport} />
        </Writing>
      </div>
      <p class="account" title={report.title}>
        {report.date && <time dateTime={report.date}>{report.date}</time>}
        {report.date && ' · '}
        <ReportFacts report={report} language={language} words={words} />
      </p>
      {sameDay.length > 1 && (
        <nav class="same-day" aria-label={words.sameDay}>
          {sameDay.map((place) => (
            <a key={place.id} href={reportHref(place, true)} aria-current={place.id === report.id ? 'page' : undefined}>
              {place.title.replace(/\s+-\s+\d{4}-\d\d-\d\d$/, '') /* the day stands above */}
            </a>
          ))}
        </nav>
      )}
      {report.prunedAt !== undefined && <Pruned report={report} words={own} onBringBack={actions.onBringBack} />}
      {report.summary && <Overview key={report.id} summary={report.summary} words={words} />}
      {account.rows.length > 0 && (
        <section class="account-place">
          <AccountTable {...account} reason={null} words={accountWords[language]} />
          {sameDay.length > 1 && <p class="account">{fill(own.accountOfDay, { n: sameDay.length })}</p>}
        </section>
      )}
    </header>
  );
}

function Step({ place, label, sign }: { place: ReportPlace | null; label: string; sign: string }) {
  return place ? (
    <a class="tool sign" href={reportHref(place, true)} aria-label={label} title={label}>
      {sign}
    </a>
  ) : (
    <span class="tool sign off" aria-hidden="true">
      {sign}
    </span>
  );
}

interface PrunedProps {
  report: ReportRecord;
  words: ReportPageWords;
  onBringBack: () => void;
}

/** What was taken out of the library, what is still there, and the way back. */
function Pruned({ report, words, onBringBack }: PrunedProps) {
  const days = Math.floor(((report.prunedAt ?? 0) - report.importedAt) / DAY_MILLISECONDS);
  return (
    <div class="pruned">
      <p>{fill(words.pruned, { days })}</p>
      <Writing>
        <button type="button" class="tool" onClick={onBringBack}>
          {words.bringBack}
        </button>
      </Writing>
    </div>
  );
}
