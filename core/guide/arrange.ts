import type { Part } from '../paper';
import { type Guide, READING_ORDER } from './guide';

/** What a panel shows of a guide below its gist, as far as readers may order and hide it. */
export type PanelPart = Exclude<Part, 'gist'> | 'findings';

const isOrdered = (part: Part): part is Exclude<Part, 'gist'> => part !== 'gist';

/** The parts as they stand unless the reader has ordered them. */
export const PANEL_PARTS: readonly PanelPart[] = [...READING_ORDER.filter(isOrdered), 'findings'];

/** A reader's wishes. Parts that `panelParts` does not name stand behind those that it does, in the usual order. */
export interface Arrangement {
  panelParts: readonly PanelPart[];
  hiddenParts: readonly PanelPart[];
}

/** Every part once, in the reader's order; names that this version does not know are left out. */
export function orderParts(wanted: readonly string[]): PanelPart[] {
  const named = PANEL_PARTS.filter((part) => wanted.includes(part));
  const ordered = named.toSorted((one, other) => wanted.indexOf(one) - wanted.indexOf(other));
  return [...ordered, ...PANEL_PARTS.filter((part) => !wanted.includes(part))];
}

/** The reader's order with one part moved up (negative) or down by so many places. */
export function movePart(order: readonly PanelPart[], part: PanelPart, by: number): PanelPart[] {
  const rest = order.filter((one) => one !== part);
  const to = Math.max(0, Math.min(order.indexOf(part) + by, rest.length));
  return rest.toSpliced(to, 0, part);
}

/** A guide as the reader wants to see it: parts in their order, without those that are hidden, which it names. */
export function arrangeGuide(guide: Guide, { panelParts, hiddenParts }: Arrangement): Guide {
  if (panelParts.length === 0 && hiddenParts.length === 0) return guide;
  const order = orderParts(panelParts);
  const hidden = new Set<Part | 'findings'>(hiddenParts);
  // The gist, where it has a section too, stands first: it is not among the parts.
  const place = (part: Part) => (isOrdered(part) ? order.indexOf(part) : -1);
  const arrange = <T extends { part: Part }>(items: readonly T[]) =>
    items
      .filter(({ part }) => part === 'gist' || !hidden.has(part))
      .toSorted((one, other) => place(one.part) - place(other.part));
  const sections = arrange(guide.sections);
  const findingsPlace = order.indexOf('findings');
  const present = new Set<PanelPart>(guide.sections.map(({ part }) => part).filter(isOrdered));
  if (guide.findings.items.length > 0) present.add('findings');
  return {
    ...guide,
    brief: arrange(guide.brief),
    sections,
    findings: hidden.has('findings') ? { ...guide.findings, items: [] } : guide.findings,
    findingsAt: sections.filter(({ part }) => place(part) < findingsPlace).length,
    hidden: order.filter((part) => hidden.has(part) && present.has(part)),
  };
}
