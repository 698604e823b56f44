import { describe, expect, test } from 'vitest';
import { afterDay, NO_DAY_YET, withSettled } from '@/core/daily/daily-state';
import { DAY, sampleMade } from '../../daily-samples';

describe('a settled day', () => {
  test.each([
    [null, DAY, DAY],
    ['2026-11-19', DAY, DAY],
    ['2026-11-23', DAY, '2026-11-23'],
  ])('after %s is %s: %s', (before, date, after) => {
    expect(withSettled({ ...NO_DAY_YET, settledDay: before }, date).settledDay).toBe(after);
  });
});

test('a day that is early is asked for when it is announced, unless later days are there', () => {
  const early = { kind: 'not-yet' as const, at: 77 };
  expect(afterDay(NO_DAY_YET, DAY, early, 5)).toMatchObject({ notBefore: 77, settledDay: null });
  const later = { ...NO_DAY_YET, settledDay: '2026-11-23', notBefore: 3 };
  expect(afterDay(later, DAY, early, 5)).toMatchObject({ notBefore: 3, settledDay: '2026-11-23' });
});

test('a report without papers is settled, and nothing to be told of', () => {
  expect(afterDay(NO_DAY_YET, DAY, sampleMade([]), 5)).toMatchObject({
    settledDay: DAY,
    readyUnseen: 0,
    noticeDue: null,
  });
});

test('a report of another day is told of', () => {
  const before = afterDay(NO_DAY_YET, '2026-11-19', sampleMade(), 4);
  expect(afterDay({ ...before, readyUnseen: 0, noticeDue: null }, DAY, sampleMade(), 5)).toMatchObject({
    readyUnseen: 1,
    noticeDue: DAY,
  });
});
