import { useState } from 'preact/hooks';
import type { ListWords } from '@/core/words/lists';

/** A field for a list that was copied somewhere. */
export function PasteField({ words, onText }: { words: ListWords; onText: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <form
      class="paste-field"
      onSubmit={(event) => {
        event.preventDefault();
        onText(text);
        setText('');
      }}
    >
      <label>
        {words.paste}
        <textarea
          rows={4}
          value={text}
          placeholder={words.pasteExample}
          spellcheck={false}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" disabled={text.trim() === ''}>
        {words.take}
      </button>
    </form>
  );
}
