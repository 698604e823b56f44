import { useId, useRef, useState } from 'preact/hooks';
import { readTags, suggestTags, type TagCount, type TagEdit, toTag } from '@/core/library/tags';
import type { NoteWords } from '@/core/words/notes';
import { fill } from '@/core/words/words';

interface TagFieldProps {
  tags: readonly string[];
  /** Tags of other papers, the most used first. */
  known: readonly TagCount[];
  words: NoteWords;
  onEdit: (edit: TagEdit) => void;
}

/** While an input method composes, its keys are its own; some browsers tell so by a key that there is not. */
const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** A paper's tags, each with a way to take it off, and a field for more that completes what is typed. */
export function TagField({ tags, known, words, onEdit }: TagFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  /** Which choice the arrows stand on; -1: none, and Enter takes what was typed. */
  const [at, setAt] = useState(-1);
  const [said, say] = useState('');
  const field = useRef<HTMLInputElement>(null);

  const suggested = isOpen ? suggestTags(typed, known, tags) : [];
  const fresh = toTag(typed);
  const isNew = isOpen && fresh !== '' && readTags(typed, known).every((tag) => !known.some((one) => one.tag === tag));
  const choices = [
    ...suggested.map(({ tag, count }) => ({ tag, label: tag, count })),
    ...(isNew && !tags.includes(fresh) ? [{ tag: typed, label: fill(words.newTag, { tag: fresh }), count: null }] : []),
  ];
  const isShown = choices.length > 0;
  const optionId = (index: number) => `${id}-option-${index}`;

  const close = () => {
    setOpen(false);
    setAt(-1);
  };
  const add = (text: string) => {
    const added = readTags(text, known).filter((tag) => !tags.includes(tag));
    setTyped('');
    close();
    if (added.length === 0) return;
    say(fill(words.tagAdded, { tag: added.join('、') }));
    onEdit({ add: added, remove: [] });
  };
  const remove = (tag: string) => {
    say(fill(words.tagRemoved, { tag }));
    onEdit({ add: [], remove: [tag] });
    field.current?.focus();
  };
  const step = (by: 1 | -1) => {
    setOpen(true);
    const count = isOpen ? choices.length : suggestTags(typed, known, tags).length;
    // Over the ends the field itself comes, as in an address bar.
    if (count > 0) setAt((before) => ((before + 1 + by + count + 1) % (count + 1)) - 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const chosen = choices[at];
    const last = tags.at(-1);
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter') add(chosen?.tag ?? typed);
    else if (event.key === 'Tab' && !event.shiftKey && fresh !== '' && isShown)
      add((chosen ?? choices[0])?.tag ?? typed);
    else if (event.key === 'Escape' && (isShown || typed !== '')) {
      // One key, one thing: the list first, then what was typed.
      if (isShown) close();
      else setTyped('');
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined && !event.repeat) remove(last);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <span class="tag-chips">
        {tags.map((tag) => (
          <span key={tag} class="tool chip">
            <span>#{tag}</span>
            <button type="button" aria-label={fill(words.removeTag, { tag })} onClick={() => remove(tag)}>
              ✕
            </button>
          </span>
        ))}
      </span>
      <span class="tag-place">
        <input
          ref={field}
          class="tool tag-input"
          value={typed}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={400}
          role="combobox"
          aria-label={words.addTag}
          aria-expanded={isShown}
          aria-controls={`${id}-choices`}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 && isShown ? optionId(at) : undefined}
          placeholder={words.addTagPlaceholder}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setOpen(event.currentTarget.value.trim() !== '');
            setAt(-1);
          }}
          onBlur={() => add(typed)}
          onKeyDown={onKeyDown}
        />
        {/* It is there while it is empty too: what a field controls has to be. A press keeps the focus in the field. */}
        <span
          id={`${id}-choices`}
          class="tag-choices"
          role="listbox"
          aria-label={words.tagChoices}
          hidden={!isShown}
          onMouseDown={(event) => event.preventDefault()}
        >
          {choices.map(({ tag, label, count }, index) => (
            <span key={label} id={optionId(index)} role="option" aria-selected={index === at} onClick={() => add(tag)}>
              <span>{label}</span>
              {count !== null && <small>{fill(words.tagUses, { n: count })}</small>}
            </span>
          ))}
        </span>
      </span>
      <span class="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}
