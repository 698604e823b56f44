// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type PreviewState, PreviewView } from '@/components/feeds/preview-view';
import type { DayPreview } from '@/core/feeds/day-preview';
import { NOW } from './samples';

afterEach(cleanup);

const DAY: DayPreview = {
  date: '2025-12-30',
  papers: 10,
  analyses: 8,
  failures: 2,
  languages: [['zh', 8]],
  bases: [
    ['guessed', 7],
    ['abstract', 1],
  ],
  first: [{ id: '2512.00001', title: ['A Title of ', ['em', null, 'Note']], line: '中文一句话', language: 'zh' }],
  skipped: [{ line: 12, reason: '没有标题' }],
  bytes: 81_300,
};
const FOUND: PreviewState = { kind: 'found', day: DAY, host: 'cdn.jsdelivr.net' };

function show(state: PreviewState, licence = '仅供自己阅读') {
  const on = { onStop: vi.fn(), onAgain: vi.fn(), onSubscribe: vi.fn(), onLeave: vi.fn() };
  render(
    <PreviewView name="一份日报" state={state} licence={licence} now={NOW} language="zh" said="" {...on}>
      线路
    </PreviewView>,
  );
  return on;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const facts = () =>
  Object.fromEntries(
    [...document.querySelectorAll('dl > div')].map((row) => [...row.children].map((c) => c.textContent)),
  );

describe('PreviewView', () => {
  test('gives an honest account of the day', () => {
    show(FOUND);
    expect(facts()).toEqual({
      最新的一天: '12 月 30 日 周二 · 昨天',
      论文: '10 篇',
      解读: '8 篇',
      暂无解读: '2 篇，这些论文在源文件里没有写成解读',
      语言: '中文',
      依据: '据格式推测为全文\u00a07 · 仅据摘要\u00a01',
      大小: '81 kB · 经 cdn.jsdelivr.net',
      读不了的行: '1 行',
      许可: '仅供自己阅读',
    });
    expect(screen.getByText('第 12 行：没有标题')).toBeTruthy();
    const [paper] = document.querySelectorAll('.first-papers li');
    expect(paper?.textContent).toBe('中文一句话A Title of Note');
  });

  test('leaves out what there is nothing to say of', () => {
    show({ ...FOUND, day: { ...DAY, analyses: 0, failures: 0, languages: [], bases: [], skipped: [] } }, '');
    expect(Object.keys(facts())).toEqual(['最新的一天', '论文', '解读', '大小']);
  });

  test('says of a day without papers that it has none', () => {
    show({ ...FOUND, day: { ...DAY, papers: 0, first: [] } });
    expect(screen.getByText('这一天的文件里没有论文。')).toBeTruthy();
  });

  test('subscribes by a click of its own', () => {
    const { onSubscribe, onLeave } = show(FOUND);
    expect(onSubscribe).not.toHaveBeenCalled();
    press('订阅');
    expect(onSubscribe).toHaveBeenCalledOnce();
    press('不订阅');
    expect(onLeave).toHaveBeenCalledOnce();
  });

  test.each<[PreviewState, RegExp]>([
    [{ kind: 'asking', hosts: 'a.example' }, /浏览器会询问是否允许访问 a\.example/],
    [{ kind: 'looking', date: '2025-12-29' }, /正在找最新的一天：12 月 29 日/],
    [{ kind: 'failed', message: '连不上 a.example' }, /连不上 a\.example/],
  ])('offers no subscription before a day was seen (%#)', (state, text) => {
    const { onLeave } = show(state);
    expect(screen.getByText(text)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '订阅' })).toBeNull();
    press('取消');
    expect(onLeave).toHaveBeenCalledOnce();
  });

  test('can be stopped while it looks, and begun again', () => {
    const { onStop } = show({ kind: 'looking', date: '2025-12-29' });
    press('停止');
    expect(onStop).toHaveBeenCalledOnce();
    cleanup();
    const { onAgain } = show({ kind: 'failed', message: '' });
    press('重新预览');
    expect(onAgain).toHaveBeenCalledOnce();
  });
});
