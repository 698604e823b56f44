import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { type Command, findCommand, isRepeatable } from '@/components/library/keys';
import { stepFrom } from '@/core/library/selection';

interface Commands {
  /** Ids as listed. */
  order: readonly string[];
  currentId: string | null;
  /** False while a dialog has the keys. */
  enabled: boolean;
  onGo: (id: string) => void;
  /** Of the paper that stands open, or of the page. */
  on: Readonly<Record<Exclude<Command, 'next' | 'previous'>, (id: string) => void>>;
}

/** What needs no paper. */
const OF_PAGE: ReadonlySet<Command> = new Set(['search', 'help', 'escape', 'undo', 'all']);

/** Moves the focus to a row, so that a screen reader says it; where rows are not drawn or hidden nothing happens. */
export function showRow(id: string): void {
  const row = document.querySelector<HTMLElement>(`.item[data-id="${CSS.escape(id)}"]`);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/** The row a step leads to. A row that has left the list counts as the one that took its place. */
function stepTo(order: readonly string[], currentId: string | null, lastAt: number, by: 1 | -1): string | null {
  if (currentId === null || order.includes(currentId)) return stepFrom(order, currentId, by);
  return order[Math.min(by === 1 ? lastAt : lastAt - 1, order.length - 1)] ?? order[0] ?? null;
}

/** The keys of the library page. */
export function useCommands(commands: Commands): void {
  const latest = useRef(commands);
  latest.current = commands;
  const lastAt = useRef(0);
  const at = commands.currentId === null ? -1 : commands.order.indexOf(commands.currentId);
  if (at >= 0) lastAt.current = at;
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    // Of a long list a row may be drawn only when the list has heard of the step.
    if (wanted.current !== null && wanted.current === commands.currentId) showRow(wanted.current);
    wanted.current = null;
  }, [commands.currentId]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { order, currentId, enabled, onGo, on } = latest.current;
      const command = enabled ? findCommand(event) : null;
      if (command === null) return;
      if (command === 'next' || command === 'previous') {
        const id = stepTo(order, currentId, lastAt.current, command === 'next' ? 1 : -1);
        if (id === null) return;
        onGo(id);
        showRow(id);
        wanted.current = id;
      } else if (currentId !== null || OF_PAGE.has(command)) {
        if (!event.repeat || isRepeatable(command)) on[command](currentId ?? '');
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
