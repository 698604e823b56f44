import { useEffect, useRef, useState } from 'preact/hooks';
import type { LibraryWords } from '@/core/words/library';
import { fill } from '@/core/words/words';

interface TagsProps {
  tags: readonly string[];
  /** Tags of other papers, offered while typing. */
  known: readonly string[];
  words: LibraryWords;
  onTags: (tags: string[]) => void;
}

/** A paper's tags, each with a way to take it off, and a field for more. */
export function Tags({ tags, known, words, onTags }: TagsProps) {
  const [typed, setTyped] = useState('');
  const add = () => {
    const fresh = typed
      .split(/[,，;；]/)
      .map((tag) => tag.trim().replace(/^#/, ''))
      .filter(Boolean);
    setTyped('');
    if (fresh.some((tag) => !tags.includes(tag))) onTags([...new Set([...tags, ...fresh])]);
  };
  return (
    <>
      {tags.map((tag) => (
        <span key={tag} class="tool chip">
          #{tag}
          <button
            type="button"
            aria-label={fill(words.removeTag, { tag })}
            onClick={() => onTags(tags.filter((each) => each !== tag))}
          >
            ✕
          </button>
        </span>
      ))}
      <input
        class="tool tag-input"
        list="known-tags"
        value={typed}
        maxLength={60}
        aria-label={words.addTag}
        placeholder={words.addTagPlaceholder}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) add();
        }}
      />
      <datalist id="known-tags">
        {known
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </>
  );
}

const PAUSE_MS = 800;

interface NoteProps {
  note: string;
  words: LibraryWords;
  onNote: (note: string) => Promise<void>;
}

/** A paper's note, kept in a pause of the typing and when it is left. Key it by the paper. */
export function Note({ note, words, onNote }: NoteProps) {
  const [text, setText] = useState(note);
  const [said, say] = useState('');
  // What was typed and is not kept yet: read when the view goes, where state is out of reach.
  const waiting = useRef<string | null>(null);
  const keep = useRef<() => void>(() => {});
  keep.current = () => {
    const typed = waiting.current;
    if (typed === null) return;
    waiting.current = null;
    onNote(typed).then(
      () => say(words.noteSaved),
      (cause: unknown) => {
        console.error(cause);
        say(words.notSaved);
      },
    );
  };
  useEffect(() => {
    if (waiting.current === null) setText(note); // changed in another tab
  }, [note]);
  useEffect(() => {
    if (waiting.current === null) return undefined;
    const timer = setTimeout(() => keep.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const leave = () => keep.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return (
    <div class="note">
      <textarea
        rows={2}
        value={text}
        aria-label={words.note}
        placeholder={words.notePlaceholder}
        onInput={(event) => {
          waiting.current = event.currentTarget.value;
          setText(event.currentTarget.value);
          say('');
        }}
        onBlur={() => keep.current()}
      />
      <p role="status">{said}</p>
    </div>
  );
}
