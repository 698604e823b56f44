import type { ComponentChildren } from 'preact';
import { absUrl } from '@/core/arxiv/id';
import type { MissedDay } from '@/core/library/catch-up';
import { nameDays } from '@/core/library/catch-up';
import type { DayEntry } from '@/core/library/day';
import { formatRoute } from '@/core/library/routes';
import { describeDay } from '@/core/report-day';
import type { Language } from '@/core/settings';
import { dayViewWords } from '@/core/words/day-view';
import { fill } from '@/core/words/words';
import { renderTree } from '../panel/tree';
import { DismissButton } from './dismiss-button';
import { isSettled, type PaperActions, type PaperMarks, rowClass, UNMARKED } from './news-list';

export interface CatchUpActions extends PaperActions {
  onMarkAll: () => void;
  onUndo: () => void;
}

interface CatchUpViewProps {
  /** With the papers that are listed: those not seen when the page was opened. */
  days: readonly MissedDay[];
  marks: Readonly<Record<string, PaperMarks>>;
  /** How many were marked as seen at once and can be taken back; null when none were. */
  marked: number | null;
  now: number;
  language: Language;
  actions: CatchUpActions;
  /** What stands below a day: what it left out. */
  below: (day: MissedDay) => ComponentChildren;
}

/** 补看: what came while the reader was away, day by day, and has not been seen. */
export function CatchUpView({ days, marks, marked, now, language, actions, below }: CatchUpViewProps) {
  const words = dayViewWords[language];
  const isUnseen = ({ id }: DayEntry) => !isSettled(marks[id] ?? UNMARKED);
  const left = days.filter(({ entries }) => entries.some(isUnseen));
  const papers = left.reduce((sum, { entries }) => sum + entries.filter(isUnseen).length, 0);
  const dates = left.map(({ date }) => date);
  return (
    <>
      <h2>{words.catchUp}</h2>
      {days.length === 0 && (
        <p>
          <b>{words.catchUpNone}</b>
          <br />
          {words.catchUpNoneHint}
        </p>
      )}
      {days.length > 0 && (
        <div class="catch-up-sum">
          <p>
            {papers === 0
              ? words.catchUpDone
              : fill(words.catchUpSum, { days: nameDays(dates, now, language), n: dates.length, papers })}
          </p>
          {papers > 0 && (
            <button type="button" class="tool" onClick={actions.onMarkAll}>
              {words.markAll}
            </button>
          )}
        </div>
      )}
      <p class="marked" role="status">
        {marked !== null && fill(words.marked, { n: marked })}
        {marked !== null && (
          <button type="button" class="tool" onClick={actions.onUndo}>
            {words.undo}
          </button>
        )}
      </p>
      {days.map((day) => (
        <section key={day.date} class="missed-day" aria-labelledby={`missed-${day.date}`}>
          <h3 id={`missed-${day.date}`}>
            <a
              href={formatRoute({
                kind: 'list',
                source: { kind: 'report', date: day.date, reportId: null },
                paperId: null,
              })}
              title={words.openDay}
            >
              {describeDay(day.date, now, language)}
            </a>
            {day.entries.some(isUnseen) && (
              <small>{fill(words.ofThisDay, { n: day.entries.filter(isUnseen).length })}</small>
            )}
          </h3>
          <ul class="news" role="list">
            {day.entries.map((entry) => (
              <MissedPaper
                key={entry.id}
                entry={entry}
                marks={marks[entry.id] ?? UNMARKED}
                language={language}
                actions={actions}
              />
            ))}
          </ul>
          {below(day)}
        </section>
      ))}
    </>
  );
}

interface MissedPaperProps {
  entry: DayEntry;
  marks: PaperMarks;
  language: Language;
  actions: PaperActions;
}

function MissedPaper({ entry, marks, language, actions }: MissedPaperProps) {
  const words = dayViewWords[language];
  const { id, titleTree, categories } = entry;
  const chinese = entry.gist || entry.titleChinese;
  const open = () => actions.onOpen(id);
  return (
    <li class={rowClass(marks)} data-paper={id}>
      <a
        class="news-title"
        href={absUrl(id)}
        target="_blank"
        rel="noreferrer"
        onClick={open}
        onAuxClick={open}
        lang={chinese ? 'zh-CN' : 'en'}
      >
        {chinese || renderTree(titleTree)}
      </a>
      <p class="news-marks">
        {chinese && (
          <span class="title" lang="en" title={entry.title}>
            {renderTree(titleTree)}
          </span>
        )}
        <span title={categories.join(', ')}>{categories[0]}</span>
        {marks.seen && <span>{words.seen}</span>}
        {!marks.saved && (
          <DismissButton
            title={entry.title}
            dismissed={marks.dismissed}
            words={words}
            onDismiss={(dismissed) => actions.onDismiss(id, dismissed)}
          />
        )}
      </p>
      <button
        type="button"
        class="star"
        aria-pressed={marks.saved}
        aria-label={words.save}
        title={marks.saved ? words.saved : words.save}
        onClick={() => actions.onSave(id, !marks.saved)}
      >
        {marks.saved ? '★' : '☆'}
      </button>
    </li>
  );
}
