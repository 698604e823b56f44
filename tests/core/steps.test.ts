import { describe, expect, test } from 'vitest';
import { readInput, readInputSteps } from '@/core/report/read';
import { runSteps } from '@/core/steps';
import { dayReport } from '../day-reports';

const row = (index: number) =>
  JSON.stringify({
    id: `2606.${10_000 + index}`,
    title: `Paper ${index}`,
    summary: 'x',
    authors: ['A'],
    categories: ['cs.CV'],
  });
const TEXTS = { Markdown: dayReport(0, 30), JSONL: Array.from({ length: 30 }, (_, index) => row(index)).join('\n') };

describe('reading step by step', () => {
  test.each(Object.entries(TEXTS))('may be left between any two papers of %s, and comes to the same', (_, text) => {
    const steps = readInputSteps(text, { date: '2026-06-19' });
    let left = 0;
    let last = steps.next();
    for (; !last.done; last = steps.next()) left += 1;
    expect(left).toBeGreaterThanOrEqual(30);
    expect(last.value).toEqual(readInput(text, { date: '2026-06-19' }));
  });

  test('throws what it throws at once', () => {
    expect(() => runSteps(readInputSteps('# nothing'))).toThrow(expect.objectContaining({ code: 'no-report' }));
  });
});
