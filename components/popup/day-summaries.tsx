import type { Day } from '@/core/library/day';
import type { PopupWords } from '@/core/words/popup';
import { fill } from '@/core/words/words';
import { Summary } from './summary';

interface DaySummariesProps {
  day: Day;
  words: PopupWords;
}

/** The overviews of a day: one as a rule, several under their sources' names. Of one that is made up it is only said that it was. */
export function DaySummaries({ day, words }: DaySummariesProps) {
  const told = day.reports.filter(({ summary }) => summary !== null && !summary.invented);
  const invented = day.entries.length === 0 && day.reports.some(({ summary }) => summary?.invented);
  if (told.length === 0) return invented ? <p class="summary invented">{words.invented}</p> : null;
  return (
    <>
      {told.map(({ id, source, summary }) => (
        <Summary
          key={id}
          title={told.length === 1 ? words.summary : fill(words.summaryOf, { source })}
          short={told.length > 1}
          sections={summary?.sections ?? []}
          words={words}
        />
      ))}
    </>
  );
}
