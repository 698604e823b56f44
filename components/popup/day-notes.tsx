import { describeEmptyDay } from '@/core/announcements/empty-day';
import type { MissingDay, SilentFeed } from '@/core/announcements/today';
import { formatRoute } from '@/core/library/routes';
import { nameDay } from '@/core/moment';
import { toDay } from '@/core/report-day';
import type { Language } from '@/core/settings';
import { accountWords } from '@/core/words/account';
import type { PopupWords } from '@/core/words/popup';
import { fill } from '@/core/words/words';

interface DayNotesProps {
  /** Null when the newest day is there. */
  missing: MissingDay | null;
  silent: readonly SilentFeed[];
  /** Whether the library has no room for anything new. */
  isFull: boolean;
  now: number;
  language: Language;
  words: PopupWords;
}

/** A sentence of one line: a long name gives way. */
function SilentFeed({ name, days, words }: { name: string; days: number; words: PopupWords }) {
  const [before = '', after = ''] = words.silent.split('{name}');
  return (
    <>
      {before}
      <span class="name">{name}</span>
      {fill(after, { n: days })}
    </>
  );
}

/** What should be there and is not: why a day is missing, and the feeds that have long been silent. */
export function DayNotes({ missing, silent, isFull, now, language, words }: DayNotesProps) {
  if (missing === null && silent.length === 0 && !isFull) return null;
  const day = missing && (missing.date === toDay(now) ? words.today : nameDay(missing.date, now, language));
  return (
    <ul class="notes">
      {isFull && (
        <li class="warning">
          <span role="alert">{words.full}</span>
        </li>
      )}
      {missing && (
        <li>
          {fill(words.missing, { day: day ?? '', reason: describeEmptyDay(missing.reason, accountWords[language]) })}
        </li>
      )}
      {silent.map(({ id, name, days }) => (
        <li key={id}>
          <a
            href={`library.html${formatRoute({ kind: 'feed', id })}`}
            target="_blank"
            title={name}
            aria-label={fill(words.silent, { name, n: days })}
          >
            <SilentFeed name={name} days={days} words={words} />
          </a>
        </li>
      ))}
    </ul>
  );
}
