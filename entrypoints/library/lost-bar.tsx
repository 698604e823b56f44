import { useState } from 'preact/hooks';
import { ReadOnlyBar } from '@/components/library/read-only-bar';
import { toUnreadPaper } from '@/core/library/unread';
import type { LibraryPaper } from '@/core/library/records';
import type { Language } from '@/core/settings';
import { libraryWords } from '@/core/words/library';
import { readOnlyWords } from '@/core/words/read-only';
import { fill } from '@/core/words/words';
import type { AppError } from '@/core/errors';
import { isLost } from '@/storage/lost';
import { readDrafts } from '@/storage/note-drafts';
import { rememberedPaper, rememberedPapers } from '@/storage/remembered';
import { lookForLibrary } from '@/storage/watch-connection';
import { downloadGiven } from './downloads';
import { explain } from './use-imports';

interface LostBarProps {
  lost: AppError;
  language: Language;
}

/** All that the page remembers, with the notes that were still being typed. */
function readMemory(now: number): LibraryPaper[] {
  const drafts = readDrafts();
  const withDraft = (one: LibraryPaper): LibraryPaper => {
    const note = drafts.get(one.paper.id);
    return note === undefined ? one : { ...one, saved: { savedAt: now, tags: [], ...one.saved, note } };
  };
  const unknown = [...drafts.keys()].filter((id) => rememberedPaper(id) === null);
  return [...rememberedPapers(), ...unknown.map((id) => ({ paper: toUnreadPaper(id), analyses: [], saved: null }))].map(
    withDraft,
  );
}

/** Says that the library is lost, gives away what is remembered of it, and tries again. */
export function LostBar({ lost, language }: LostBarProps) {
  const [said, say] = useState('');
  const words = readOnlyWords[language];
  const papers = readMemory(Date.now());
  const attempt = async (work: () => Promise<string>) => {
    try {
      say(await work());
    } catch (cause) {
      console.error(cause);
      say(isLost(cause) ? words.still : explain(cause, language));
    }
  };
  const save = async (format: 'json' | 'markdown') => {
    const { file, n } = await downloadGiven(readMemory(Date.now()), format, language);
    return fill(libraryWords[language].exported, { n, file });
  };
  const retry = async () => {
    say('');
    await lookForLibrary();
    return ''; // the bar goes
  };
  return (
    <ReadOnlyBar
      isGone={lost.code === 'storage-gone'}
      count={papers.length}
      saved={papers.filter((one) => one.saved).length}
      said={said}
      words={words}
      onExport={(format) => void attempt(() => save(format))}
      onRetry={() => void attempt(retry)}
    />
  );
}
