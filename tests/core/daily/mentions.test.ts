import { describe, expect, test } from 'vitest';
import { findCodeUrl, findVenue } from '@/core/daily/mentions';

describe('findCodeUrl', () => {
  test.each([
    ['Code: https://github.com/rooms/lamp.', 'https://github.com/rooms/lamp'],
    ['(https://huggingface.co/rooms/lamp-7B)', 'https://huggingface.co/rooms/lamp-7B'],
    ['at https://gitlab.com/rooms/lamp/-/tree/main, soon', 'https://gitlab.com/rooms/lamp/-/tree/main'],
  ])('finds it in %j', (text, url) => expect(findCodeUrl([null, text])).toBe(url));

  test.each([
    '',
    'Code will be released.',
    'https://github.com/rooms',
    'https://rooms.github.io/lamp',
    'https://github.com',
  ])('finds none in %j', (text) => expect(findCodeUrl([text, null])).toBeNull());
});

describe('findVenue', () => {
  test.each([
    ['Accepted at CVPR 2027, 12 pages', 'CVPR 2027'],
    ["NeurIPS'26 spotlight", "NeurIPS'26"],
    ['IEEE RA-L', 'RA-L'],
    ['Published in Nature Communications', 'Nature Communications'],
  ])('finds it in %j', (comments, venue) => expect(findVenue(comments)).toBe(venue));

  test.each([
    null,
    '',
    '12 pages, 3 figures',
    'Submitted to CVPR 2027',
    'under review at ICLR',
    'The nature of rooms',
    'WACVX',
    'a chip',
  ])('finds none in %j', (comments) => expect(findVenue(comments)).toBeNull());
});
