import { type MissedDay, nameDays } from '@/core/library/catch-up';
import type { Language } from '@/core/settings';
import { dayViewWords } from '@/core/words/day-view';
import { fill } from '@/core/words/words';
import { isSettled, type PaperMarks, UNMARKED } from './news-list';

interface CatchUpLineProps {
  days: readonly MissedDay[];
  marks: Readonly<Record<string, PaperMarks>>;
  now: number;
  language: Language;
}

/** 补看：11 月 24–26 日，3 天 28 篇没看过; nothing when all was seen. */
export function CatchUpLine({ days, marks, now, language }: CatchUpLineProps) {
  const words = dayViewWords[language];
  const unseen = days
    .map(({ date, entries }) => ({ date, count: entries.filter(({ id }) => !isSettled(marks[id] ?? UNMARKED)).length }))
    .filter(({ count }) => count > 0);
  if (unseen.length === 0) return null;
  const papers = unseen.reduce((sum, { count }) => sum + count, 0);
  const dates = unseen.map(({ date }) => date);
  return (
    <p class="catch-up-line">
      <a href="library.html#/catch-up" target="_blank">
        {fill(words.catchUpLine, { days: nameDays(dates, now, language), n: unseen.length, papers })}
      </a>
    </p>
  );
}
