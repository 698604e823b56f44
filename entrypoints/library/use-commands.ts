import { useEffect, useRef } from 'preact/hooks';
import { findCommand } from '@/components/library/keys';
import { absUrl } from '@/core/arxiv/id';
import { stepFrom } from '@/core/library/selection';

interface Commands {
  /** Ids as listed. */
  order: readonly string[];
  currentId: string | null;
  /** False while a dialog has the keys. */
  enabled: boolean;
  onGo: (id: string) => void;
  onStar: (id: string) => void;
  onDismiss: (id: string) => void;
  onSelect: (id: string, stretch: boolean) => void;
  onSearch: () => void;
  onHelp: () => void;
  onEscape: () => void;
}

/** Moves the focus to a row, so that a screen reader says it; where rows are hidden nothing happens. */
function showRow(id: string): void {
  const row = document.querySelector<HTMLElement>(`.item[data-id="${CSS.escape(id)}"]`);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/** The keys of the library page. */
export function useCommands(commands: Commands): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { order, currentId, enabled, ...on } = latest.current;
      const command = enabled ? findCommand(event) : null;
      if (command === null) return;
      if (command === 'search') on.onSearch();
      else if (command === 'help') on.onHelp();
      else if (command === 'escape') on.onEscape();
      else if (command === 'next' || command === 'previous') {
        const id = stepFrom(order, currentId, command === 'next' ? 1 : -1);
        if (id === null) return;
        on.onGo(id);
        showRow(id);
      } else if (currentId === null) return;
      else if (command === 'open') open(absUrl(currentId), '_blank', 'noopener');
      else if (command === 'star') on.onStar(currentId);
      else if (command === 'dismiss') on.onDismiss(currentId);
      else on.onSelect(currentId, command === 'stretch');
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
