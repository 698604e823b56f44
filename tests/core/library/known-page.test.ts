import { describe, expect, test } from 'vitest';
import { toKnownPage } from '@/core/library/known-page';
import { toUnreadPaper } from '@/core/library/unread';

const paper = { ...toUnreadPaper('2512.23705'), title: 'T', abstract: 'We draw maps.', version: 2 };

describe('toKnownPage', () => {
  test.each([
    ['the newest version where the page names none', paper, null, 2, 2],
    ['the version that the page names', paper, 1, 1, 2],
    ['a version that the library has not heard of', paper, 3, 3, 3],
    ['a version where the library knows none', { ...paper, version: null }, 1, 1, 1],
  ])('takes %s', (_, known, shown, version, latestVersion) =>
    expect(toKnownPage(known, shown)).toMatchObject({ id: '2512.23705', title: 'T', version, latestVersion }),
  );

  test.each([
    ['no abstract', { ...paper, abstract: '' }, 1],
    ['no version', { ...paper, version: null }, null],
    ['nothing but the id', toUnreadPaper('2512.23705'), null],
  ])('is null with %s', (_, known, shown) => expect(toKnownPage(known, shown)).toBeNull());
});
