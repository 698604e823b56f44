import type { Day } from '@/core/library/day';
import type { ReportRecord } from '@/core/library/records';
import { formatRoute } from '@/core/library/routes';
import { describeDay } from '@/core/report-day';
import type { Language } from '@/core/settings';
import type { PopupWords } from '@/core/words/popup';
import { fill } from '@/core/words/words';
import { Facts } from '../facts';

interface DayHeaderProps {
  day: Day;
  /** Names of the days around it, null where there is none. */
  previous: string | null;
  next: string | null;
  /** Whether failures are told elsewhere. */
  hasAccount: boolean;
  now: number;
  language: Language;
  words: PopupWords;
  onGo: (dayKey: string) => void;
}

/** What two lines hold. */
const MOST_SOURCES = 3;
const MOST_HOSTS = 2;

/** Address of a day in the library page, relative to our own pages. */
function dayUrl({ date, reports }: Day): string {
  const reportId = date === null ? (reports[0]?.id ?? null) : null;
  return `library.html${formatRoute({ kind: 'list', source: { kind: 'report', date, reportId }, paperId: null })}`;
}

function countPapers({ entries }: Pick<ReportRecord, 'entries'>, hasAccount: boolean, words: PopupWords): string {
  const analysed = entries.filter((entry) => entry.basis !== null).length;
  const failed = entries.filter((entry) => entry.basis === null && entry.failed).length;
  const values = { n: entries.length, analysed, failed };
  if (analysed === entries.length) return fill(words.count, values);
  return fill(failed > 0 && !hasAccount ? words.countFailed : words.countAnalysed, values);
}

/** Who the reports are from, how many papers they have, and by which hosts what came by a feed was fetched. */
function describeSources(reports: readonly ReportRecord[], count: string, words: PopupWords): string[] {
  const names = [...new Set(reports.map(({ source }) => source))];
  const hosts = [...new Set(reports.map(({ via }) => via).filter((via) => via !== undefined))];
  const named = names.slice(0, MOST_SOURCES).join(words.comma);
  const asked = hosts.slice(0, MOST_HOSTS).join(words.comma);
  return [
    names.length > MOST_SOURCES ? fill(words.sourcesMore, { names: named, n: names.length }) : named,
    count,
    ...(hosts.length > 0 ? [fill(hosts.length > MOST_HOSTS ? words.viaMore : words.via, { hosts: asked })] : []),
  ];
}

/** The same for each report by itself, one a line. */
function describeEach(reports: readonly ReportRecord[], words: PopupWords): string {
  return reports
    .map((report) => describeSources([report], countPapers(report, false, words), words).join(' · '))
    .join('\n');
}

/** Which day is shown, from whom, and the way to its neighbours. */
export function DayHeader({ day, previous, next, hasAccount, now, language, words, onGo }: DayHeaderProps) {
  const step = (label: string, sign: string, dayKey: string | null) => (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={dayKey === null}
      onClick={() => dayKey && onGo(dayKey)}
    >
      {sign}
    </button>
  );
  return (
    <>
      <div class="day">
        <h1>{next === null ? words.latest : words.earlier}</h1>
        <span class="date" aria-live="polite">
          {day.date ? describeDay(day.date, now, language) : words.undated}
        </span>
        <nav aria-label={words.latest}>
          {step(words.dayBefore, '‹', previous)}
          {step(words.dayAfter, '›', next)}
          <a href={dayUrl(day)} target="_blank" aria-label={words.openReport} title={words.openReport}>
            ⤢
          </a>
        </nav>
      </div>
      <p class="account" title={describeEach(day.reports, words)}>
        <Facts facts={describeSources(day.reports, countPapers(day, hasAccount, words), words)} />
      </p>
    </>
  );
}
