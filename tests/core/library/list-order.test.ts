import { describe, expect, test } from 'vitest';
import { LIST_ORDERS, type ListOrder, newestFirst, orderFor, ordersOf } from '@/core/library/list-order';

describe('newestFirst', () => {
  test.each([
    [[], []],
    [['2512.00001'], ['2512.00001']],
    [
      ['0704.0001', '1412.9999', '1501.00001', '2512.23705'],
      ['2512.23705', '1501.00001', '1412.9999', '0704.0001'],
    ],
    [
      ['2512.23705', '0704.0001', '1501.00001'],
      ['2512.23705', '1501.00001', '0704.0001'],
    ],
    [
      ['0704.0001', 'hep-th/9901001', 'math/0309136', 'astro-ph/9912999', 'hep-th/9108001', 'cs/0703001'],
      ['0704.0001', 'cs/0703001', 'math/0309136', 'astro-ph/9912999', 'hep-th/9901001', 'hep-th/9108001'],
    ],
  ])('sorts %j', (ids, sorted) => expect(newestFirst(ids)).toEqual(sorted));

  test('leaves what it is given as it is', () => {
    const ids = ['2512.00002', '2512.00001', 'math/0309136'];
    newestFirst(ids);
    expect(ids).toEqual(['2512.00002', '2512.00001', 'math/0309136']);
  });
});

describe('a list', () => {
  test.each<[Parameters<typeof orderFor>[0], ListOrder, ListOrder]>([
    [{ kind: 'saved', tag: null }, 'marked', 'marked'],
    [{ kind: 'dismissed' }, 'marked-oldest', 'marked-oldest'],
    [{ kind: 'all' }, 'marked', 'submitted'],
    [{ kind: 'all' }, 'marked-oldest', 'submitted-oldest'],
    [{ kind: 'author', name: 'Ann' }, 'title', 'title'],
  ])('%j takes %s as %s', (source, wanted, order) => expect(orderFor(source, wanted)).toBe(order));

  test('of all papers knows nothing of when they were marked', () => {
    expect(ordersOf({ kind: 'all' })).toEqual(['submitted', 'submitted-oldest', 'title']);
    expect(ordersOf({ kind: 'status', status: 'read' })).toEqual(LIST_ORDERS);
  });
});
