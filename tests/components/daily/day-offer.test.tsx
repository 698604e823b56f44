// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DayOffer, describeEstimate } from '@/components/daily/day-offer';
import type { DayNotice } from '@/core/daily/day-notice';

afterEach(cleanup);

const beijing = (time: string) => Date.parse(`${time}+08:00`);
const TODAY = '2026-11-18';
const NOW = beijing(`${TODAY}T10:00`);
const at = beijing(`${TODAY}T13:30`);

function show(notice: DayNotice) {
  const onMake = vi.fn();
  render(<DayOffer notice={notice} estimate={null} now={NOW} language="zh" onMake={onMake} />);
  return onMake;
}

const button = () => screen.queryByRole('button');

describe('DayOffer', () => {
  test.each<[DayNotice, string, boolean]>([
    [{ kind: 'expected', date: TODAY, at, ready: false }, '今天的预计 13:30 后更新', false],
    [{ kind: 'expected', date: TODAY, at, ready: true }, '今天的预计 13:30 后更新', true],
    [{ kind: 'expected', date: TODAY, at: NOW, ready: true }, '今天的马上开始生成', true],
    [{ kind: 'expected', date: '2026-11-17', at: NOW, ready: true }, '11 月 17 日的马上开始生成', true],
    [{ kind: 'late', date: TODAY, at, ready: true }, '今天的公告还没有出来，13:30 后再看', true],
    [
      { kind: 'closed', reason: 'weekend', at: beijing('2026-11-19T13:30') },
      '周末无公告，下一份预计明天 13:30 后更新',
      false,
    ],
    [{ kind: 'offer', date: TODAY }, '今天的日报可以在本机生成', true],
  ])('says of %j: %s', (notice, text, canMake) => {
    show(notice);
    expect(screen.getByText(text)).toBeTruthy();
    expect(button() !== null).toBe(canMake);
    expect(screen.queryByText('不用模型，不花钱') !== null).toBe(canMake);
  });

  test('has the day made', () => {
    const onMake = show({ kind: 'offer', date: '2026-11-17' });
    fireEvent.click(screen.getByRole('button', { name: '现在生成 11 月 17 日的日报' }));
    expect(onMake.mock.calls).toEqual([['2026-11-17']]);
  });

  test('leads to the categories where there are none', () => {
    show({ kind: 'categories' });
    expect(screen.getByRole('link', { name: '选分类' }).getAttribute('href')).toBe('options.html#categories');
    expect(button()).toBeNull();
  });
});

describe('describeEstimate', () => {
  const usage = { requests: 26, input: 200_000, output: 30_000 };
  test('tells requests and money, tokens without a price, and that nothing is paid without a model', () => {
    expect(describeEstimate({ ...usage, yuan: 0.2134 }, 'zh')).toBe('约 26 次请求，约 0.21 元');
    expect(describeEstimate({ ...usage, yuan: null }, 'zh')).toBe('约 26 次请求，约 230,000 tokens');
    expect(describeEstimate(null, 'zh')).toBe('不用模型，不花钱');
    expect(describeEstimate({ ...usage, yuan: 0.2134 }, 'en')).toBe('about 26 requests, about ¥0.21');
  });
});
