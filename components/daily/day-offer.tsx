import { describeEmptyDay } from '@/core/announcements/empty-day';
import type { DayNotice } from '@/core/daily/day-notice';
import type { DayEstimate } from '@/core/daily/estimate';
import { formatYuan } from '@/core/model/cost';
import { nameDay, nameMoment } from '@/core/moment';
import { toBeijingTime, toDay } from '@/core/report-day';
import type { Language } from '@/core/settings';
import { accountWords } from '@/core/words/account';
import { dayViewWords } from '@/core/words/day-view';
import { fillSpaced } from '@/core/words/words';

/** What a day's report will take: 约 26 次请求，约 0.21 元; null says that no model is used. */
export function describeEstimate(estimate: DayEstimate | null, language: Language): string {
  const words = dayViewWords[language];
  if (estimate === null) return words.free;
  const { requests, input, output, yuan } = estimate;
  if (yuan !== null) return fillSpaced(words.estimate, { n: requests, cost: formatYuan(yuan, language) });
  return fillSpaced(words.estimateTokens, { n: requests, tokens: (input + output).toLocaleString('en') });
}

interface DayOfferProps {
  notice: DayNotice;
  /** What a day would take with the reader's model; null without one. */
  estimate: DayEstimate | null;
  now: number;
  language: Language;
  /** Has the report of a day made now. */
  onMake: (date: string) => void;
}

function describe(notice: Exclude<DayNotice, { kind: 'categories' }>, now: number, language: Language): string {
  const words = dayViewWords[language];
  if (notice.kind === 'closed') {
    const reason = describeEmptyDay({ kind: notice.reason }, accountWords[language]);
    return fillSpaced(words.closed, { reason, time: nameMoment(notice.at, now, language) });
  }
  const isToday = notice.date === toDay(now);
  const day = isToday ? words.today : nameDay(notice.date, now, language);
  if (notice.kind === 'offer') return fillSpaced(words.offer, { day });
  if (notice.kind === 'expected' && notice.at <= now) return fillSpaced(words.due, { day });
  const time = toDay(notice.at) === toDay(now) ? toBeijingTime(notice.at) : nameMoment(notice.at, now, language);
  return fillSpaced(notice.kind === 'late' ? words.late : words.expected, { day, time });
}

/** A day's report that is not there: when it comes, or why not; and to have it made at once, with what that takes. */
export function DayOffer({ notice, estimate, now, language, onMake }: DayOfferProps) {
  const words = dayViewWords[language];
  if (notice.kind === 'categories') {
    return (
      <div class="line">
        <p>{words.noCategories}</p>
        <a class="small-button" href="options.html#categories" target="_blank">
          {words.chooseCategories}
        </a>
      </div>
    );
  }
  const date = notice.kind === 'offer' || (notice.kind !== 'closed' && notice.ready) ? notice.date : null;
  return (
    <div class="line">
      <div>
        <p>{describe(notice, now, language)}</p>
        {date !== null && <p class="facts">{describeEstimate(estimate, language)}</p>}
      </div>
      {date !== null && (
        <button
          type="button"
          class="small-button"
          aria-label={fillSpaced(words.makeOf, {
            day: date === toDay(now) ? words.today : nameDay(date, now, language),
          })}
          onClick={() => onMake(date)}
        >
          {words.make}
        </button>
      )}
    </div>
  );
}
