import type { Row, RowAction, RowKit } from '@/components/triage/row';
import type { TriageList } from '@/components/triage/triage-list';
import { readListedText } from '@/core/arxiv/list-reader';
import { ask } from '@/messages/ask';

async function mark(list: TriageList, kit: RowKit, row: Row, action: 'save' | 'dismiss'): Promise<void> {
  const { words } = kit;
  const { saved, dismissed } = row.data;
  if (action === 'dismiss' && saved) return; // the star has to go first
  const wanted = action === 'save' ? (saved ? 'unsave' : 'save') : dismissed ? 'restore' : 'dismiss';
  const marks = await ask('list/mark', { mark: wanted, paper: readListedText(row.place) });
  list.showMarks(kit, row.id, marks);
  const said = {
    save: words.saidSaved,
    unsave: words.saidUnsaved,
    dismiss: words.saidDismissed,
    restore: words.saidRestored,
  };
  list.bar.say(said[wanted]);
}

async function expand(kit: RowKit, row: Row): Promise<void> {
  row.showBrief(kit, row.isExpanded ? null : await ask('list/brief', { id: row.id }));
}

/** Does what a button or a key asks for. `isOrphan` is asked after a failure, and ends the script if so. */
export async function act(
  list: TriageList,
  kit: RowKit,
  { row, action }: { row: Row; action: RowAction },
  isOrphan: () => boolean,
): Promise<void> {
  row.note('');
  try {
    await (action === 'expand' ? expand(kit, row) : mark(list, kit, row, action));
  } catch (cause) {
    console.error('[Daodu] not done', cause);
    const said = isOrphan() ? kit.words.refresh : kit.words.failed;
    row.note(said);
    list.bar.say(said);
  }
}
