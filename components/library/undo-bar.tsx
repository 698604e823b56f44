import type { ViewWords } from '@/core/words/views';

interface UndoBarProps {
  /** What just happened; '' for nothing. */
  said: string;
  canUndo: boolean;
  views: ViewWords;
  onUndo: () => void;
}

/** What just happened, and the way back where there is one. */
export function UndoBar({ said, canUndo, views, onUndo }: UndoBarProps) {
  return (
    <div class="said-place">
      <p class="said-bar" role="status">
        {said}
      </p>
      {canUndo && (
        <button type="button" class="undo" onClick={onUndo}>
          {views.undo} <kbd aria-hidden="true">z</kbd>
        </button>
      )}
    </div>
  );
}
