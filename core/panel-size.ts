import type { PanelSize } from './settings';

const ZOOM: Record<PanelSize, number> = { small: 0.9, normal: 1, large: 1.15, larger: 1.3 };

/** The rule that a panel's style sheet ends with, so that all of it grows with its letters; '' for the usual size. */
export function sizeStyle(size: PanelSize): string {
  const zoom = ZOOM[size] as number | undefined; // as: what travelled from another version may name another size
  return zoom === undefined || zoom === 1 ? '' : `.panel{zoom:${zoom}}`;
}
