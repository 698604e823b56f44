import { useEffect, useRef, useState } from 'preact/hooks';
import { type TagCount, toTag } from '@/core/library/tags';
import type { NoteWords } from '@/core/words/notes';
import { fill } from '@/core/words/words';

interface TagsDialogProps {
  /** The most used first. */
  tags: readonly TagCount[];
  words: NoteWords;
  /** What the last change did, for the reader; '' before the first. */
  said: string;
  /** Whether it can be taken back. */
  canUndo: boolean;
  /** Renames a tag everywhere, or makes it one with another; null takes it off every paper. */
  onChange: (from: string, to: string | null) => void;
  onUndo: () => void;
  onClose: () => void;
}

interface RenameProps {
  tag: string;
  tags: readonly TagCount[];
  words: NoteWords;
  onRename: (to: string) => void;
  onCancel: () => void;
}

function Rename({ tag, tags, words, onRename, onCancel }: RenameProps) {
  const [typed, setTyped] = useState(tag);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const to = toTag(typed);
  const isOther = to !== tag && tags.some((each) => each.tag === to);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (to !== '' && to !== tag) onRename(to);
        else onCancel();
      }}
    >
      <input
        ref={field}
        class="tool"
        value={typed}
        list="all-tags"
        autocomplete="off"
        aria-label={fill(words.renameTo, { tag })}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While Chinese is composed, Escape belongs to the input method; else it leaves the name, not the dialog.
          if (event.key !== 'Escape' || event.isComposing) return;
          event.preventDefault();
          onCancel();
        }}
      />
      <button type="submit" class="tool">
        {isOther ? fill(words.mergeInto, { tag: to }) : words.renameSave}
      </button>
      <button type="button" class="tool" onClick={onCancel}>
        {words.cancel}
      </button>
    </form>
  );
}

/** All tags of the library, to be renamed, made one or deleted on every paper at once. */
export function TagsDialog({ tags, words, said, canUndo, onChange, onUndo, onClose }: TagsDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [renamed, setRenamed] = useState<string | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const change = (from: string, to: string | null) => {
    setRenamed(null);
    onChange(from, to);
  };
  return (
    <dialog class="send tags-dialog" ref={dialog} aria-labelledby="tags-title" onClose={onClose}>
      <h2 id="tags-title">{words.manageTags}</h2>
      <p class="hint">{tags.length === 0 ? words.noTags : words.manageHint}</p>
      <datalist id="all-tags">
        {tags.map(({ tag }) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <ul role="list">
        {tags.map(({ tag, count }) => (
          <li key={tag}>
            {renamed === tag ? (
              <Rename
                tag={tag}
                tags={tags}
                words={words}
                onRename={(to) => change(tag, to)}
                onCancel={() => setRenamed(null)}
              />
            ) : (
              <>
                <span class="name">{tag}</span>
                <small>{fill(words.tagUses, { n: count })}</small>
                <button
                  type="button"
                  class="tool"
                  aria-label={fill(words.renameTag, { tag })}
                  onClick={() => setRenamed(tag)}
                >
                  {words.rename}
                </button>
                <button
                  type="button"
                  class="tool"
                  aria-label={fill(words.deleteTag, { tag })}
                  onClick={() => change(tag, null)}
                >
                  {words.delete}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      <div class="choices">
        <p role="status">{said}</p>
        {canUndo && (
          <button type="button" class="button" onClick={onUndo}>
            {words.undo}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </dialog>
  );
}
