import { expect, test } from 'vitest';
import { dailyRetryDelay } from '@/core/daily/retry';
import { AppError } from '@/core/errors';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each([
  ['arxiv-busy', 1, HOUR],
  ['arxiv-busy', 23, HOUR],
  ['arxiv-answer', 2, HOUR],
  ['arxiv-offline', 1, MINUTE],
  ['arxiv-offline', 3, 16 * MINUTE],
  ['arxiv-offline', 9, HOUR],
] as const)('%s, failure %i: the day waits', (code, attempt, wait) => {
  expect(dailyRetryDelay(new AppError(code, ''), attempt, 0)).toBe(wait);
  expect(dailyRetryDelay(new AppError(code, ''), attempt, 0.999)).toBeLessThan(1.25 * wait);
});

test('waits as long as arXiv asks for', () => {
  expect(dailyRetryDelay(new AppError('arxiv-busy', '', { retryAfterSeconds: 7_200 }), 1, 0)).toBe(2 * HOUR);
});

test('waits for a model as guides do', () => {
  expect(dailyRetryDelay(new AppError('model-busy', ''), 1, 1)).toBe(1_000);
});

test.each([
  ['model-busy', 5],
  ['model-key', 1],
  ['model-permission', 1],
  ['model-quota', 1],
  ['arxiv-offline', 24],
  ['storage-full', 1],
  ['bad-request', 1],
  ['unknown', 1],
] as const)('%s, failure %i: there is no point in waiting', (code, attempt) => {
  expect(dailyRetryDelay(new AppError(code, ''), attempt, 0)).toBeNull();
});
