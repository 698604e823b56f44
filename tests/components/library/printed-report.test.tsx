// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Fold } from '@/components/library/fold';
import { PrintedReport } from '@/components/library/printed-report';
import { ReportDates } from '@/components/library/report-dates';
import type { ReportEntry, ReportRecord } from '@/core/library/records';
import { reportOf, words } from './samples';

afterEach(cleanup);

function entry(change: Partial<ReportEntry> = {}): ReportEntry {
  const texts = { title: 'A Title', titleTree: ['A Title'], titleChinese: null, gist: '数数。' };
  const rest = { categories: ['cs.CV'], basis: 'full', basisStated: true, failed: false } as const;
  return { id: '2606.00001', version: 1, ...texts, ...rest, categories: ['cs.CV'], ...change };
}

function print(report: ReportRecord, authors: string[] = ['Ann Lee']) {
  const papers = report.entries.map((one) => ({ entry: one, authors, published: '2026-06-19' }));
  const account = { rows: [], other: 0 };
  return render(<PrintedReport report={report} papers={papers} account={account} language="zh" words={words} />);
}

/** Facts of a paper, each in an element of its own. */
function findFacts(text: string): Element | undefined {
  return [...document.querySelectorAll('.from')].find((line) => line.textContent === text);
}

describe('a report on paper', () => {
  test('has all of the overview and every paper with what is known of it, and nothing to press', () => {
    const { container } = print(reportOf({ entries: [entry()] }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('2026 年 11 月 20 日 周五');
    expect(screen.getByText('先读第二篇。')).toBeTruthy();
    expect(screen.getByText('数数。')).toBeTruthy();
    expect(findFacts('Ann Lee · 2606.00001v1 · 2026-06-19 · cs.CV · 全文解读')).toBeTruthy();
    expect(container.querySelector('button, input, a')).toBeNull();
  });

  test('shortens many authors, and says of a paper without an analysis that there is none', () => {
    print(reportOf({ entries: [entry({ basis: null, gist: '', failed: true })] }), Array<string>(9).fill('Bo Xu'));
    expect(findFacts('Bo Xu 等 9 人 · 2606.00001v1 · 2026-06-19 · cs.CV · 暂无解读')).toBeTruthy();
    expect(screen.getByText(/0 篇有解读/)).toBeTruthy();
  });

  test('has no overview that a model made up', () => {
    print(reportOf({ summary: { invented: true, sections: [{ title: '', body: ['假的'] }] } }));
    expect(screen.queryByText('假的')).toBeNull();
    expect(screen.getByText(/模型自行编写/)).toBeTruthy();
  });
});

describe('Fold', () => {
  test('draws nothing of what is folded, and says which way it goes', () => {
    const onFold = vi.fn();
    const view = render(
      <Fold label="其余 3 篇" open={false} onFold={onFold}>
        <p>里面</p>
      </Fold>,
    );
    const button = screen.getByRole('button', { name: '其余 3 篇' });
    expect([button.getAttribute('aria-expanded'), screen.queryByText('里面')]).toEqual(['false', null]);
    fireEvent.click(button);
    expect(onFold).toHaveBeenCalledWith(true);
    view.rerender(
      <Fold label="其余 3 篇" open onFold={onFold}>
        <p>里面</p>
      </Fold>,
    );
    expect(screen.getByText('里面')).toBeTruthy();
    fireEvent.click(button);
    expect(onFold).toHaveBeenLastCalledWith(false);
  });
});

const place = (title: string, date: string | null, via: string | null = null) => {
  return { id: `${date}|${title}`, date, title, source: title, count: 3, via };
};

describe('ReportDates', () => {
  test('marks days that have several reports, and those that came by a feed', () => {
    const reports = [place('甲', '2026-06-22', 'raw.githubusercontent.com'), place('乙', '2026-06-22')];
    render(<ReportDates reports={[...reports, place('丙', '2026-06-19')]} now={0} language="zh" words={words} />);
    const rows = screen.getAllByRole('link').map((link) => link.textContent ?? '');
    expect(rows.map((row) => row.includes('这一天有 2 份'))).toEqual([true, true, false]);
    expect(rows.map((row) => row.includes('经 raw.githubusercontent.com 获取'))).toEqual([true, false, false]);
  });

  test('does not take reports without a date for reports of one day', () => {
    render(<ReportDates reports={[place('甲', null), place('乙', null)]} now={0} language="zh" words={words} />);
    expect(screen.queryByText(/这一天有/)).toBeNull();
  });
});
