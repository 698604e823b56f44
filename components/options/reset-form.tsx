import { useId, useState } from 'preact/hooks';
import type { PrivacyWords } from '@/core/words/privacy';
import { fill } from '@/core/words/words';

/** How far a reset has come: nothing is deleted before there is a backup. */
export type ResetState =
  | { kind: 'idle' }
  | { kind: 'working' }
  | { kind: 'saved'; file: string; size: string }
  | { kind: 'failed'; text: string }
  | { kind: 'done' };

interface ResetFormProps {
  state: ResetState;
  words: PrivacyWords;
  onBackup: () => void;
  onReset: () => void;
}

/** Empties the library: a backup first, then a word to be typed. */
export function ResetForm({ state, words, onBackup, onReset }: ResetFormProps) {
  const [typed, setTyped] = useState('');
  const field = useId();
  const isSure = typed.trim().toLowerCase() === words.resetWord;
  return (
    <section id="reset" aria-labelledby="reset-title">
      <h2 id="reset-title">{words.reset}</h2>
      <p>{words.resetText}</p>
      <button type="button" class="button" disabled={state.kind === 'working'} onClick={onBackup}>
        {state.kind === 'working' ? words.resetWorking : words.resetBackup}
      </button>
      <p class={state.kind === 'failed' ? 'problem' : 'hint'} role="status">
        {state.kind === 'saved' && fill(words.resetSaved, state)}
        {state.kind === 'failed' && state.text}
        {state.kind === 'done' && words.resetDone}
      </p>
      {state.kind === 'saved' && (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isSure) return;
            setTyped('');
            onReset();
          }}
        >
          <label for={field}>{fill(words.resetType, { word: words.resetWord })}</label>
          <input
            id={field}
            class="short"
            value={typed}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" class="button danger" disabled={!isSure}>
            {words.resetDo}
          </button>
        </form>
      )}
    </section>
  );
}
