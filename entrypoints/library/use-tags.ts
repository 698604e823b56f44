import { useRef, useState } from 'preact/hooks';
import type { TagCount } from '@/core/library/tags';
import type { Language } from '@/core/settings';
import { noteWords } from '@/core/words/notes';
import { fill } from '@/core/words/words';
import { changeTag, type TagChange, undoTagChange } from '@/storage/tags';
import { explain } from './use-imports';

interface ManagedTags {
  isOpen: boolean;
  said: string;
  canUndo: boolean;
  open: () => void;
  close: () => void;
  change: (from: string, to: string | null) => void;
  undo: () => void;
}

/**
 * The tags of the library as they are put in order; only the last change can be taken back.
 *
 * @param onRenamed where a list of papers with the tag may stand open.
 */
export function useTags(
  tags: readonly TagCount[],
  language: Language,
  onRenamed: (from: string, to: string | null) => void,
): ManagedTags {
  const [isOpen, setOpen] = useState(false);
  const [said, say] = useState('');
  const [last, setLast] = useState<(TagChange & { from: string; to: string | null }) | null>(null);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const words = noteWords[language];
  const attempt = (work: () => Promise<void>) => {
    queue.current = queue.current.then(work).catch((cause: unknown) => {
      console.error(cause);
      say(explain(cause, language));
    });
  };
  return {
    isOpen,
    said,
    canUndo: last !== null,
    open: () => {
      say('');
      setLast(null);
      setOpen(true);
    },
    close: () => setOpen(false),
    change: (from, to) => {
      const isMerge = tags.some(({ tag }) => tag === to);
      attempt(async () => {
        const done = await changeTag(from, to);
        setLast({ ...done, from, to });
        const sentence = to === null ? words.deleted : isMerge ? words.merged : words.renamed;
        say(fill(sentence, { from, to: to ?? '', n: done.papers.length }));
        onRenamed(from, to);
      });
    },
    undo: () => {
      if (!last) return;
      setLast(null);
      attempt(async () => {
        await undoTagChange(last);
        say(words.undone);
        if (last.to !== null) onRenamed(last.to, last.from);
      });
    },
  };
}
