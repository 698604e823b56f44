import type { LineWord } from '@/core/daily/interest-texts';
import type { InterestsWords } from '@/core/words/interests';
import { fill } from '@/core/words/words';

interface CountedFieldProps {
  id: string;
  label: string;
  words: InterestsWords;
  value: string;
  example: string;
  /** The words of each line; null where there is nothing to count in. */
  lines: readonly LineWord[][] | null;
  onInput: (value: string) => void;
  /** The reader has left the field. */
  onLeave: () => void;
}

const FEWEST_ROWS = 4;

function CountOf({ word, count, twice }: LineWord, words: InterestsWords) {
  if (!twice && count === null) return null;
  return (
    <span class={count === 0 || twice ? 'none' : ''}>
      <span class="visually-hidden">{fill(words.countOf, { word })}</span>
      {twice ? words.twice : fill(words.papers, { n: count ?? 0 })}
    </span>
  );
}

/** Words, one a line, in a field of plain text, and on the right of each line how many papers have them. */
export function CountedField({ id, label, words, value, example, lines, onInput, onLeave }: CountedFieldProps) {
  // A line more than there are, for the next word and for a scroll bar.
  const rows = Math.max(FEWEST_ROWS, value.split('\n').length + 1);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="counted">
        <textarea
          id={id}
          rows={rows}
          wrap="off"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          placeholder={example}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
          onBlur={onLeave}
        />
        {lines && value.trim() !== '' && (
          <ol class="counts" aria-label={fill(words.countsOf, { field: label })}>
            {lines.map((line, at) => (
              <li key={at}>{line.map((word) => CountOf(word, words))}</li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}
