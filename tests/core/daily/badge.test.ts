import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BADGE_COLORS, toBadge } from '@/core/daily/badge';
import type { DailyPaper } from '@/core/daily/daily-job';
import { NOTHING_MADE } from '@/core/daily/daily-job';
import type { DailyJob } from '@/core/jobs/job';
import { sampleDailyJob, sampleDailyPaper } from '../../daily-samples';

const NOTHING = { readyUnseen: 0, seenJobAt: 0 };

function jobOf(states: DailyPaper['state'][], change: Partial<DailyJob> = {}): DailyJob {
  const papers = states.map((state) => sampleDailyPaper({ state }));
  return sampleDailyJob({ state: 'running', progress: { ...NOTHING_MADE, step: 'analyse', papers }, ...change });
}

const many = (count: number, state: DailyPaper['state']) => Array.from({ length: count }, () => state);

test.each([
  ['how many papers are through', jobOf(['done', 'failed', 'skipped', 'running', 'waiting']), '3/5'],
  ['that as well while it waits for another attempt', jobOf(['done', 'waiting'], { state: 'waiting' }), '1/2'],
  [
    'only how many are through where there is room for no more',
    jobOf([...many(10, 'done'), ...many(2, 'waiting')]),
    '10',
  ],
  ['that it has begun, before papers are chosen', sampleDailyJob({ state: 'running' }), '…'],
  ['that it goes on, after the last paper', jobOf(['done'], { progress: { ...NOTHING_MADE, step: 'overview' } }), '…'],
  ['that it goes on, where nothing was chosen', jobOf([]), '…'],
])('says %s', (_, job, text) => expect(toBadge({ ...NOTHING, readyUnseen: 3 }, job)).toEqual({ text, tone: 'busy' }));

test('says how many papers a report has that nobody has looked at, and nothing afterwards', () => {
  const job = sampleDailyJob({ state: 'done' });
  expect(toBadge({ ...NOTHING, readyUnseen: 10 }, job)).toEqual({ text: '10', tone: 'ready' });
  expect(toBadge(NOTHING, job)).toBeNull();
  expect(toBadge(NOTHING, null)).toBeNull();
});

test('marks a day that failed for good, until the popup has shown that', () => {
  const job = sampleDailyJob({ state: 'failed', updatedAt: 9 });
  expect(toBadge({ ...NOTHING, readyUnseen: 10 }, job)).toEqual({ text: '!', tone: 'failed' });
  expect(toBadge({ ...NOTHING, seenJobAt: 9 }, job)).toBeNull();
});

test('marks nothing that the reader stopped', () =>
  expect(toBadge(NOTHING, sampleDailyJob({ state: 'cancelled' }))).toBeNull());

test('wears the house’s colours', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../../../components/early-tokens.css'), 'utf8');
  const light = tokens.slice(0, tokens.indexOf('data-theme'));
  const token = (name: string) => new RegExp(`--${name}: (#\\w+);`).exec(light)?.[1];
  expect(BADGE_COLORS).toEqual({
    busy: token('ink-2'),
    ready: token('accent'),
    failed: token('bad'),
    text: token('paper'),
  });
});
