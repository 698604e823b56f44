import type { PopupWords } from '@/core/words/popup';

interface ErrorNoteProps {
  /** What happened, what is safe and what to do, as the table of errors has it. */
  message: string;
  words: PopupWords;
  onRetry: () => void;
}

/** Stands in place of everything when the library does not answer. */
export function ErrorNote({ message, words, onRetry }: ErrorNoteProps) {
  return (
    <section class="error" role="alert">
      <h1>{words.errorTitle}</h1>
      <p>{message}</p>
      <button type="button" class="button" onClick={onRetry}>
        {words.retry}
      </button>
    </section>
  );
}
