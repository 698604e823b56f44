import { useState } from 'preact/hooks';
import type { FeedDay } from '@/core/feeds/feed';
import { formatRoute } from '@/core/library/routes';
import { describeDay } from '@/core/report-day';
import type { Language } from '@/core/settings';
import { feedWords } from '@/core/words/feeds';
import { fill } from '@/core/words/words';
import { explainDay } from './shown-feed';

interface DaysTableProps {
  /** Newest first. */
  days: readonly FeedDay[];
  now: number;
  language: Language;
}

const SHOWN_FIRST = 14;
const SHOWN_MORE = 60;

function hostOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).host : '';
}

function DayRow({ day, now, language }: Omit<DaysTableProps, 'days'> & { day: FeedDay }) {
  const words = feedWords[language];
  const name = describeDay(day.date, now, language);
  const href = formatRoute({ kind: 'list', source: { kind: 'report', date: day.date, reportId: null }, paperId: null });
  const host = hostOf(day.url);
  // A file that came once stays where its newer copy cannot be read; either is told of.
  const reason = day.error && explainDay(day.error, host, language);
  // At a line's end it parts behind the day, not within.
  const parts = name.split(/(?<= · )/).map((part) => (
    <span key={part} class="part">
      {part}
    </span>
  ));
  return (
    <>
      <tr class={day.state}>
        <th scope="row">{day.state === 'there' ? <a href={href}>{parts}</a> : parts}</th>
        <td>{words[day.state]}</td>
        <td class="number">{day.state === 'there' ? day.papers : ''}</td>
        <td class="number">{day.state === 'there' ? day.analyses : ''}</td>
      </tr>
      {reason && (
        <tr class="reason">
          <td colSpan={4}>{reason}</td>
        </tr>
      )}
    </>
  );
}

/** Every day of a feed that was asked for. */
export function DaysTable({ days, now, language }: DaysTableProps) {
  const words = feedWords[language];
  const [shown, setShown] = useState(SHOWN_FIRST);
  if (days.length === 0) return <p class="small">{words.daysNone}</p>;
  const more = Math.min(days.length - shown, SHOWN_MORE);
  return (
    <>
      <table class="feed-days">
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.state}</th>
            <th scope="col" class="number">
              {words.papers}
            </th>
            <th scope="col" class="number">
              {words.analyses}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.slice(0, shown).map((day) => (
            <DayRow key={day.key} day={day} now={now} language={language} />
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <button type="button" class="button small" onClick={() => setShown(shown + SHOWN_MORE)}>
          {fill(words.moreDays, { n: more })}
        </button>
      )}
    </>
  );
}
