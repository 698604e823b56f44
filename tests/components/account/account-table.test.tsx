// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { AccountLine, AccountTable } from '@/components/account/account-table';
import type { CategoryAccount } from '@/core/announcements/account';
import { accountWords } from '@/core/words/account';

afterEach(cleanup);

const words = accountWords.zh;

function row(change: Partial<CategoryAccount> = {}): CategoryAccount {
  return { category: 'cs.CV', announced: 75, covered: 10, analysed: 9, failed: 1, share: 10 / 75, ...change };
}
const UNKNOWN = row({ category: 'cs.RO', announced: null, covered: 3, analysed: 3, failed: 0, share: null });

describe('AccountTable', () => {
  test('is a table whose cells are named by category and column', () => {
    render(<AccountTable rows={[row(), UNKNOWN]} other={0} reason={null} words={words} />);
    const table = screen.getByRole('table', { name: '当天收录情况' });
    const names = within(table).getAllByRole('columnheader');
    expect(names.map(({ textContent }) => textContent)).toEqual(['分类', '公告', '收录', '占比', '有解读', '失败']);
    const lines = within(table).getAllByRole('row').slice(1);
    expect(lines.map((line) => within(line).getByRole('rowheader').textContent)).toEqual(['cs.CV', 'cs.RO']);
    const cells = lines.map((line) => within(line).getAllByRole('cell'));
    expect(cells.map((line) => line.map(({ textContent }) => textContent))).toEqual([
      ['75', '10', '13%', '9', '1'],
      ['未知', '3', '未知', '3', '0'],
    ]);
  });

  test('has no column of what is known of no category', () => {
    render(<AccountTable rows={[UNKNOWN, { ...UNKNOWN, category: 'cs.CV' }]} other={0} reason={null} words={words} />);
    const names = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(names).toEqual(['分类', '收录', '有解读', '失败']);
    const [, first] = screen.getAllByRole('row');
    const cells = first ? within(first).getAllByRole('cell') : [];
    expect(cells.map(({ textContent }) => textContent)).toEqual(['3', '3', '0']);
    expect(screen.queryByText('未知')).toBeNull();
  });

  test.each([
    [0, '0%'],
    [0.001, '1%'],
    [0.6, '60%'],
    [0.999, '99%'],
    [1, '100%'],
  ])('shows a share of %d as %s', (share, text) => {
    render(<AccountTable rows={[row({ share })]} other={0} reason={null} words={words} />);
    expect(screen.getByText(text).tagName).toBe('TD');
  });

  test('shows no share of nothing', () => {
    const empty = row({ announced: 0, covered: 0, analysed: 0, failed: 0, share: null });
    render(<AccountTable rows={[empty]} other={0} reason={null} words={words} />);
    expect(screen.getByText('—').tagName).toBe('TD');
    expect(screen.queryByText('未知')).toBeNull();
  });

  test('names what is beside the announcement, and why a day is empty', () => {
    render(<AccountTable rows={[]} other={2} reason="周末无公告" words={words} />);
    expect(screen.getByText('周末无公告')).toBeTruthy();
    expect(screen.getByText('另有 2 篇不在当天的公告里。')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('says nothing of what there is none of', () => {
    render(<AccountTable rows={[row()]} other={0} reason={null} words={words} />);
    expect(screen.queryByText(/另有|公告里/)).toBeNull();
  });
});

describe('AccountLine', () => {
  const show = (props: Partial<Parameters<typeof AccountLine>[0]>) =>
    render(<AccountLine rows={[row()]} other={0} reason={null} words={words} {...props} />).container;

  test.each<[string, CategoryAccount]>([
    ['cs.CV 公告 75 · 收录 10（13%） · 有解读 9 · 失败 1', row()],
    ['cs.CV 公告 75 · 收录 10（13%） · 有解读 10', row({ analysed: 10, failed: 0 })],
    ['cs.RO 公告数未知 · 收录 3 · 有解读 3', UNKNOWN],
    ['cs.CV 公告 75 · 收录 0（0%）', row({ covered: 0, analysed: 0, failed: 0, share: 0 })],
    ['cs.CV 公告 0 · 收录 0', row({ announced: 0, covered: 0, analysed: 0, failed: 0, share: null })],
  ])('says %s', (text, one) => {
    const container = show({ rows: [one] });
    expect(container.textContent).toBe(text);
    expect(container.querySelector('details')).toBeNull();
  });

  test('folds the other categories and what is beside the announcement', () => {
    const container = show({ rows: [row(), UNKNOWN], other: 4 });
    const details = container.querySelector('details');
    expect(details?.open).toBe(false);
    expect(details?.querySelector('summary')?.textContent).toContain('失败 1 · 共 2 个分类');
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'cs.RO 公告数未知 · 收录 3 · 有解读 3',
      '另有 4 篇不在当天的公告里。',
    ]);
  });

  test('gives the reason of an empty day alone', () => {
    const empty = row({ covered: 0, analysed: 0, failed: 0, share: 0 });
    expect(show({ rows: [empty], reason: '源未更新' }).textContent).toBe('源未更新');
    cleanup();
    expect(show({ rows: [], reason: '周末无公告' }).textContent).toBe('周末无公告');
  });

  test('is nothing where there is nothing to say', () => expect(show({ rows: [] }).innerHTML).toBe(''));

  test('speaks English', () =>
    expect(show({ words: accountWords.en }).textContent).toBe(
      'cs.CV 75 announced · 10 covered (13%) · 9 analysed · 1 failed',
    ));
});
