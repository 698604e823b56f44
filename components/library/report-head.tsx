import { useState } from 'preact/hooks';
import { formatRoute } from '@/core/library/routes';
import type { ReportRecord } from '@/core/library/records';
import { describeDay } from '@/core/report-day';
import type { Language } from '@/core/settings';
import { toSummaryLead } from '@/core/summary-lead';
import type { LibraryWords } from '@/core/words/library';
import { fill } from '@/core/words/words';
import { renderTree } from '../panel/tree';

/** A report as a link leads to it. */
export interface ReportPlace {
  id: string;
  date: string | null;
  title: string;
}

interface ReportHeadProps {
  report: ReportRecord;
  /** All reports of this day, this one among them. */
  sameDay: readonly ReportPlace[];
  previous: ReportPlace | null;
  next: ReportPlace | null;
  now: number;
  language: Language;
  words: LibraryWords;
  onExport: () => void;
}

/** Address of a report; with `exact`, of this one among several of its day. */
export function reportHref({ id, date }: ReportPlace, exact = date === null): string {
  return formatRoute({ kind: 'list', source: { kind: 'report', date, reportId: exact ? id : null }, paperId: null });
}

/** Which day it is, from whom, the way to its neighbours, and what the day was about. */
export function ReportHead(props: ReportHeadProps) {
  const { report, sameDay, previous, next, now, language, words, onExport } = props;
  return (
    <header class="report-head">
      <div class="day">
        <h2>{report.date ? describeDay(report.date, now, language) : words.undated}</h2>
        <Step place={previous} label={words.dayBefore} sign="‹" />
        <Step place={next} label={words.dayAfter} sign="›" />
        <button type="button" class="tool" onClick={onExport}>
          {words.exportReport}
        </button>
      </div>
      <p class="account" title={report.title}>
        {report.date && <time dateTime={report.date}>{report.date}</time>}
        {report.date && ' · '}
        {fill(words.reportCount, { source: report.source, n: report.entries.length })}
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
      {report.summary && <Overview key={report.id} summary={report.summary} words={words} />}
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

interface OverviewProps {
  summary: NonNullable<ReportRecord['summary']>;
  words: LibraryWords;
}

/** 今日概览: a few lines, opened to all of it under its own headings. */
function Overview({ summary, words }: OverviewProps) {
  const [open, setOpen] = useState(false);
  const lead = toSummaryLead(summary.sections);
  if (summary.invented) return <p class="overview invented">{words.invented}</p>;
  if (summary.sections.length === 0) return null;
  return (
    <section class="overview" aria-label={words.overview}>
      <h3>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.overview}
          <span aria-hidden="true">{open ? words.fold : words.unfold}</span>
        </button>
      </h3>
      {open ? (
        <div class="whole" lang="zh-CN">
          {summary.sections.map((section) => (
            <>
              {section.title && <h4>{section.title}</h4>}
              {renderTree(section.body)}
            </>
          ))}
        </div>
      ) : (
        <p class="lead" lang="zh-CN">
          {renderTree(lead)}
        </p>
      )}
    </section>
  );
}
