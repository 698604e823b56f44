// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ChartsView } from '@/components/charts/charts-view';
import type { DayCounts } from '@/core/library/day-counts';
import { chartWords } from '@/core/words/charts';

afterEach(cleanup);

const day = (date: string, papers: number): DayCounts => ({
  date,
  stamp: '',
  papers,
  categories: { 'cs.CV': papers - 1, '': 1 },
  keywords: { robot: 2 },
  terms: { 'point cloud': 3 },
});

function show(change: Partial<Parameters<typeof ChartsView>[0]> = {}) {
  const onRange = vi.fn();
  render(
    <ChartsView
      days={[day('2025-12-29', 4), day('2025-12-30', 7)]}
      range={30}
      hasKeywords={false}
      counting={null}
      now={Date.UTC(2025, 11, 30)}
      language="zh"
      words={chartWords.zh}
      onRange={onRange}
      onPrint={vi.fn()}
      {...change}
    />,
  );
  return onRange;
}

describe('ChartsView', () => {
  test('draws papers by category, with a name, a description and a table behind', () => {
    show();
    const figure = screen.getByRole('img', { name: /^每天的论文，按分类/ }).closest('figure') as HTMLElement; // as: it stands in one
    expect(figure.querySelector('desc')?.textContent).toContain('共 11 篇');
    const rows = within(figure).getAllByRole('row', { hidden: true });
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['时间', 'cs.CV', '未注明'],
      ['12 月 29 日', '3', '1'],
      ['12 月 30 日', '6', '1'],
    ]);
  });

  test('says each day by the keys', async () => {
    show();
    const picture = screen.getByRole('group', { name: '每天的论文，按分类' });
    const told = () => picture.parentElement?.querySelector('.told')?.textContent;
    expect(told()).toBe('12 月 30 日：7 篇 · cs.CV 6，未注明 1');
    fireEvent.keyDown(picture, { key: 'ArrowLeft' });
    await screen.findByText('12 月 29 日：4 篇 · cs.CV 3，未注明 1');
    fireEvent.keyDown(picture, { key: 'ArrowLeft' });
    fireEvent.keyDown(picture, { key: 'End' });
    await screen.findByText('12 月 30 日：7 篇 · cs.CV 6，未注明 1');
  });

  test.each([
    [true, '12 月 30 日：robot 2'],
    [false, '12 月 30 日：point cloud 3'],
  ])('draws the reader’s keywords where there are any (%s), else what titles have', (hasKeywords, text) => {
    show({ hasKeywords });
    expect(screen.getByText(text)).toBeTruthy();
  });

  test('says of a day without its topics that there are none', () => {
    show({ days: [day('2025-12-29', 4), { ...day('2025-12-30', 7), terms: {} }] });
    expect(screen.getByText('12 月 30 日：0 篇')).toBeTruthy();
  });

  test('changes the time that is shown, and tells how far it is', () => {
    const onRange = show({ counting: { done: 10, total: 365 } });
    expect(screen.getByText('正在统计：10/365 天')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '一年', pressed: false }));
    expect(onRange).toHaveBeenCalledExactlyOnceWith(365);
  });
});
