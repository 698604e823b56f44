import { useMemo, useState } from 'preact/hooks';
import { LeftOutFold } from '@/components/daily/left-out-fold';
import type { NewsPaper } from '@/core/daily/news';
import type { Language } from '@/core/settings';
import { markSeen, setDismissed, setSaved } from '@/storage/marks';
import { useLive } from '@/storage/use-live';
import { readLeftOut, readNewsMarks } from './daily-data';

interface LeftOutProps {
  date: string;
  /** How many there are, where that is known before they are read. */
  count: number | null;
  Heading: 'h2' | 'h3' | 'h4';
  language: Language;
  attempt: (work: Promise<unknown>) => void;
}

const NONE: NewsPaper[] = [];

/** What a day left out: read once it is opened, and again whenever the day is made anew. */
export function LeftOut({ date, count, Heading, language, attempt }: LeftOutProps) {
  const [open, setOpen] = useState(false);
  const papers = useLive(async () => (open ? readLeftOut(date) : undefined), [date, open]);
  const marks = useLive(() => readNewsMarks(papers ?? NONE), [papers]) ?? {};
  const actions = useMemo(
    () => ({
      onSave: (id: string, saved: boolean) => attempt(setSaved(id, saved, Date.now())),
      onDismiss: (id: string, dismissed: boolean) => attempt(setDismissed(id, dismissed, Date.now())),
      onOpen: (id: string) => attempt(markSeen(id, Date.now())),
    }),
    [attempt],
  );
  return (
    <LeftOutFold
      count={count}
      open={open}
      papers={papers}
      marks={marks}
      Heading={Heading}
      language={language}
      actions={actions}
      onFold={setOpen}
    />
  );
}
