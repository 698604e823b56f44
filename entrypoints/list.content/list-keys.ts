import { findListCommand, type ListCommand } from '@/components/triage/keys';
import { findCurrent, findTarget } from '@/components/triage/moves';
import type { RowKit } from '@/components/triage/row';
import type { TriageList } from '@/components/triage/triage-list';

/** The page's own field for a search, as far as it is to be seen; the look of 2026 opens one by a link. */
function goToSearch(): void {
  const fields = document.querySelectorAll<HTMLInputElement>('input[name=query]:not([type=hidden])');
  const field = Array.from(fields).find((one) => one.getClientRects().length > 0);
  if (field) {
    field.focus();
    field.select();
  } else document.querySelector<HTMLElement>('#arxiv-search-toggle')?.click();
}

function run(list: TriageList, { onAction }: RowKit, command: ListCommand): void {
  if (command === 'help') return list.bar.showHelp();
  if (command === 'search') return goToSearch();
  const current = findCurrent(list.rows);
  const { row } = current;
  if (!row) return;
  switch (command) {
    case 'next':
    case 'previous':
    case 'fresh':
      return findTarget(list.rows, current, command)?.focus();
    case 'open':
      window.open(`/abs/${row.id}`, '_blank', 'noopener');
      return;
    default:
      // What a key does happens where the reader sees it.
      if (!current.isFocused) row.focus();
      return onAction(row, command);
  }
}

/** Lets keys work in the list, until the script ends. */
export function listenForKeys(list: TriageList, kit: RowKit, signal: AbortSignal): void {
  const press = (event: KeyboardEvent) => {
    const command = list.rows.length > 0 ? findListCommand(event) : null;
    if (!command) return;
    event.preventDefault();
    run(list, kit, command);
  };
  document.addEventListener('keydown', press, { signal });
}
