// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReportHead } from '@/components/library/report-head';
import type { CategoryAccount } from '@/core/announcements/account';
import type { ReportRecord } from '@/core/library/records';
import { reportOf, words } from './samples';

afterEach(cleanup);

const NOW = Date.parse('2026-11-21T04:00:00Z');

const CV = { category: 'cs.CV', announced: 20, covered: 5, analysed: 4, failed: 1, share: 0.25 };

function show(
  report: ReportRecord,
  sameDay: ReportRecord[] = [report],
  account: { rows: CategoryAccount[]; other: number } = { rows: [], other: 0 },
) {
  const actions = { onExport: vi.fn(), onBringBack: vi.fn() };
  render(
    <ReportHead
      report={report}
      sameDay={sameDay}
      previous={reportOf({ id: '2026-11-19|示例日报', date: '2026-11-19' })}
      next={null}
      now={NOW}
      language="zh"
      words={words}
      account={account}
      actions={actions}
    />,
  );
  return actions;
}

describe('ReportHead', () => {
  test('names the day, the source, and the way to the day before', () => {
    show(reportOf());
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('11 月 20 日 周五 · 昨天');
    expect(screen.getByText('2026-11-20').tagName).toBe('TIME');
    expect(screen.getByRole('link', { name: '前一天' }).getAttribute('href')).toContain('#/report/2026-11-19');
    expect(screen.queryByRole('link', { name: '后一天' })).toBeNull();
  });

  test('folds the overview to its first lines, and opens it under its own headings', () => {
    show(reportOf());
    const overview = screen.getByRole('region', { name: '今日概览' });
    expect(overview.textContent).toContain('本期多篇论文讨论注意力。');
    expect(within(overview).queryByText('2. 推荐阅读')).toBeNull();
    fireEvent.click(within(overview).getByRole('button'));
    expect(within(overview).getByRole('heading', { name: '2. 推荐阅读' })).toBeTruthy();
    expect(within(overview).getByText('先读第二篇。').tagName).toBe('LI');
  });

  test('does not show an overview that a model made up, and says so', () => {
    show(reportOf({ summary: { invented: true, sections: [{ title: '', body: ['假的'] }] } }));
    expect(screen.queryByText('假的')).toBeNull();
    expect(screen.getByText(/模型自行编写/)).toBeTruthy();
  });

  test('switches between the reports of one day, and only where there are several', () => {
    const report = reportOf();
    const other = reportOf({ id: '2026-11-20|另一份', title: '另一份' });
    show(report, [report, other]);
    const links = within(screen.getByRole('navigation', { name: '这一天的日报' })).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([
      ['示例日报', 'page'],
      ['另一份', null],
    ]);
    cleanup();
    show(report);
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  test.each([
    ['Markdown', 'markdown'],
    ['网页（HTML，单个文件）', 'html'],
    ['JSON（可再导入）', 'json'],
  ])('exports the report as %s', (label, format) => {
    const { onExport } = show(reportOf());
    fireEvent.click(screen.getByRole('button', { name: '导出日报' }));
    fireEvent.click(screen.getByRole('menuitem', { name: label }));
    expect(onExport.mock.calls).toEqual([[format]]);
  });

  test('leads to the page that prints it', () => {
    show(reportOf());
    const link = screen.getByRole('link', { name: '打印' });
    expect(link.getAttribute('href')).toBe(`#/print/2026-11-20?report=${encodeURIComponent('2026-11-20|示例日报')}`);
  });

  test('says by which host a feed’s report came, and of a file nothing', () => {
    show(reportOf({ via: 'raw.githubusercontent.com' }));
    expect(screen.getByText(/经 raw\.githubusercontent\.com 获取/)).toBeTruthy();
    cleanup();
    show(reportOf());
    expect(screen.queryByText(/获取/)).toBeNull();
  });

  test('accounts for the day in a table, and says when it counts several reports', () => {
    const other = reportOf({ id: '2026-11-20|另一份', title: '另一份' });
    show(reportOf(), [reportOf(), other], { rows: [CV], other: 2 });
    const cells = within(screen.getByRole('table')).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)).toEqual(['20', '5', '25%', '4', '1']);
    expect(screen.getByText('按当天全部 2 份日报合计。')).toBeTruthy();
    cleanup();
    show(reportOf(), [reportOf()], { rows: [CV], other: 0 });
    expect(screen.queryByText(/合计/)).toBeNull();
    cleanup();
    show(reportOf());
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('says of a pruned report what was taken out and what is kept, and brings it back', () => {
    const { onBringBack } = show(reportOf({ importedAt: 0, prunedAt: 91 * 24 * 3_600_000 }));
    expect(
      screen.getByText(/导入 91 天之后，没有收藏过、也没有打开过的论文已从论文库取出。日报的原文还在。/),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '重新导入这一天' }));
    expect(onBringBack).toHaveBeenCalledOnce();
    cleanup();
    show(reportOf());
    expect(screen.queryByRole('button', { name: '重新导入这一天' })).toBeNull();
  });
});
