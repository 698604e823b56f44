// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FeedView } from '@/components/feeds/feed-view';
import type { ShownFeed } from '@/components/feeds/shown-feed';
import type { FeedDay } from '@/core/feeds/feed';
import { dayOf, jobOf, NOW, shownFeed } from './samples';

afterEach(cleanup);

function show(shown: ShownFeed = shownFeed(), days: FeedDay[] = []) {
  const on = {
    onCheck: vi.fn(),
    onFill: vi.fn(),
    onCancel: vi.fn(),
    onRename: vi.fn(),
    onHour: vi.fn(),
    onUnsubscribe: vi.fn(),
  };
  render(
    <FeedView shown={shown} days={days} address="files.example" licence="" now={NOW} language="zh" said="" {...on}>
      线路
    </FeedView>,
  );
  return on;
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

describe('the days of a feed', () => {
  test('stand in a table, each that is there leading to its report', () => {
    show(shownFeed(), [
      dayOf('2025-12-30'),
      dayOf('2025-12-29', { state: 'absent', papers: 0, analyses: 0 }),
      dayOf('2025-12-26', { state: 'bad', error: 'not-utf8', papers: 0, analyses: 0 }),
    ]);
    const [, there, absent, bad, reason] = screen.getAllByRole('row');
    expect(there?.textContent).toBe('12 月 30 日 周二 · 昨天已取到109');
    expect(there?.querySelector('a')?.getAttribute('href')).toBe('#/report/2025-12-30');
    expect(absent?.textContent).toBe('12 月 29 日 周一 · 2 天前没有文件');
    expect(bad?.textContent).toMatch(/读不了$/);
    expect(reason?.textContent).toMatch(/^文件有问题：不是 UTF-8 文本。没有写入/);
    expect(absent?.querySelector('a')).toBeNull();
    expect(bad?.querySelector('a')).toBeNull();
  });

  test('tell that a newer copy could not be read, and keep what came', () => {
    show(shownFeed(), [
      dayOf('2025-12-30', { error: 'cut-short' }),
      dayOf('2025-12-29', { state: 'bad', error: 'no-paper', url: null }),
    ]);
    const [, there, copy, , bad] = screen.getAllByRole('row');
    expect(there?.querySelector('a')).not.toBeNull();
    expect(copy?.textContent).toMatch(/^文件有问题：不完整。/);
    expect(bad?.textContent).toMatch(/^文件有问题：没有论文。/);
  });

  test('come a few at a time', () => {
    const days = Array.from({ length: 30 }, (_, n) => dayOf(`2025-11-${String(30 - n).padStart(2, '0')}`));
    show(shownFeed(), days);
    expect(screen.getAllByRole('row')).toHaveLength(15);
    fireEvent.click(button('再显示 16 天'));
    expect(screen.getAllByRole('row')).toHaveLength(31);
    expect(screen.queryByRole('button', { name: /再显示/ })).toBeNull();
  });

  test('are none before one was asked for', () => {
    show();
    expect(screen.getByText('还没有问过任何一天。')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('asking for more', () => {
  test.each([
    ['7', 7],
    ['３０', 30],
    ['365', 365],
  ])('fetches the last %s days', (typed, days) => {
    const { onFill } = show();
    type('天数', typed);
    fireEvent.click(button(`补取最近 ${days} 天`));
    expect(onFill).toHaveBeenCalledExactlyOnceWith(days);
  });

  test.each(['0', '366', '', '1.5', '-3', '1e2', '很多'])('refuses %j days', (typed) => {
    const { onFill } = show();
    type('天数', typed);
    expect(screen.getByRole('alert').textContent).toBe('请填 1 到 365 之间的整数。');
    fireEvent.click(screen.getByRole('button', { name: /补取最近/ }));
    expect(onFill).not.toHaveBeenCalled();
  });

  test('takes one of the usual numbers by a click', () => {
    const { onFill } = show();
    fireEvent.click(button('90 天'));
    fireEvent.click(button('补取最近 90 天'));
    expect(onFill).toHaveBeenCalledExactlyOnceWith(90);
  });

  test('waits for what is being asked, which can be stopped', () => {
    const { onCancel } = show(shownFeed({ job: jobOf({ dates: ['2025-12-30'] }) }));
    expect(button('立即检查').disabled).toBe(true);
    expect(button('补取最近 30 天').disabled).toBe(true);
    fireEvent.click(button('取消：一份日报'));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  test('need not wait for one that failed and is to be tried later', () => {
    const job = jobOf({ dates: ['2025-12-30'] }, { state: 'waiting', notBefore: NOW + 600_000 });
    const { onCheck } = show(shownFeed({ job }));
    fireEvent.click(button('立即检查'));
    expect(onCheck).toHaveBeenCalledOnce();
  });
});

describe('a name', () => {
  test('is changed to another', () => {
    const { onRename } = show();
    type('名称', ' 新名字 ');
    fireEvent.click(button('保存名称'));
    expect(onRename).toHaveBeenCalledExactlyOnceWith('新名字');
  });

  test.each(['一份日报', '  '])('is not changed to %j', (name) => {
    const { onRename } = show();
    type('名称', name);
    expect(button('保存名称').disabled).toBe(true);
    expect(onRename).not.toHaveBeenCalled();
  });
});

describe('退订', () => {
  test('asks once more, says what stays, and begins with the way back', () => {
    const { onUnsubscribe } = show();
    fireEvent.click(button('退订'));
    const question = screen.getByRole('group', { name: '退订' });
    expect(question.textContent).toContain('已取到的日报和解读都还在');
    expect(document.activeElement?.textContent).toBe('不退订');
    expect(onUnsubscribe).not.toHaveBeenCalled();
    fireEvent.click(within(question).getByRole('button', { name: '确定退订' }));
    expect(onUnsubscribe).toHaveBeenCalledOnce();
  });

  test('can be thought better of', () => {
    const { onUnsubscribe } = show();
    fireEvent.click(button('退订'));
    fireEvent.click(button('不退订'));
    expect(button('退订')).toBeTruthy();
    expect(onUnsubscribe).not.toHaveBeenCalled();
  });
});

test('a feed’s heading takes the focus that went with what led there, and no other', () => {
  show();
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
  cleanup();
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  show();
  expect(document.activeElement).toBe(field);
  field.remove();
});

test('the hour of a feed is changed to another time, and to nothing else', () => {
  const { onHour } = show();
  const field = '更新时刻（北京时间）';
  expect(screen.getByLabelText<HTMLInputElement>(field).value).toBe('12:00');
  for (const typed of ['12:00', '']) {
    type(field, typed);
    expect(button('保存时刻').disabled).toBe(true);
  }
  type(field, '06:15');
  fireEvent.click(button('保存时刻'));
  expect(onHour).toHaveBeenCalledExactlyOnceWith(375);
});
