import { describe, expect, test } from 'vitest';
import { isRetryable, parseRetryAfter, retryDelay } from '@/core/model/retry';

test.each(['model-busy', 'model-offline', 'model-silent', 'model-cut', 'model-blank'] as const)(
  '%s is tried again',
  (code) => expect(isRetryable(code)).toBe(true),
);

test.each([
  'model-none',
  'model-permission',
  'model-key',
  'model-key-site',
  'model-address',
  'model-name',
  'model-origin',
  'model-quota',
  'model-region',
  'model-filter',
  'model-long',
  'model-answer',
  'stopped',
  'unknown',
  'arxiv-busy',
] as const)('%s is not tried again', (code) => expect(isRetryable(code)).toBe(false));

describe('the delay', () => {
  test.each([
    [1, null, 0, 1_000],
    [1, null, 0.999_999, 1_000],
    [2, null, 0, 2_000],
    [2, null, 1, 4_000],
    [3, null, 0.5, 12_000],
    [4, null, 1, 64_000],
    [1, 30, 0, 30_000],
    [4, 1, 1, 64_000],
    [1, 86_400, 0, 600_000],
  ])('after %d failures and Retry-After %j, with %d, is %d ms', (attempt, after, random, expected) =>
    expect(Math.round(retryDelay(attempt, after, random) ?? 0)).toBe(expected),
  );

  test('is never longer than 5 minutes of our own, and grows', () => {
    const delays = [1, 2, 3, 4].map((attempt) => retryDelay(attempt, null, 0.5) ?? 0);
    expect(delays).toEqual(delays.toSorted((one, other) => one - other));
    expect(Math.max(...delays)).toBeLessThanOrEqual(300_000);
  });

  test.each([5, 6, 100])('is none after %d failures', (attempt) => expect(retryDelay(attempt, 1, 0.5)).toBeNull());
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 10, 25);
  test.each([
    ['0', 0],
    ['120', 120],
    [' 7 ', 7],
    ['34.07s', 35],
    ['Wed, 25 Nov 2026 00:02:00 GMT', 120],
    ['Tue, 24 Nov 2026 00:02:00 GMT', 0],
  ])('%s is %d s', (value, seconds) => expect(parseRetryAfter(value, now)).toBe(seconds));

  test.each([null, '', 'soon', '-5', '2026', '1e3x', 'Wed, 99 Foo'].filter((value) => value !== '2026'))(
    '%j is nothing',
    (value) => expect(parseRetryAfter(value, now)).toBeNull(),
  );
});
