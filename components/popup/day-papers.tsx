import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { announcementKind } from '@/core/announcements/calendar';
import { describeEmptyDay } from '@/core/announcements/empty-day';
import { toKeywordTest } from '@/core/keywords';
import { type Day, type DayEntry, type GroupedDay, groupDay } from '@/core/library/day';
import { accountWords } from '@/core/words/account';
import { fill } from '@/core/words/words';
import { PaperRows, type RowsContext } from './paper-rows';

interface DayPapersProps extends RowsContext {
  day: Day;
  /** The reader's keywords. */
  keywords: readonly string[];
}

interface FoldedProps extends RowsContext {
  label: string;
  entries: readonly DayEntry[];
}

/** New papers of which a day shows all at first. */
const MOST_NEW = 60;

function group(day: Day, keywords: readonly string[]): GroupedDay {
  const test = toKeywordTest(keywords);
  const isWanted = test && ((entry: DayEntry) => test([entry.title, entry.titleChinese ?? '', entry.gist].join('\n')));
  return groupDay(day, isWanted, MOST_NEW);
}

/** Papers behind their number, drawn once they are asked for. */
function Folded({ label, ...rows }: FoldedProps) {
  const [open, setOpen] = useState(false);
  const section = useRef<HTMLElement>(null);
  // It stands at the end of a list: what it opens would be out of sight.
  useLayoutEffect(() => {
    if (open) section.current?.scrollIntoView({ block: 'start' });
  }, [open]);
  return (
    <section class="folded" ref={section}>
      <h2>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {label}
          <span aria-hidden="true">{open ? rows.words.fold : rows.words.unfold}</span>
        </button>
      </h2>
      {open && <PaperRows label={label} {...rows} />}
    </section>
  );
}

/** Says of a day with reports that there is no paper in them, and why if arXiv's calendar tells. */
function NoPapers({ day, language, words }: DayPapersProps) {
  if (day.date === null) return <p class="none">{words.emptyReport}</p>;
  const kind = announcementKind(day.date);
  if (kind !== 'weekend' && kind !== 'holiday') return <p class="none">{words.emptyDay}</p>;
  const reason = describeEmptyDay({ kind }, accountWords[language]);
  return <p class="none">{fill(words.emptyDayBecause, { reason })}</p>;
}

/** The day's papers: what is new and asked for in sight, the rest and what was there before folded. */
export function DayPapers(props: DayPapersProps) {
  const { day, keywords, ...rows } = props;
  const { first, rest, seen } = useMemo(() => group(day, keywords), [day, keywords]);
  if (day.entries.length === 0) return <NoPapers {...props} />;
  const { words } = rows;
  return (
    <>
      {first.length > 0 && <PaperRows label={words.papers} entries={first} {...rows} />}
      {rest.length > 0 && <Folded label={fill(words.rest, { n: rest.length })} entries={rest} {...rows} />}
      {seen.length > 0 && <Folded label={fill(words.seenBefore, { n: seen.length })} entries={seen} {...rows} />}
    </>
  );
}
