// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DayProgress } from '@/components/daily/day-progress';
import type { DailyProgress } from '@/core/daily/daily-job';
import { viewDaily } from '@/core/daily/daily-view';
import { NOTHING_MADE } from '@/core/daily/daily-job';
import type { DailyJob } from '@/core/jobs/job';
import type { Language } from '@/core/settings';
import { sampleDailyJob, sampleDailyPaper } from '../../daily-samples';

afterEach(cleanup);

const NOW = Date.parse('2026-11-20T14:00+08:00');

function show(progress: Partial<DailyProgress>, change: Partial<DailyJob> = {}, language: Language = 'zh') {
  const job = sampleDailyJob({ state: 'running', ...change, progress: { ...NOTHING_MADE, ...progress } });
  const onCancel = vi.fn();
  render(<DayProgress job={job} view={viewDaily(job, NOW)} now={NOW} language={language} onCancel={onCancel} />);
  return onCancel;
}

const said = () => screen.getByRole('status').textContent;
const scores = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}`, { relevance: 1, significance: 1, why: '' }]));
const papers = [
  ...['a', 'b', 'c'].map((id) => sampleDailyPaper({ id, state: 'done', cost: 0.02 })),
  sampleDailyPaper({ id: 'd', title: 'Maps of $O(n)$', state: 'running' }),
  sampleDailyPaper({ id: 'e' }),
];

describe('DayProgress', () => {
  test.each<[Partial<DailyProgress>, string]>([
    [{}, '11 月 20 日：正在向 arXiv 取公告'],
    [{ step: 'score' }, '11 月 20 日：正在打分'],
    [{ step: 'score', toScore: 70, scores: scores(32) }, '11 月 20 日：正在打分 3/5 批'],
    [{ step: 'score', toScore: 70, scores: scores(70) }, '11 月 20 日：正在打分 5/5 批'],
    [{ step: 'analyse', papers }, '11 月 20 日：正在写解读 3/5 篇'],
    [{ step: 'overview', papers }, '11 月 20 日：正在写概览'],
    [{ step: 'save', papers }, '11 月 20 日：正在保存'],
  ])('says of %j: %s', (progress, text) => {
    show(progress);
    expect(said()).toBe(text);
  });

  test('shows papers, the current one, money and time, and keeps these from being spoken', async () => {
    show({ step: 'analyse', papers, cost: 0.1312, analysingSince: NOW - 6 * 60_000 });
    expect(document.querySelector('.facts')?.textContent).toBe('3/5 篇 · 已用约 0.13 元 · 预计剩余约 4 分钟');
    expect(document.querySelector('.current')?.getAttribute('title')).toBe('Maps of $O(n)$');
    expect(said()).not.toMatch(/元|分钟|Maps/);
    const bar = screen.getByRole('progressbar');
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['3', '5']);
  });

  test('shows no money without a price and no time before one paper is done', () => {
    show({ step: 'analyse', papers: [sampleDailyPaper({ state: 'running' })], analysingSince: NOW });
    expect(document.querySelector('.facts')?.textContent).toBe('0/1 篇');
  });

  test('says why it waits and when it goes on, or that its turn comes', () => {
    show({}, { state: 'waiting', error: 'arxiv-busy', notBefore: NOW + 3_600_000 });
    expect(said()).toMatch(/^11 月 20 日：arXiv 现在不接受更多请求.*会自动再试（今天 15:00）。$/);
    cleanup();
    show({}, { state: 'waiting' });
    expect(said()).toBe('11 月 20 日：排队中，马上开始');
  });

  test('is stopped by a click, and speaks English', () => {
    const onCancel = show({ step: 'score', toScore: 20 }, {}, 'en');
    expect(said()).toBe('20 Nov: Scoring, batch 1 of 2');
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(onCancel).toHaveBeenCalledOnce();
  });
});
