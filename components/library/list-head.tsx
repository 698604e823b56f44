import type { FoundOrder } from '@/core/library/list-order';
import type { LibraryWords } from '@/core/words/library';
import type { ViewWords } from '@/core/words/views';
import { countText } from './count-text';

interface ListHeadProps {
  title: string;
  /** How many papers stand in the list, or were found in it. */
  count: number;
  /** Whether they are what a search found. */
  found: boolean;
  order: FoundOrder;
  orders: readonly { value: FoundOrder; label: string }[];
  /** Whether all of them are selected. */
  allSelected: boolean;
  words: LibraryWords;
  views: ViewWords;
  onOrder: (order: FoundOrder) => void;
  onSelectAll: (selected: boolean) => void;
}

/** What stands above a list: its name, how long it is, how it is sorted. */
export function ListHead(props: ListHeadProps) {
  const { title, count, found, order, orders, allSelected, words, views, onOrder, onSelectAll } = props;
  return (
    <div class="list-head">
      <input
        type="checkbox"
        checked={allSelected}
        aria-label={views.selectAll}
        title={views.selectAll}
        onClick={(event) => onSelectAll(event.currentTarget.checked)}
      />
      <h2>{title}</h2>
      <span role="status">{countText(found ? words.found : views.count, count)}</span>
      <label>
        <span class="visually-hidden">{views.sort}</span>
        <select
          class="tool"
          value={order}
          title={views.sort}
          onChange={(event) => {
            const chosen = orders.find(({ value }) => value === event.currentTarget.value);
            if (chosen) onOrder(chosen.value);
          }}
        >
          {orders.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
