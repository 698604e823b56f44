import type { PopupWords } from '@/core/words/popup';

interface StarProps {
  saved: boolean;
  words: PopupWords;
  onToggle: (saved: boolean) => void;
}

/** Saves a paper or takes it back. */
export function Star({ saved, words, onToggle }: StarProps) {
  return (
    <button
      type="button"
      class="star"
      aria-pressed={saved}
      aria-label={words.save}
      title={saved ? words.saved : words.save}
      onClick={() => onToggle(!saved)}
    >
      {saved ? '★' : '☆'}
    </button>
  );
}
