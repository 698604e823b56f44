import { useEffect, useRef, useState } from 'preact/hooks';
import { mergeNotes } from '@/core/library/note-merge';
import type { NoteWords } from '@/core/words/notes';
import { NotePreview } from './note-preview';
import { useReadOnly } from './read-only';

/** What became of a note: `theirs` is what had been written elsewhere meanwhile, and stands in `note` too. */
interface KeptNote {
  note: string;
  theirs: string | null;
}

export interface NoteActions {
  /** Keeps a note that was written on from `base`. */
  onKeep: (text: string, base: string) => Promise<KeptNote>;
  /** With every key: what is not in the library yet; null once it is. At once, for the page may close. */
  onDraft: (draft: { text: string; base: string } | null) => void;
}

interface NoteFieldProps extends NoteActions {
  /** As the library has it. */
  note: string;
  words: NoteWords;
}

/** A pause of the typing in which the note is kept. */
const PAUSE_MS = 400;

type Said = 'noteSaved' | 'noteMerged' | 'noteElsewhere' | 'noteNotSaved';

/**
 * What is typed on its way into the library. `base` is the note that the text began with: what has come in elsewhere since then is
 * never written over. Key it by the paper.
 */
function useNote({ note, onKeep, onDraft }: Omit<NoteFieldProps, 'words'>) {
  const [text, setText] = useState(note);
  const [said, say] = useState<Said | null>(null);
  // Read when the view goes, and between two answers of the library, where state is out of reach.
  const now = useRef({ text: note, base: note, isDirty: false, isFocused: false });
  const work = useRef<Promise<void>>(Promise.resolve());
  const show = (next: string) => {
    now.current.text = next;
    setText(next);
  };

  const keepOnce = async (): Promise<void> => {
    const { text: typed, base, isDirty } = now.current;
    if (!isDirty) return;
    now.current.isDirty = false;
    try {
      const kept = await onKeep(typed, base);
      now.current.base = kept.note;
      if (kept.theirs !== null) {
        // What was typed while it was kept goes on behind what came from elsewhere.
        const isLater = now.current.isDirty;
        show(isLater ? mergeNotes(base, kept.theirs, now.current.text) : kept.note);
      }
      if (now.current.isDirty) onDraft({ text: now.current.text, base: kept.note });
      else onDraft(null);
      say(kept.theirs === null ? 'noteSaved' : 'noteMerged');
    } catch (cause) {
      console.error(cause);
      now.current.isDirty = true;
      say('noteNotSaved');
    }
  };
  const keep = useRef(keepOnce);
  keep.current = keepOnce;
  /** One after the other: the second begins with what the first has kept. */
  const keepNow = () => {
    work.current = work.current.then(() => keep.current());
  };

  useEffect(() => {
    const { isDirty, isFocused, base } = now.current;
    if (note === base) return;
    if (isDirty) say('noteElsewhere');
    else if (!isFocused) {
      now.current.base = note;
      show(note);
    }
  }, [note]);
  useEffect(() => {
    if (!now.current.isDirty) return undefined;
    const timer = setTimeout(keepNow, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const leave = () => keepNow();
    const hide = () => document.hidden && keepNow();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      leave();
    };
  }, []);

  return {
    text,
    said,
    onInput: (typed: string) => {
      now.current.isDirty = true;
      show(typed);
      onDraft({ text: typed, base: now.current.base });
      say((before) => (before === 'noteMerged' ? before : null));
    },
    onFocus: () => {
      now.current.isFocused = true;
    },
    onBlur: () => {
      now.current.isFocused = false;
      keepNow();
    },
  };
}

/** A paper's note in Markdown, kept as it is typed, with a look at how it reads. Key it by the paper. */
export function NoteField({ words, ...props }: NoteFieldProps) {
  const { text, said, onInput, onFocus, onBlur } = useNote(props);
  const [isPreview, setPreview] = useState(false);
  const why = useReadOnly();
  const isEmpty = text.trim() === '';
  const shown = isPreview && !isEmpty;
  return (
    <div class="note">
      {shown ? (
        <NotePreview markdown={text} label={words.noteView} />
      ) : (
        <textarea
          rows={2}
          value={text}
          readOnly={why !== null} // what stands there can be copied all the same
          {...(why !== null && { title: why })}
          aria-label={words.note}
          placeholder={words.notePlaceholder}
          onInput={(event) => onInput(event.currentTarget.value)}
          onFocus={onFocus}
          onBlur={onBlur}
        />
      )}
      <div class="note-foot">
        <p role="status" class={said === 'noteNotSaved' || said === 'noteMerged' ? 'warn' : ''}>
          {said === null ? '' : words[said]}
        </p>
        {!isEmpty && (
          <div class="note-looks" role="group" aria-label={words.looks}>
            <button type="button" aria-pressed={!shown} onClick={() => setPreview(false)}>
              {words.write}
            </button>
            <button type="button" aria-pressed={shown} onClick={() => setPreview(true)}>
              {words.preview}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
