// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { RouteList, type RouteTests } from '@/components/feeds/route-list';
import type { Feed, RouteKind } from '@/core/feeds/feed';
import { withRouteMoved } from '@/core/feeds/new-feed';
import type { RouteTest } from '@/core/feeds/test-routes';
import { feedOf } from './samples';

afterEach(cleanup);

function show(feed: Feed = feedOf(), tests: RouteTests = null, said = '') {
  const on = { onToggle: vi.fn(), onMove: vi.fn(), onPrefix: vi.fn(), onTest: vi.fn() };
  render(<RouteList feed={feed} tests={tests} said={said} language="zh" {...on} />);
  return on;
}
const tick = (route: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `使用 ${route}` });
const row = (route: string) => tick(route).closest('li') ?? document.body;

const type = (value: string) => fireEvent.input(screen.getByLabelText('前缀'), { target: { value } });
const use = () => fireEvent.click(screen.getByRole('button', { name: '使用这个前缀' }));

/** A list that is put in order, as a page does it. */
function Ordered() {
  const [feed, setFeed] = useState(feedOf());
  const on = { onToggle: vi.fn(), onPrefix: vi.fn(), onTest: vi.fn() };
  const onMove = (kind: RouteKind, by: -1 | 1) => setFeed(withRouteMoved(feed, kind, by));
  return <RouteList feed={feed} tests={null} said="" language="zh" onMove={onMove} {...on} />;
}

describe('RouteList', () => {
  test('names the host of every route, and which are on', () => {
    show();
    expect(screen.getAllByRole('checkbox').map((box) => box.getAttribute('aria-label'))).toEqual([
      '使用 GitHub 原始文件',
      '使用 GitHub 接口',
      '使用 GitHub Pages',
      '使用 jsDelivr',
      '使用 自填前缀',
    ]);
    expect(row('GitHub 原始文件').textContent).toContain('raw.githubusercontent.com');
    expect(row('GitHub Pages').textContent).toContain('someone.github.io');
    expect(tick('GitHub 原始文件').checked).toBe(true);
    expect(tick('jsDelivr').checked).toBe(false);
  });

  test('says that the usual host is often out of reach, and what is left when every route is', () => {
    show();
    expect(screen.getByText(/在中国大陆常常很慢或连不上/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '手动导入文件' }).getAttribute('href')).toBe('#/import');
  });

  test('has no word of GitHub for an address elsewhere', () => {
    show(feedOf({ github: null, template: 'https://a.example/{date}.md', routes: [{ kind: 'own', on: true }] }));
    expect(screen.queryByText(/githubusercontent/)).toBeNull();
    expect(screen.queryByLabelText('前缀')).toBeNull();
  });

  test('shows a route on only once it is', () => {
    const { onToggle } = show();
    fireEvent.click(tick('jsDelivr'));
    expect(onToggle).toHaveBeenCalledExactlyOnceWith('jsdelivr', true);
    expect(tick('jsDelivr').checked).toBe(false);
  });

  test('lets no prefix be used before there is one', () => {
    show();
    expect(tick('自填前缀').disabled).toBe(true);
    expect(row('自填前缀').textContent).toContain('先填写前缀');
    cleanup();
    show(feedOf({ prefix: 'https://proxy.example/' }));
    expect(tick('自填前缀').disabled).toBe(false);
    expect(row('自填前缀').textContent).toContain('proxy.example');
  });

  test('is put in order by buttons that keep the focus', () => {
    render(<Ordered />);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '上移：GitHub 原始文件' }).disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: '上移：jsDelivr' }));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('上移：jsDelivr');
    fireEvent.click(screen.getByRole('button', { name: '上移：jsDelivr' }));
    fireEvent.click(screen.getByRole('button', { name: '上移：jsDelivr' }));
    expect(screen.getAllByRole('checkbox')[0]?.getAttribute('aria-label')).toBe('使用 jsDelivr');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('下移：jsDelivr'); // it cannot go further up
  });

  test.each<[RouteTest['outcome'], string]>([
    ['works', '可用，0.4 秒'],
    ['absent', '能连上，没有这一天'],
    ['feed-offline', '连不上'],
    ['feed-cut', '连不上'],
    ['feed-moved', '地址已跳转'],
    ['feed-busy', '请求太多，稍后再试'],
    ['feed-repository', '仓库太大，不提供'],
    ['feed-page', '不是文件，是网页'],
    ['feed-permission', '没有允许访问'],
    ['unknown', '服务器出错'],
  ])('says of a test that ended with %s: %s', (outcome, text) => {
    const results: RouteTest[] = [{ kind: 'jsdelivr', host: 'cdn.jsdelivr.net', outcome, milliseconds: 412 }];
    show(feedOf(), { kind: 'done', results });
    expect(within(row('jsDelivr')).getByText(text)).toBeTruthy();
    expect(row('GitHub 接口').querySelector('.outcome')?.textContent).toBe('');
  });

  test('cannot be tested twice at once', () => {
    const { onTest } = show(feedOf(), { kind: 'running' });
    const button = screen.getByRole<HTMLButtonElement>('button', { name: '正在测试……' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    // It keeps the focus of whoever pressed it.
    expect(button.disabled).toBe(false);
    fireEvent.click(button);
    expect(onTest).not.toHaveBeenCalled();
  });

  test('says why it was not tested', () => {
    show(feedOf(), { kind: 'failed', message: '没有允许访问' });
    expect(screen.getByRole('status').textContent).toBe('没有允许访问');
  });
});

describe('the prefix', () => {
  test('is nobody’s but the reader’s: none stands there', () => {
    show();
    expect(screen.getByLabelText<HTMLInputElement>('前缀').value).toBe('');
    expect(screen.getByText(/不内置、也不推荐任何代理/)).toBeTruthy();
  });

  test('is taken as an address', () => {
    const { onPrefix } = show();
    type('proxy.example');
    use();
    expect(onPrefix).toHaveBeenCalledExactlyOnceWith('https://proxy.example/');
  });

  test('can be taken away', () => {
    const { onPrefix } = show(feedOf({ prefix: 'https://proxy.example/' }));
    type('');
    use();
    expect(onPrefix).toHaveBeenCalledExactlyOnceWith('');
  });

  test.each([
    ['http://proxy.example/', '只能订阅 https 地址'],
    ['https://proxy.example/#x', '地址里不能带 #'],
  ])('is refused as %s', (value, problem) => {
    const { onPrefix } = show();
    type(value);
    use();
    expect(screen.getByRole('alert').textContent).toContain(problem);
    expect(onPrefix).not.toHaveBeenCalled();
  });

  test('in the reader’s own network is owned up to', () => {
    const { onPrefix } = show();
    type('http://192.168.1.2:8080/');
    use();
    expect(onPrefix).not.toHaveBeenCalled();
    fireEvent.click(screen.getByLabelText('这是我自己输入的内网地址'));
    use();
    expect(onPrefix).toHaveBeenCalledExactlyOnceWith('http://192.168.1.2:8080/');
  });
});
