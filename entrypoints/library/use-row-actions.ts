import { useMemo, useRef } from 'preact/hooks';
import type { ItemActions } from '@/components/library/paper-item';
import { toggleOne, toggleStretch } from '@/core/library/selection';
import type { Language } from '@/core/settings';
import { setDismissed, setSaved } from '@/storage/marks';
import { readWhy } from '../daily/daily-data';
import type { Listing } from './use-listing';

/** What a click on a row does; the same functions while the page stands, so that rows are not drawn anew. */
export function useRowActions(
  listing: Listing,
  language: Language,
  attempt: (work: Promise<unknown>) => void,
): ItemActions {
  const latest = useRef(listing);
  latest.current = listing;
  return useMemo(
    () => ({
      onSave: (id, saved) => attempt(setSaved(id, saved, Date.now())),
      onDismiss: (id, dismissed) => attempt(setDismissed(id, dismissed, Date.now())),
      onSelect: (id, stretch) => {
        const { select, order: shown } = latest.current;
        select((selection) => (stretch ? toggleStretch(selection, id, shown) : toggleOne(selection, id)));
      },
      readWhy: (id) => readWhy(latest.current.view?.report.date ?? '', id, language),
    }),
    [attempt, language],
  );
}
