import { useMemo, useRef } from 'preact/hooks';
import type { SelectionActions } from '@/components/library/selection-bar';
import type { Mark } from './use-marks';

/** What can be done with the selected papers at once. */
export function useSelectionActions(selected: readonly string[], mark: Mark): SelectionActions {
  const latest = useRef(selected);
  latest.current = selected;
  return useMemo(
    () => ({
      onSave: (saved) => mark(latest.current, { kind: 'saved', saved }),
      onStatus: (status) => mark(latest.current, { kind: 'status', status }),
      onTag: (tag, on) => mark(latest.current, { kind: 'tag', tag, on }),
      onDismiss: (dismissed) => mark(latest.current, { kind: 'dismissed', dismissed }),
      onSeen: () => mark(latest.current, { kind: 'seen' }),
    }),
    [mark],
  );
}
