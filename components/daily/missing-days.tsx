import type { DayEstimate } from '@/core/daily/estimate';
import { nameDay } from '@/core/moment';
import { describeDay } from '@/core/report-day';
import type { Language } from '@/core/settings';
import { dayViewWords } from '@/core/words/day-view';
import { fillSpaced } from '@/core/words/words';
import { describeEstimate } from './day-offer';

interface MissingDaysProps {
  /** Newest first. */
  dates: readonly string[];
  /** The day that is being made; null when none is. */
  making: string | null;
  /** What a day would take with the reader's model; null without one. */
  estimate: DayEstimate | null;
  now: number;
  language: Language;
  onMake: (date: string) => void;
}

/** Days of the last week without a report, each to be made by a click. */
export function MissingDays({ dates, making, estimate, now, language, onMake }: MissingDaysProps) {
  const words = dayViewWords[language];
  if (dates.length === 0) return null;
  return (
    <section class="missing-days" aria-labelledby="missing-days">
      <h2 id="missing-days">{words.missingDays}</h2>
      <p>{words.missingHint}</p>
      <ul role="list">
        {dates.map((date) => (
          <li key={date}>
            <span>{describeDay(date, now, language)}</span>
            {date === making ? (
              <small>{words.making}</small>
            ) : (
              <>
                <small>{describeEstimate(estimate, language)}</small>
                <button
                  type="button"
                  class="tool"
                  aria-label={fillSpaced(words.catchUpMakeOf, { day: nameDay(date, now, language) })}
                  onClick={() => onMake(date)}
                >
                  {words.catchUpMake}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
