import type { InterestsWords } from '@/core/words/interests';

/** What was done last, and what takes it back, if anything does. */
export interface Done {
  text: string;
  failed?: boolean;
  undo?: () => void;
}

/** Says what a click or a file has changed. Its line is there before, so that nothing moves under the pointer. */
export function DoneLine({ done, words }: { done: Done | null; words: InterestsWords }) {
  return (
    <div class="done">
      <p class={done?.failed ? 'failed' : ''} role="status">
        {done?.text}
      </p>
      {done?.undo && (
        <button type="button" class="button small" onClick={done.undo}>
          {words.undo}
        </button>
      )}
    </div>
  );
}
