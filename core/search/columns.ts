/** So many papers' columns lie in one row. */
export const BLOCK_DOCS = 4_096;

/** What is known of papers by their numbers in the index, beside their terms. */
export interface ColumnBlock {
  block: number;
  /** Packed ids (`packId`); 0: not one of arXiv's new form, and then in `others` by place. */
  ids: Uint32Array;
  others: Record<number, string>;
  /** Day of the first version as `findDayNumber` counts; 0: unknown. */
  days: Uint16Array;
  /** 1: to be found; 0: changed or deleted since, or never written. */
  alive: Uint8Array;
}

export function newBlock(block: number): ColumnBlock {
  return {
    block,
    ids: new Uint32Array(BLOCK_DOCS),
    others: {},
    days: new Uint16Array(BLOCK_DOCS),
    alive: new Uint8Array(BLOCK_DOCS),
  };
}

const NEW_ID = /^(\d{4})\.(\d{4,5})$/;

/** An id such as 2512.23705 as a number, later ones greater; 0 for the old form and anything else. */
export function packId(id: string): number {
  const [, month = '', number = ''] = NEW_ID.exec(id) ?? [];
  return month === '' ? 0 : Number(month) * 200_000 + Number(number) * 2 + (number.length - 4) + 1;
}

/** What `packId` made a number of. */
export function unpackId(packed: number): string {
  const [month, rest] = [Math.floor((packed - 1) / 200_000), (packed - 1) % 200_000];
  return `${String(month).padStart(4, '0')}.${String(rest >> 1).padStart(4 + (rest & 1), '0')}`;
}

/** What `packId` made numbers of; quicker for many of the same months. */
export function unpackIds(packed: Iterable<number>): string[] {
  const ids: string[] = [];
  let [month, name] = [-1, ''];
  for (const number of packed) {
    const rest = (number - 1) % 200_000;
    const own = (number - 1 - rest) / 200_000;
    if (own !== month) [month, name] = [own, `${String(own).padStart(4, '0')}.`];
    // Five digits, or four: with one before them zeros need not be counted.
    ids.push(name + String(100_000 + (rest >> 1)).slice(rest & 1 ? 1 : 2));
  }
  return ids;
}

/** All columns one behind the other, as a search reads them. */
export interface Columns {
  /** One more than the greatest number. */
  size: number;
  ids: Uint32Array;
  others: ReadonlyMap<number, string>;
  days: Uint16Array;
  alive: Uint8Array;
}

export function joinBlocks(blocks: readonly ColumnBlock[], size: number): Columns {
  const ids = new Uint32Array(size);
  const days = new Uint16Array(size);
  const alive = new Uint8Array(size);
  const others = new Map<number, string>();
  for (const block of blocks) {
    const start = block.block * BLOCK_DOCS;
    const length = Math.min(BLOCK_DOCS, size - start);
    if (length <= 0) continue;
    ids.set(block.ids.subarray(0, length), start);
    days.set(block.days.subarray(0, length), start);
    alive.set(block.alive.subarray(0, length), start);
    for (const [place, id] of Object.entries(block.others)) others.set(start + Number(place), id);
  }
  return { size, ids, others, days, alive };
}

/** Ids that can be found, in order; those of the old form come last, as they do by their letters. */
export function livingIds({ size, ids, others, alive }: Columns): string[] {
  const packed = ids.filter((id, doc) => id !== 0 && alive[doc] === 1).toSorted();
  const old = [...others].flatMap(([doc, id]) => (doc < size && alive[doc] === 1 ? [id] : []));
  return [...unpackIds(packed), ...old.toSorted()];
}

export function idOf({ ids, others }: Columns, doc: number): string {
  const packed = ids[doc] ?? 0;
  return packed === 0 ? (others.get(doc) ?? '') : unpackId(packed);
}

/** 1 at the number of each of these papers. */
export function maskOf(columns: Columns, paperIds: Iterable<string>): Uint8Array {
  const packed = new Set<number>();
  const strings = new Set<string>();
  for (const id of paperIds) {
    const number = packId(id);
    if (number === 0) strings.add(id);
    else packed.add(number);
  }
  const mask = new Uint8Array(columns.size);
  if (packed.size > 0) {
    const { ids, size } = columns;
    for (let doc = 0; doc < size; doc++) if (packed.has(ids[doc] ?? 0)) mask[doc] = 1;
  }
  for (const [doc, id] of columns.others) if (strings.has(id)) mask[doc] = 1;
  return mask;
}
