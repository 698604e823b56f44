// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReportHead } from '@/components/library/report-head';
import type { ReportRecord } from '@/core/library/records';
import { reportOf, words } from './samples';

afterEach(cleanup);

const NOW = Date.parse('2026-11-21T04:00:00Z');

function show(report: ReportRecord, sameDay: ReportRecord[] = [report]) {
  const onExport = vi.fn();
  render(
    <ReportHead
      report={report}
      sameDay={sameDay}
      previous={reportOf({ id: '2026-11-19|示例日报', date: '2026-11-19' })}
      next={null}
      now={NOW}
      language="zh"
      words={words}
      onExport={onExport}
    />,
  );
  return onExport;
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

  test('exports the report', () => {
    const onExport = show(reportOf());
    fireEvent.click(screen.getByRole('button', { name: '导出日报' }));
    expect(onExport).toHaveBeenCalledOnce();
  });
});
