import { describe, expect, test } from 'vitest';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { idOf, MadeDay, sayWell } from './made-day';

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

test('papers that are tried again cost their guides, and no second overview', async () => {
  const day = new MadeDay();
  const lost = idOf(5);
  const overview = `### 主题与趋势\n\n${'今天的论文都在讲怎样更快地找到灯。'.repeat(6)}`;
  day.say = (asked, count) => (asked.kind === 'overview' ? overview : sayWell(asked, count));
  day.failing = (id) => (id === lost ? 'model-filter' : null);
  const before = await day.make();
  expect(before.report.papers.find(({ id }) => id === lost)?.analysis).toBeNull();
  day.failing = () => null;
  const papers = (day.progress.papers ?? []).map((paper) =>
    paper.state === 'failed' ? { ...paper, state: 'waiting' as const, error: null } : paper,
  );
  day.progress = { ...day.progress, step: 'analyse', papers };
  const { length } = day.asked;
  const { report } = await day.make();
  expect(report.papers.every(({ analysis }) => analysis !== null)).toBe(true);
  expect(report.summary).toEqual(before.report.summary);
  expect(day.asked).toHaveLength(length);
  expect(day.paid.filter((id) => id === lost)).toHaveLength(1);
});
