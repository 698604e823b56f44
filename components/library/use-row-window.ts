import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { BLOCK_ROWS, type BlockRange, blocksBetween, drawnBlocks, layOut, type RowHeights } from './row-window';

/** Most rows are about as high as this. */
const ESTIMATE = 92;
/** So far beyond the window rows are drawn, in pixels. */
const AHEAD = 600;

/** A stretch of a list: rows, or the room of those that are not drawn. */
export type Stretch = { kind: 'rows'; from: number; to: number } | { kind: 'room'; height: number; key: number };

const sameRange = (one: BlockRange, other: BlockRange) => one.from === other.from && one.to === other.to;

/** How high each drawn block is: from its first row to the first that follows it. */
function measure(list: HTMLElement, blocks: readonly number[], rows: number): Map<number, number> {
  const heights = new Map<number, number>();
  const at = (row: number) => list.querySelector(`:scope > [aria-posinset="${row + 1}"]`)?.getBoundingClientRect();
  for (const block of blocks) {
    const first = at(block * BLOCK_ROWS);
    const last = at(Math.min(rows, (block + 1) * BLOCK_ROWS) - 1);
    if (first && last) heights.set(block, last.bottom - first.top);
  }
  return heights;
}

/**
 * Which rows of a long list are drawn, as it moves under the window. Rows are as high as they are: what is not drawn counts by its
 * measured height, or by that of the rows measured first.
 *
 * @param rows how many there are; null for a list that is drawn whole
 * @param current the place of the row that keeps the focus; -1 for none
 */
export function useRowWindow(rows: number | null, current: number) {
  const count = rows ?? 0;
  const list = useRef<HTMLUListElement>(null);
  const [heights, setHeights] = useState<RowHeights>({ estimate: ESTIMATE, known: new Map() });
  const [inSight, setInSight] = useState<BlockRange>({ from: 0, to: 1 });
  const starts = useMemo(() => layOut(count, heights), [count, heights]);
  const blocks = useMemo(() => drawnBlocks(inSight, current, count), [inSight, current, count]);
  const latest = useRef({ starts, blocks, count });
  latest.current = { starts, blocks, count };

  const look = useCallback(() => {
    if (!list.current) return;
    const { top } = list.current.getBoundingClientRect();
    const next = blocksBetween(latest.current.starts, -top - AHEAD, innerHeight - top + AHEAD);
    setInSight((before) => (sameRange(before, next) ? before : next));
  }, []);
  const weigh = useCallback(() => {
    if (!list.current || latest.current.count === 0) return;
    const measured = measure(list.current, latest.current.blocks, latest.current.count);
    setHeights((before) => {
      const { estimate, known } = before;
      const fresh = [...measured].filter(
        ([block, height]) => height > 0 && Math.abs((known.get(block) ?? -1) - height) >= 0.5,
      );
      if (fresh.length === 0) return before;
      const [, first = 0] = fresh[0] ?? [];
      // Only once: what is above the window must not move with every row that is measured.
      const isFirst = known.size === 0 && latest.current.count >= BLOCK_ROWS;
      return { estimate: isFirst ? first / BLOCK_ROWS : estimate, known: new Map([...known, ...fresh]) };
    });
  }, []);

  const isLong = rows !== null;
  useEffect(() => {
    if (!isLong) return undefined;
    const listening = new AbortController();
    // Which of them moves depends on the width: the page, or the column.
    document.addEventListener('scroll', look, { capture: true, passive: true, signal: listening.signal });
    addEventListener('resize', look, { signal: listening.signal });
    return () => listening.abort();
  }, [isLong, look]);
  useEffect(() => {
    if (!isLong || !list.current || typeof ResizeObserver === 'undefined') return undefined;
    let width = list.current.clientWidth;
    const observer = new ResizeObserver(([entry]) => {
      const now = entry?.contentRect.width ?? width;
      // In a narrower column every row is higher.
      if (Math.abs(now - width) >= 1) setHeights({ estimate: ESTIMATE, known: new Map() });
      width = now;
      weigh();
      look();
    });
    observer.observe(list.current);
    return () => observer.disconnect();
  }, [isLong, look, weigh]);
  const isDrawn = useRef(false);
  const settle = () => {
    if (!isLong) return;
    weigh();
    look();
  };
  const looked = [isLong, count, blocks, heights, look, weigh];
  // A list that has just come has its first rows where they stay, and is seen before it is measured.
  useLayoutEffect(() => {
    if (isDrawn.current || current >= BLOCK_ROWS) settle();
  }, looked);
  useEffect(() => {
    if (!isDrawn.current) settle();
    isDrawn.current = true;
  }, looked);

  const stretches = useMemo((): Stretch[] => {
    const found: Stretch[] = [];
    let done = 0;
    for (const block of blocks) {
      if (block > done) found.push({ kind: 'room', height: (starts[block] ?? 0) - (starts[done] ?? 0), key: done });
      found.push({ kind: 'rows', from: block * BLOCK_ROWS, to: Math.min(count, (block + 1) * BLOCK_ROWS) });
      done = block + 1;
    }
    const rest = (starts.at(-1) ?? 0) - (starts[done] ?? 0);
    if (rest > 0) found.push({ kind: 'room', height: rest, key: done });
    return found;
  }, [blocks, starts, count]);
  return { list, stretches };
}
