import { describe, expect, test } from 'vitest';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { idOf, MadeDay } from './made-day';

function localDay(): MadeDay {
  const day = new MadeDay();
  day.input = { ...day.input, modelId: null };
  return day;
}

describe('a day without a model', () => {
  test('has the best papers by local score, and an overview that says so', async () => {
    const day = localDay();
    const { report, news } = await day.make();
    expect(report.papers.map(({ id }) => id)).toEqual([0, 1, 2, 3].map(idOf));
    expect(report.papers.every(({ analysis }) => analysis === null)).toBe(true);
    expect(report.summary?.markdown).toContain('自动统计（未用模型）');
    expect(parseReport(formatReport(report)).report).toEqual(report);
    expect(news.papers).toHaveLength(40);
    expect(news.papers.filter(({ chosen }) => chosen).map(({ paper }) => paper.id)).toEqual([0, 1, 2, 3].map(idOf));
    expect(day.calls).not.toContain('findModel');
  });
});
