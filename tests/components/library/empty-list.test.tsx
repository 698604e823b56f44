// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentProps } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { EmptyList } from '@/components/library/empty-list';
import { views, words } from './samples';

afterEach(cleanup);

type Props = ComponentProps<typeof EmptyList>;

function show(changes: Partial<Props>) {
  const on = { onChoose: vi.fn(), onClearSearch: vi.fn() };
  const saved = { kind: 'saved', tag: null } as const;
  const nothing = { source: saved, searched: '', hasReport: false, libraryEmpty: false, latest: null };
  render(<EmptyList {...nothing} words={words} views={views} {...on} {...changes} />);
  return on;
}

describe('EmptyList', () => {
  test.each<[Partial<Props>, string]>([
    [{ libraryEmpty: true }, '论文库还是空的'],
    [{}, '还没有收藏论文'],
    [{ source: { kind: 'written' } }, '还没有用模型写过解读'],
    [{ source: { kind: 'all' } }, '论文库里还没有论文'],
    [{ source: { kind: 'status', status: 'reading' } }, '没有标为“在读”的论文'],
    [{ source: { kind: 'dismissed' } }, '没有标为不感兴趣的论文'],
    [{ source: { kind: 'author', name: 'Ann' } }, '论文库里没有 Ann 的论文'],
    [{ source: { kind: 'saved', tag: '三维' } }, '没有论文带着标签“三维”'],
    [{ source: { kind: 'report', date: '2020-01-01', reportId: null } }, '论文库里没有 2020-01-01 的日报'],
    [{ source: { kind: 'report', date: null, reportId: 'x' } }, '论文库里没有 未注明日期 的日报'],
    [{ source: { kind: 'report', date: '2020-01-01', reportId: null }, hasReport: true }, '这份日报里没有论文。'],
    [{ searched: '深度' }, '没有找到“深度”'],
  ])('says why for %j', (changes, title) => {
    show(changes);
    expect(screen.getByRole('heading').textContent).toBe(title);
  });

  test('offers what could be done', () => {
    const empty = show({ libraryEmpty: true });
    fireEvent.click(screen.getByRole('button', { name: '选择文件' }));
    expect(empty.onChoose).toHaveBeenCalledOnce();
    cleanup();
    const search = show({ searched: '深度' });
    fireEvent.click(screen.getByRole('button', { name: '清除搜索' }));
    expect(search.onClearSearch).toHaveBeenCalledOnce();
    cleanup();
    show({ latest: { id: '2026-11-20|a', date: '2026-11-20', title: 'a' } });
    expect(screen.getByRole('link', { name: '看最新日报' }).getAttribute('href')).toBe('#/report/2026-11-20');
  });
});
