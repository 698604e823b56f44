import { useLayoutEffect } from 'preact/hooks';
import type { DayViewWords } from '@/core/words/day-view';
import { fill } from '@/core/words/words';
import { closeWhy, openWhy } from './why-tip';

interface WhyButtonProps {
  /** Of the paper. */
  title: string;
  /** What stands on the button, beside 依据. */
  text?: string | null;
  /** The reasons, one a line; read when they are first wanted. */
  read: () => Promise<readonly string[]> | readonly string[];
  words: Pick<DayViewWords, 'why' | 'whyOf'>;
}

/** Why a paper was chosen or not, for who points at it, reaches it by keyboard or touches it. */
export function WhyButton({ title, text = null, read, words }: WhyButtonProps) {
  useLayoutEffect(() => closeWhy, []);
  const show = (button: HTMLElement, isPinned: boolean) => {
    const lines = read();
    if (!(lines instanceof Promise)) return openWhy(button, lines, isPinned);
    lines.then((late) => {
      const isWanted = isPinned || button.matches(':hover') || document.activeElement === button;
      if (button.isConnected && isWanted) openWhy(button, late, isPinned);
    }, console.error);
  };
  return (
    <button
      type="button"
      class="why"
      aria-label={fill(words.whyOf, { title })}
      onPointerEnter={(event) => event.pointerType === 'mouse' && show(event.currentTarget, false)}
      onFocus={(event) => show(event.currentTarget, false)}
      onClick={(event) => show(event.currentTarget, true)}
    >
      {text ?? words.why}
    </button>
  );
}
