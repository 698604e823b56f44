import { useMemo, useRef } from 'preact/hooks';
import type { ItemActions } from '@/components/library/paper-item';
import { toggleOne, toggleStretch } from '@/core/library/selection';
import type { Language } from '@/core/settings';
import { readWhy } from '../daily/daily-data';
import type { Listing } from './use-listing';
import type { Mark } from './use-marks';

/** What a click on a row does; the same functions while the page stands, so that rows are not drawn anew. */
export function useRowActions(listing: Listing, language: Language, mark: Mark): ItemActions {
  const latest = useRef(listing);
  latest.current = listing;
  return useMemo(
    () => ({
      onSave: (id, saved) => mark([id], { kind: 'saved', saved }),
      onDismiss: (id, dismissed) => mark([id], { kind: 'dismissed', dismissed }),
      onStatus: (id, status) => mark([id], { kind: 'status', status }),
      onSelect: (id, stretch) => {
        const { select, order: shown } = latest.current;
        select((selection) => (stretch ? toggleStretch(selection, id, shown) : toggleOne(selection, id)));
      },
      readWhy: (id) => readWhy(latest.current.view?.report.date ?? '', id, language),
    }),
    [mark, language],
  );
}
