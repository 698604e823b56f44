import { useEffect, useState } from 'preact/hooks';
import type { DayEntry } from '@/core/library/day';
import type { Language } from '@/core/settings';
import type { PopupWords } from '@/core/words/popup';
import { fill } from '@/core/words/words';
import { type Marks, PaperRow } from './paper-row';

/** What is drawn of a list at once; each click on its end brings as many more. */
const STEP = 60;
/** As many as fit into the popup: what is below the first view comes when that has been painted. */
const FIRST_VIEW = 10;
const UNMARKED: Marks = { saved: false, seen: false, dismissed: false };

/** What every row of a list has in common. */
export interface RowsContext {
  /** Papers without any are left out. */
  marks: Readonly<Record<string, Marks>>;
  now: number;
  language: Language;
  words: PopupWords;
  onSave: (id: string, saved: boolean) => void;
  onDismiss: (id: string, dismissed: boolean) => void;
  /** Shows beside the button why the paper was chosen; absent where that is not known. */
  onWhy?: (id: string, button: HTMLElement, isPinned: boolean) => void;
}

interface PaperRowsProps extends RowsContext {
  label: string;
  entries: readonly DayEntry[];
}

/** A list of papers, drawn as far as it is looked at. */
export function PaperRows({ label, entries, marks, ...row }: PaperRowsProps) {
  const [most, setMost] = useState(FIRST_VIEW);
  useEffect(() => setMost(STEP), []);
  const left = entries.length - most;
  return (
    <>
      <ul class="papers" aria-label={label}>
        {entries.slice(0, most).map((entry) => (
          <PaperRow key={entry.id} entry={entry} marks={marks[entry.id] ?? UNMARKED} {...row} />
        ))}
      </ul>
      {left > 0 && most >= STEP && (
        <button type="button" class="show-more" onClick={() => setMost(most + STEP)}>
          {fill(row.words.more, { n: Math.min(left, STEP) })}
        </button>
      )}
    </>
  );
}
