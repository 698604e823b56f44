// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DayResult, hasTroubles, lacksModel } from '@/components/daily/day-result';
import { type DailyPaper, type DailyProgress, NOTHING_MADE } from '@/core/daily/daily-job';
import type { DayEstimate } from '@/core/daily/estimate';
import type { DailyJob } from '@/core/jobs/job';
import { sampleDailyInput, sampleDailyJob, sampleDailyPaper } from '../../daily-samples';

afterEach(cleanup);

const NOW = Date.parse('2026-11-20T14:00+08:00');

function jobOf(progress: Partial<DailyProgress>, change: Partial<DailyJob> = {}): DailyJob {
  const input = sampleDailyInput({ modelId: 'm' });
  return sampleDailyJob({ state: 'done', input, ...change, progress: { ...NOTHING_MADE, ...progress } });
}

const ESTIMATE = { requests: 26, input: 100_000, output: 20_000, yuan: 0.21 };

function show(job: DailyJob, estimate: DayEstimate | null = ESTIMATE) {
  const [onStart, onRetry] = [vi.fn(), vi.fn()];
  render(<DayResult job={job} estimate={estimate} now={NOW} language="zh" onStart={onStart} onRetry={onRetry} />);
  return { onStart, onRetry };
}

const paper = (id: string, state: DailyPaper['state'], error: DailyPaper['error'] = null) =>
  sampleDailyPaper({ id, title: `Paper ${id}`, state, error });

describe('hasTroubles', () => {
  test.each<[string, DailyJob, boolean]>([
    ['a day that went well', jobOf({ papers: [paper('a', 'done')] }), false],
    ['a day without papers', jobOf({ papers: [] }), false],
    ['one on its way', jobOf({ papers: [paper('a', 'failed')] }, { state: 'running' }), false],
    ['a failed paper', jobOf({ papers: [paper('a', 'done'), paper('b', 'failed')] }), true],
    ['a paper left out', jobOf({ papers: [paper('a', 'skipped')] }), true],
    ['a lost model', jobOf({ modelError: 'model-key' }), true],
    ['a failed day', jobOf({}, { state: 'failed' }), true],
    ['a stopped day', jobOf({}, { state: 'cancelled' }), true],
  ])('of %s', (_, job, troubled) => expect(hasTroubles(job)).toBe(troubled));
});

const input = sampleDailyInput({ modelId: null });

describe('lacksModel', () => {
  test.each<[string, DailyJob, boolean]>([
    ['a day without a model', jobOf({ papers: [paper('a', 'done')] }, { input }), true],
    ['one with a model', jobOf({ papers: [paper('a', 'done')] }), false],
    ['a day without papers', jobOf({ papers: [] }, { input }), false],
    ['one on its way', jobOf({ papers: [paper('a', 'done')] }, { input, state: 'running' }), false],
  ])('of %s', (_, job, lacking) => expect(lacksModel(job)).toBe(lacking));
});

describe('DayResult', () => {
  test('offers a day that had no model to the one that is there since, and says what that takes', () => {
    const { onStart } = show(jobOf({ papers: [paper('a', 'done')] }, { input }));
    expect(screen.getByRole('status').textContent).toBe('11 月 20 日的日报没有用模型。');
    screen.getByText('约 26 次请求，约 0.21 元');
    fireEvent.click(screen.getByRole('button', { name: '用模型做' }));
    expect(onStart).toHaveBeenCalledOnce();
  });

  test('says nothing of a day without a model while there is none', () => {
    show(jobOf({ papers: [paper('a', 'done')] }, { input }), null);
    expect(document.body.textContent).toBe('');
  });

  test('retries failed papers together, or one by one with the reason', () => {
    const { onRetry, onStart } = show(
      jobOf({ papers: [paper('a', 'done'), paper('b', 'failed', 'model-cut'), paper('c', 'failed', 'no-pdf')] }),
    );
    fireEvent.click(screen.getByRole('button', { name: '重试失败的 2 篇' }));
    expect(screen.queryByRole('button', { name: /重试这篇/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /2 篇解读没有写成/, expanded: false }));
    expect(screen.getByRole('list').textContent).toContain('模型的回答中途断开了');
    fireEvent.click(screen.getByRole('button', { name: '重试这篇：Paper c' }));
    expect(onRetry.mock.calls).toEqual([[['b', 'c']], [['c']]]);
    expect(onStart).not.toHaveBeenCalled();
  });

  test('says that the limit was reached, how many have outlines, and writes only these on', () => {
    const { onRetry } = show(jobOf({ cost: 1.98, papers: [paper('a', 'done'), paper('b', 'skipped')] }));
    expect(screen.getByRole('status').textContent).toBe('已用约 2 元，到了每天的费用上限，有 1 篇只有提纲。');
    fireEvent.click(screen.getByRole('button', { name: '继续写完' }));
    expect(onRetry.mock.calls).toEqual([[['b']]]);
  });

  test('says why a day was made without its model, once, and makes it anew with it', () => {
    const papers = [paper('a', 'failed', 'model-key'), paper('b', 'failed', 'model-key')];
    const { onStart, onRetry } = show(jobOf({ modelError: 'model-key', papers }));
    expect(screen.getByRole('status').textContent).toMatch(
      /^模型没有用上，11 月 20 日的日报是不用模型做的。模型服务没有接受/,
    );
    expect(screen.queryByRole('button', { name: /重试失败/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '用模型再试' }));
    expect(onStart).toHaveBeenCalledOnce();
    expect(onRetry).not.toHaveBeenCalled();
  });

  test('keeps what was written before the model was lost, and retries the rest', () => {
    const papers = [paper('a', 'done'), paper('b', 'failed', 'model-cut'), paper('c', 'failed', 'model-quota')];
    const { onStart, onRetry } = show(jobOf({ modelError: 'model-quota', papers }));
    expect(screen.getByRole('status').textContent).toContain('写到一半，模型用不了了，2 篇没有写成');
    fireEvent.click(screen.getByRole('button', { name: '用模型再试' }));
    expect(onRetry.mock.calls).toEqual([[['b', 'c']]]);
    expect(onStart).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: '重试失败的 1 篇' })).toBeTruthy();
  });

  test.each([
    ['failed', '再试一次', /^11 月 20 日的日报没有做成。连不上 arXiv/],
    ['cancelled', '继续', /^11 月 20 日的日报已停止，写好的都留着。$/],
  ] as const)('begins a day that is %s again', (state, name, text) => {
    const { onStart } = show(jobOf({}, { state, error: 'arxiv-offline' }));
    expect(screen.getByRole('status').textContent).toMatch(text);
    fireEvent.click(screen.getByRole('button', { name }));
    expect(onStart).toHaveBeenCalledOnce();
  });
});
