// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { WeeklyView } from '@/components/library/weekly-view';
import { toWeekly } from '@/core/export/weekly';
import { weeklyWords } from '@/core/words/weekly';
import { sampleEntry } from '../../library-samples';

afterEach(cleanup);

const week = { name: '2026-W48', from: '2026-11-23', to: '2026-11-29' };
const saved = sampleEntry({ saved: { savedAt: 1, tags: ['nlp'], note: '<b>重要</b>' } });

function show(later: number, papers = [saved]) {
  const on = { onWeek: vi.fn(), onCopy: vi.fn(), onKeep: vi.fn() };
  const report = toWeekly({ week, saved: papers, read: [], noted: papers, reports: [] }, later, 'zh');
  render(<WeeklyView report={report} later={later} words={weeklyWords.zh} {...on} />);
  return on;
}

test('a week lists its papers under their tags, with notes as text, and leads to each', () => {
  show(0);
  expect(screen.getByRole('heading', { name: '#nlp' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Attention Is All You Need' }).getAttribute('href')).toBe(
    '#/paper/1706.03762',
  );
  expect(screen.getByText('<b>重要</b>')).toBeTruthy();
});

test('reads notes as the Markdown that they are, by the allow-list', () => {
  const note =
    '**细读** §3\n\n- 公式 $x^2$\n\n[网页](https://example.org) [脚本](javascript:alert(1)) <img src=x onerror=alert(1)>';
  show(0, [sampleEntry({ saved: { savedAt: 1, tags: [], note } })]);
  const quote = document.querySelector('blockquote');
  expect(quote?.querySelector('strong')?.textContent).toBe('细读');
  expect(quote?.querySelector('li math')).toBeTruthy();
  expect(Array.from(quote?.querySelectorAll('a') ?? [], (link) => link.getAttribute('href'))).toEqual([
    'https://example.org/',
  ]);
  expect(quote?.querySelector('img, script')).toBeNull();
  expect(quote?.textContent).toContain('<img src=x');
});

test('leads to other weeks, but to none that is still to come', () => {
  const { onWeek } = show(0);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '后一周' }).disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '上周' }));
  fireEvent.click(screen.getByRole('button', { name: '前一周' }));
  cleanup();
  const earlier = show(-2);
  fireEvent.click(screen.getByRole('button', { name: '后一周' }));
  expect([...onWeek.mock.calls, ...earlier.onWeek.mock.calls]).toEqual([[-1], [-1], [-1]]);
});

test('is taken along as Markdown or a page, unless there is nothing', () => {
  const { onCopy, onKeep } = show(0);
  fireEvent.click(screen.getByRole('button', { name: /^复制/ }));
  fireEvent.click(screen.getByRole('button', { name: '下载 Markdown' }));
  fireEvent.click(screen.getByRole('button', { name: '下载网页' }));
  expect(onCopy).toHaveBeenCalledOnce();
  expect(onKeep.mock.calls).toEqual([['md'], ['html']]);
  cleanup();
  show(0, []);
  expect(screen.queryByRole('button', { name: /^复制|^下载/ })).toBeNull();
  expect(screen.getByRole('status').textContent).toContain('这一周没有');
});
