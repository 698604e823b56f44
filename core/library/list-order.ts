import type { OwnSource } from './routes';

/**
 * In which order a list stands. `marked` is by when the reader saved, dismissed or had written what stands in it, `submitted` by
 * when the papers came to arXiv, each newest first unless `oldest`.
 */
export const LIST_ORDERS = ['marked', 'marked-oldest', 'submitted', 'submitted-oldest', 'title'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];
/** What a search has found may also stand with the best of it first. */
export type FoundOrder = ListOrder | 'best';

/** The orders that a list knows; the first is the one it has where another was wanted. */
export function ordersOf(source: OwnSource): readonly ListOrder[] {
  const hasMarks = source.kind !== 'all' && source.kind !== 'author';
  return hasMarks ? LIST_ORDERS : LIST_ORDERS.filter((order) => !order.startsWith('marked'));
}

/** The order that a list takes where the reader wants `order` in general. */
export function orderFor(source: OwnSource, order: ListOrder): ListOrder {
  const orders = ordersOf(source);
  if (orders.includes(order)) return order;
  return order === 'marked-oldest' ? 'submitted-oldest' : 'submitted';
}

const isOld = (id: string) => id.includes('/');
const OLD_FORM = /^\D*\/(\d\d)(\d+)/;

/** `hep-th/9901001` came in January 1999, `math/0703001` in March 2007. */
function ageOfOld(id: string): string {
  const [, year = '', rest = ''] = OLD_FORM.exec(id) ?? [];
  return `${year > '90' ? '19' : '20'}${year}${rest}`;
}

/**
 * Papers by when they came to arXiv, newest first: ids count up, and those with a slash are older than all others. Sorts a
 * library's own keys, which come in order, without comparing all.
 */
export function newestFirst(ids: readonly string[]): string[] {
  const modern: string[] = [];
  const old: { id: string; age: string }[] = [];
  let isSorted = true;
  for (const id of ids) {
    if (isOld(id)) old.push({ id, age: ageOfOld(id) });
    else {
      isSorted &&= id >= (modern.at(-1) ?? '');
      modern.push(id);
    }
  }
  if (!isSorted) modern.sort();
  modern.reverse();
  old.sort((one, other) => (one.age === other.age ? 0 : one.age < other.age ? 1 : -1));
  for (const { id } of old) modern.push(id);
  return modern;
}
