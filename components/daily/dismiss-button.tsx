import type { DayViewWords } from '@/core/words/day-view';
import { fill } from '@/core/words/words';

interface DismissButtonProps {
  /** Of the paper. */
  title: string;
  dismissed: boolean;
  words: Pick<DayViewWords, 'dismissed' | 'dismiss' | 'dismissOf' | 'undismiss'>;
  disabled?: boolean;
  onDismiss: (dismissed: boolean) => void;
}

/** Dismisses a paper, and takes that back: it stays where it stands, so a slip costs one more click. */
export function DismissButton({ title, dismissed, words, disabled = false, onDismiss }: DismissButtonProps) {
  return (
    <button
      type="button"
      class="dismiss"
      disabled={disabled}
      aria-pressed={dismissed}
      aria-label={fill(words.dismissOf, { title })}
      title={dismissed ? words.undismiss : words.dismiss}
      onClick={() => onDismiss(!dismissed)}
    >
      {words.dismissed}
    </button>
  );
}
