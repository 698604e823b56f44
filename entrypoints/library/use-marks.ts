import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { grouped } from '@/components/library/count-text';
import { statusWord } from '@/components/library/status-words';
import type { Language } from '@/core/settings';
import { type ViewWords, viewWords } from '@/core/words/views';
import { fill } from '@/core/words/words';
import { changeMarks, type MarkChange, type PaperChange } from '@/storage/change-marks';
import { undoMarks } from '@/storage/undo-marks';

/** Changes the marks of papers, so that it can be taken back. */
export type Mark = (ids: readonly string[], change: MarkChange) => void;

/** What is said of a change can be undone while it stands there, and by its key later. */
const UNDO_MS = 12_000;
const MOST_STEPS = 50;
/** More papers than these take long enough to say so. */
const MANY = 500;

/** What was done to `n` of `asked` papers. */
function describe(change: MarkChange, count: number, asked: number, views: ViewWords): string {
  if (count === 0) return views.didNothing;
  const n = grouped(count);
  switch (change.kind) {
    case 'saved':
      return fill(change.saved ? views.didSave : views.didUnsave, { n });
    case 'status':
      return change.status
        ? fill(views.didStatus, { n, status: statusWord(change.status, views) })
        : fill(views.didNoStatus, { n });
    case 'tag':
      return fill(change.on ? views.didTag : views.didUntag, { n, tag: change.tag });
    case 'dismissed':
      if (!change.dismissed) return fill(views.didUndismiss, { n });
      return fill(count < asked ? views.didDismissSome : views.didDismiss, { n, m: grouped(asked - count) });
    case 'seen':
      return fill(views.didSeen, { n });
  }
}

/** The reader's marks, with what was done last and the way back. */
export function useMarks(
  language: Language,
  say: (text: string, forMs?: number) => void,
  attempt: (work: Promise<unknown>) => void,
): { mark: Mark; undo: () => void; undoable: string } {
  const views = viewWords[language];
  const steps = useRef<PaperChange[][]>([]);
  /** One after the other, in the order asked for: what is undone must have been done. */
  const line = useRef<Promise<unknown>>(Promise.resolve());
  /** What is said of the last change; '' when nothing can be undone. */
  const [undoable, setUndoable] = useState('');
  const queue = useCallback(
    (work: () => Promise<void>) => {
      const done = line.current.then(work);
      line.current = done.catch(() => undefined);
      attempt(done);
    },
    [attempt],
  );
  const mark = useCallback<Mark>(
    (ids, change) =>
      queue(async () => {
        if (ids.length > MANY) say(fill(views.working, { n: ids.length }), UNDO_MS);
        const changes = await changeMarks(ids, change, Date.now());
        const text = describe(change, changes.length, ids.length, views);
        if (changes.length > 0) steps.current = [...steps.current, changes].slice(-MOST_STEPS);
        setUndoable(changes.length > 0 ? text : '');
        say(text, UNDO_MS);
      }),
    [queue, say, views],
  );
  const undo = useCallback(
    () =>
      queue(async () => {
        const changes = steps.current.pop();
        setUndoable('');
        if (!changes) return say(views.nothingToUndo);
        if (changes.length > MANY) say(fill(views.working, { n: grouped(changes.length) }), UNDO_MS);
        const { restored, kept } = await undoMarks(changes);
        const text = kept === 0 ? views.undone : restored === 0 ? views.undoneNone : views.undoneSome;
        say(fill(text, { n: grouped(restored), m: grouped(kept) }));
      }),
    [queue, say, views],
  );
  return useMemo(() => ({ mark, undo, undoable }), [mark, undo, undoable]);
}
