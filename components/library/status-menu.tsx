import { type Status, STATUSES } from '@/core/paper';
import type { ViewWords } from '@/core/words/views';
import { Menu } from './menu';
import { statusWord } from './status-words';

interface StatusMenuProps {
  status: Status | null;
  views: ViewWords;
  onStatus: (status: Status | null) => void;
}

/** How far the reader has come with a paper. */
export function StatusMenu({ status, views, onStatus }: StatusMenuProps) {
  const items = STATUSES.map((value) => ({ value, label: statusWord(value, views) }));
  return (
    <Menu
      label={status ? statusWord(status, views) : views.status}
      items={status ? [...items, { value: 'none', label: views.noStatus }] : items}
      onChoose={(value) => onStatus(value === 'none' ? null : value)}
    />
  );
}
