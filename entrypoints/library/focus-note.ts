/** Frames that a paper may take to be read from the library and drawn. */
const MOST_FRAMES = 120;

/**
 * Puts the caret into the note of a paper, once the paper stands beside its list; Escape leads back.
 *
 * @param read opens the paper by itself, where it does not stand beside the list
 */
export function focusNote(id: string, read: () => void, back: () => void): void {
  const find = () =>
    document.querySelector<HTMLTextAreaElement>(`.reading[data-paper="${CSS.escape(id)}"] .note textarea`);
  let asked = false;
  const look = (frames: number) => {
    const field = find();
    if (field?.checkVisibility()) {
      field.focus();
      field.scrollIntoView({ block: 'nearest' });
      const onKeyDown = (event: KeyboardEvent) => {
        // While Chinese is composed, Escape belongs to the input method.
        if (event.key === 'Escape' && !event.isComposing) back();
      };
      field.addEventListener('keydown', onKeyDown);
      field.addEventListener('blur', () => field.removeEventListener('keydown', onKeyDown), { once: true });
      return;
    }
    if (!asked) read();
    asked = true;
    if (frames > 0) requestAnimationFrame(() => look(frames - 1));
  };
  look(MOST_FRAMES);
}
