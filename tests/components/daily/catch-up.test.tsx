// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CatchUpLine } from '@/components/daily/catch-up-line';
import { CatchUpView } from '@/components/daily/catch-up-view';
import { MissingDays } from '@/components/daily/missing-days';
import type { MissedDay } from '@/core/library/catch-up';
import { entry } from '../popup/samples';

/** A link that is followed would lead out of the test. */
const stay = (event: Event) => event.preventDefault();

beforeEach(() => document.addEventListener('click', stay));
afterEach(() => {
  cleanup();
  document.removeEventListener('click', stay);
});

const NOW = Date.parse('2026-11-27T14:00+08:00');
const day = (date: string, ids: string[]): MissedDay => ({
  date,
  entries: ids.map((id) => entry({ id, gist: `${id} 的一句话。` })),
  isOwn: true,
});
const DAYS = [day('2026-11-26', ['c', 'd']), day('2026-11-24', ['a', 'b'])];
const SEEN = { saved: false, seen: true, dismissed: false };
const DISMISSED = { saved: false, seen: false, dismissed: true };

function line(marks: Record<string, typeof SEEN>) {
  render(<CatchUpLine days={DAYS} marks={marks} now={NOW} language="zh" />);
  return screen.queryByRole('link');
}

function view(marks: Record<string, typeof SEEN> = {}, marked: number | null = null, days = DAYS) {
  const actions = { onSave: vi.fn(), onDismiss: vi.fn(), onOpen: vi.fn(), onMarkAll: vi.fn(), onUndo: vi.fn() };
  render(
    <CatchUpView
      days={days}
      marks={marks}
      marked={marked}
      now={NOW}
      language="zh"
      actions={actions}
      below={({ date }) => <p>below {date}</p>}
    />,
  );
  return actions;
}

function missing(dates: string[], making: string | null = null) {
  const onMake = vi.fn();
  render(<MissingDays dates={dates} making={making} estimate={null} now={NOW} language="zh" onMake={onMake} />);
  return onMake;
}

describe('CatchUpLine', () => {
  test('counts days and papers that were not seen, and leads to them', () => {
    const link = line({ c: SEEN });
    expect(link?.textContent).toBe('补看：11 月 24–26 日，2 天 3 篇没看过');
    expect(link?.getAttribute('href')).toBe('library.html#/catch-up');
  });

  test('leaves out a day of which all was seen, and is not there when nothing is left', () => {
    expect(line({ a: SEEN, b: SEEN })?.textContent).toBe('补看：11 月 26 日，1 天 2 篇没看过');
    cleanup();
    expect(line({ a: SEEN, b: DISMISSED, c: SEEN, d: DISMISSED })).toBeNull();
  });
});

describe('CatchUpView', () => {
  test('lists the days with what was missed on each, and what is below', () => {
    view({ a: SEEN });
    expect(screen.getByText('11 月 24–26 日，2 天 3 篇没看过。')).toBeTruthy();
    const older = within(screen.getByRole('region', { name: /^11 月 24 日/ }));
    expect(older.getAllByRole('listitem').map((row) => row.dataset['paper'])).toEqual(['a', 'b']);
    expect(older.getByText('1 篇没看过')).toBeTruthy();
    expect(older.getByText('below 2026-11-24')).toBeTruthy();
    expect(older.getByRole('link', { name: /^11 月 24 日/ }).getAttribute('href')).toBe('#/report/2026-11-24');
  });

  test('opens and saves papers', () => {
    const actions = view();
    const [row] = screen.getAllByRole('listitem');
    if (!row) throw new Error('no row');
    fireEvent.click(within(row).getByRole('link'));
    fireEvent.click(within(row).getByRole('button', { name: '收藏' }));
    expect(actions.onOpen.mock.calls).toEqual([['c']]);
    expect(actions.onSave.mock.calls).toEqual([['c', true]]);
  });

  test('dismisses papers, and counts what was dismissed no more, though it stays in the list', () => {
    const actions = view({ a: DISMISSED });
    expect(screen.getByText('11 月 24–26 日，2 天 3 篇没看过。')).toBeTruthy();
    const older = within(screen.getByRole('region', { name: /^11 月 24 日/ }));
    const rows = older.getAllByRole('listitem');
    expect(rows.map((row) => row.className)).toEqual(['news-row dismissed', 'news-row']);
    for (const button of older.getAllByRole('button', { name: /^不感兴趣/ })) fireEvent.click(button);
    expect(actions.onDismiss.mock.calls).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });

  test('marks all as seen, and takes that back', () => {
    const first = view();
    fireEvent.click(screen.getByRole('button', { name: '全部标为看过' }));
    expect(first.onMarkAll).toHaveBeenCalledOnce();
    expect(screen.queryByRole('button', { name: '撤消' })).toBeNull();
    cleanup();
    const then = view({ a: SEEN, b: SEEN, c: SEEN, d: SEEN }, 4);
    expect(screen.getByRole('status').textContent).toContain('已把 4 篇标为看过。');
    expect(screen.queryByRole('button', { name: '全部标为看过' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '撤消' }));
    expect(then.onUndo).toHaveBeenCalledOnce();
  });

  test('says that nothing was missed', () => {
    view({}, null, []);
    expect(screen.getByText('没有落下的论文')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('MissingDays', () => {
  test('has a day made, and says of the one that is being made that it is', () => {
    const onMake = missing(['2026-11-26', '2026-11-25'], '2026-11-26');
    expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('正在生成');
    fireEvent.click(screen.getByRole('button', { name: '补做 11 月 25 日的日报' }));
    expect(onMake.mock.calls).toEqual([['2026-11-25']]);
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  test('is not there when no day is missing', () => {
    missing([]);
    expect(document.body.textContent).toBe('');
  });
});
