/** Rows that are drawn, measured and read together. */
export const BLOCK_ROWS = 10;

/** Heights of a long list's rows, a block at a time, as far as they have been measured. */
export interface RowHeights {
  /** How high a row is taken to be until it is measured, in pixels. */
  estimate: number;
  /** Measured blocks, by their number. */
  known: ReadonlyMap<number, number>;
}

export interface BlockRange {
  /** The first block, and the one behind the last. */
  from: number;
  to: number;
}

export function countBlocks(rows: number): number {
  return Math.ceil(rows / BLOCK_ROWS);
}

/** Where each block begins, in pixels from the start of the list; one more is where the list ends. */
export function layOut(rows: number, { estimate, known }: RowHeights): Float64Array {
  const blocks = countBlocks(rows);
  const starts = new Float64Array(blocks + 1);
  for (let block = 0; block < blocks; block++) {
    const inBlock = Math.min(BLOCK_ROWS, rows - block * BLOCK_ROWS);
    starts[block + 1] = (starts[block] ?? 0) + (known.get(block) ?? inBlock * estimate);
  }
  return starts;
}

/** The block at a height; the first or the last for what lies outside. */
function blockAt(starts: Float64Array, height: number): number {
  let low = 0;
  let high = Math.max(0, starts.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The blocks between two heights. */
export function blocksBetween(starts: Float64Array, top: number, bottom: number): BlockRange {
  if (starts.length < 2) return { from: 0, to: 0 };
  return { from: blockAt(starts, top), to: blockAt(starts, Math.max(top, bottom)) + 1 };
}

/** The blocks to be drawn: those in sight, and those around the row that has the focus, wherever they are. */
export function drawnBlocks(inSight: BlockRange, current: number, rows: number): number[] {
  const blocks = countBlocks(rows);
  const wanted = new Set<number>();
  for (let block = inSight.from; block < Math.min(inSight.to, blocks); block++) wanted.add(block);
  if (current >= 0) {
    // The keys lead to the next row, which may stand in the next block.
    for (const row of [current - 1, current, current + 1]) {
      if (row >= 0 && row < rows) wanted.add(Math.floor(row / BLOCK_ROWS));
    }
  }
  return [...wanted].toSorted((one, other) => one - other);
}
