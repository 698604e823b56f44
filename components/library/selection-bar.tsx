import { useState } from 'preact/hooks';
import { type Status, STATUSES } from '@/core/status';
import type { ViewWords } from '@/core/words/views';
import { countText } from './count-text';
import { Menu } from './menu';
import { statusWord } from './status-words';

export interface SelectionActions {
  onSave: (saved: boolean) => void;
  onStatus: (status: Status | null) => void;
  onTag: (tag: string, on: boolean) => void;
  onDismiss: (dismissed: boolean) => void;
  onSeen: () => void;
}

interface SelectionBarProps {
  count: number;
  /** Tags that may be taken off, the most used first. */
  tags: readonly string[];
  views: ViewWords;
  actions: SelectionActions;
}

/** A menu of more would be longer than most windows. */
const MOST_TAGS = 15;

/** What can be done with the selected papers at once. */
export function SelectionBar({ count, tags, views, actions }: SelectionBarProps) {
  const [typed, setTyped] = useState('');
  const add = () => {
    const tag = typed.trim().replace(/^#/, '');
    setTyped('');
    if (tag !== '') actions.onTag(tag, true);
  };
  const statuses = STATUSES.map((value) => ({ value, label: statusWord(value, views) }));
  const saving = [
    { value: 'save', label: views.save },
    { value: 'unsave', label: views.unsave },
  ] as const;
  const dismissing = [
    { value: 'dismiss', label: views.dismiss },
    { value: 'undismiss', label: views.undismiss },
    { value: 'seen', label: views.markSeen },
  ] as const;
  return (
    <section class="selection-bar" aria-label={views.selection}>
      <strong role="status">{countText(views.selected, count)}</strong>
      <Menu label={views.save} items={saving} onChoose={(value) => actions.onSave(value === 'save')} />
      <Menu
        label={views.status}
        items={[...statuses, { value: 'none', label: views.noStatus }]}
        onChoose={(value) => actions.onStatus(value === 'none' ? null : value)}
      />
      <input
        class="tool tag-input"
        list="selection-tags"
        value={typed}
        maxLength={60}
        aria-label={views.addTag}
        placeholder={`＋${views.addTag}`}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) add();
        }}
      />
      <datalist id="selection-tags">
        {tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      {tags.length > 0 && (
        <Menu
          label={views.removeTag}
          items={tags.slice(0, MOST_TAGS).map((tag) => ({ value: tag, label: tag }))}
          onChoose={(tag) => actions.onTag(tag, false)}
        />
      )}
      <Menu
        label={views.dismissed}
        items={dismissing}
        onChoose={(value) => (value === 'seen' ? actions.onSeen() : actions.onDismiss(value === 'dismiss'))}
      />
    </section>
  );
}
