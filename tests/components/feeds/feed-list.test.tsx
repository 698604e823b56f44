// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FeedList } from '@/components/feeds/feed-row';
import { PresetList, type ShownPreset } from '@/components/feeds/preset-list';
import type { ShownFeed } from '@/components/feeds/shown-feed';
import { feedOf, jobOf, NOW, shownFeed } from './samples';

afterEach(cleanup);

function show(...feeds: ShownFeed[]) {
  const onCancel = vi.fn();
  render(<FeedList feeds={feeds} now={NOW} language="zh" onCancel={onCancel} />);
  return onCancel;
}

describe('FeedList', () => {
  test('says what a subscription is while there is none, and that nothing is asked without a click', () => {
    show();
    expect(screen.getByRole('heading', { name: '还没有订阅' })).toBeTruthy();
    expect(screen.getByText(/不点“预览”，导读不会访问/)).toBeTruthy();
    expect(screen.queryByRole('list')).toBeNull();
  });

  test('tells of each feed its newest day, when it was last asked, by which host, and when it is asked next', () => {
    show(shownFeed());
    const row = screen.getByRole('listitem');
    expect(within(row).getByRole('link', { name: '一份日报' }).getAttribute('href')).toBe('#/feeds/one');
    expect(row.textContent).toContain('12 月 30 日 · 10 篇，9 篇有解读');
    expect(row.textContent).toContain('上次查过：今天 13:42经 raw.githubusercontent.com下次检查：今天 14:42');
    expect(row.className).toBe('');
  });

  test.each([
    ['the day before', NOW - 86_400_000, '上次取到新内容：昨天 13:42上次查过：今天 13:42经'],
    ['in the same minute', NOW, '上次取到新内容：今天 13:42经'],
    ['never', null, '上次查过：今天 13:42经'],
  ])('tells a check that brought nothing from what came %s', (_, lastNewAt, text) => {
    show(shownFeed({ state: { lastNewAt, lastSuccessAt: NOW + 2 } }));
    const said = screen.getByRole('listitem').textContent ?? '';
    expect(said).toContain(text);
    expect(said.match(/上次/g)).toHaveLength(text.match(/上次/g)?.length ?? 0);
  });

  test('claims no success of a feed that has had none', () => {
    show(shownFeed({ last: null, state: { lastSuccessAt: null, lastHost: null, lastDate: null, nextAt: NOW } }));
    const { textContent } = screen.getByRole('listitem');
    expect(textContent).toBe('一份日报还没有取到任何一天即将检查');
  });

  test('says in words what went wrong, with the host, beside the last answer', () => {
    const error = { code: 'feed-offline', host: 'raw.githubusercontent.com', at: NOW - 3_600_000 } as const;
    show(shownFeed({ state: { error } }));
    const row = screen.getByRole('listitem');
    expect(row.className).toBe('troubled');
    expect(row.textContent).toContain('今天 12:42：连不上 raw.githubusercontent.com，没有取到这一天的内容。');
    expect(row.textContent).toContain('上次查过：今天 13:42');
    expect(row.textContent).not.toContain('{');
  });

  const dates = ['2025-12-30', '2025-12-29', '2025-12-28'];
  const progress = { left: dates.slice(2), there: 1, absent: 1, bad: 0 };
  test.each([
    [jobOf({ dates }, { progress }), '正在补取：12 月 28 日（2/3 天）'],
    [jobOf({ dates, mode: 'newest' }), '正在找最新的一天：12 月 30 日'],
    [jobOf({ dates, mode: 'daily' }), '正在检查：12 月 30 日'],
    [jobOf({ dates }, { progress: { ...progress, left: [] } }), '就要完成'],
    [jobOf({ dates }, { state: 'waiting' }), '排队中，马上开始'],
    [jobOf({ dates }, { state: 'waiting', notBefore: NOW + 600_000 }), '遇到问题，今天 13:52 再试'],
  ])('shows how far it is (%#)', (job, text) => {
    const onCancel = show(shownFeed({ job }));
    expect(screen.getByText(text)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '取消：一份日报' }));
    expect(onCancel).toHaveBeenCalledExactlyOnceWith('one');
  });

  test('pretends to no share of a search whose end nobody knows', () => {
    show(shownFeed({ job: jobOf({ dates, mode: 'newest' }) }));
    expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(false);
  });

  test('keeps a name that is markup as text', () => {
    show(shownFeed({ feed: feedOf({ name: '<img src=x onerror=alert(1)>' }) }));
    expect(screen.getByRole('link').textContent).toBe('<img src=x onerror=alert(1)>');
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('PresetList', () => {
  const preset: ShownPreset = {
    id: 'p',
    name: '公开的一份',
    description: '每天一份',
    figures: '407 天里有 89 天重复',
    licence: '没有查到许可说明',
    contents: '中文解读 · 仅据摘要',
    categories: ['cs.CV', 'cs.RO'],
    feedId: null,
  };

  test('offers a preview of each, with its figures and its licence', () => {
    const onPreview = vi.fn();
    render(<PresetList presets={[preset]} focusId={null} language="zh" onPreview={onPreview} />);
    const { textContent } = screen.getByRole('listitem');
    for (const text of ['每天一份', '407 天里有 89 天重复', '许可：没有查到许可说明', '分类例如 cs.CV、cs.RO'])
      expect(textContent).toContain(text);
    fireEvent.click(screen.getByRole('button', { name: '预览：公开的一份' }));
    expect(onPreview).toHaveBeenCalledExactlyOnceWith('p');
  });

  test('leads to the subscription that one is already, and offers no second', () => {
    render(<PresetList presets={[{ ...preset, feedId: 'x y' }]} focusId={null} language="zh" onPreview={vi.fn()} />);
    expect(screen.getByRole('link', { name: '已订阅' }).getAttribute('href')).toBe('#/feeds/x%20y');
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('gives the focus to the one whose preview was left, and to none without', () => {
    const view = render(<PresetList presets={[preset]} focusId={null} language="zh" onPreview={vi.fn()} />);
    expect(document.activeElement).toBe(document.body);
    view.unmount();
    render(<PresetList presets={[preset]} focusId="p" language="zh" onPreview={vi.fn()} />);
    expect(document.activeElement?.textContent).toBe('预览');
  });
});
