// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AccessNotice } from '@/components/popup/access-notice';
import { DayHeader } from '@/components/popup/day-header';
import { EmptyLibrary } from '@/components/popup/empty-library';
import { ErrorNote } from '@/components/popup/error-note';
import { DaySummaries } from '@/components/popup/day-summaries';
import { Summary } from '@/components/popup/summary';
import { ThisPage } from '@/components/popup/this-page';
import type { Day } from '@/core/library/day';
import type { Tree } from '@/core/render/tree';
import { popupWords } from '@/core/words/popup';
import { day, entry, report } from './samples';

afterEach(cleanup);

const words = popupWords.zh;
const now = Date.parse('2025-12-31T10:00+08:00');

function header(shown: Day = day(), around: { previous?: string; next?: string } = {}, hasAccount = false) {
  const onGo = vi.fn();
  render(
    <DayHeader
      day={shown}
      previous={around.previous ?? null}
      next={around.next ?? null}
      hasAccount={hasAccount}
      now={now}
      language="zh"
      words={words}
      onGo={onGo}
    />,
  );
  return onGo;
}

const account = () => document.querySelector('.account');

describe('DayHeader', () => {
  test('says which day it is, and from whom', () => {
    header();
    expect(screen.getByRole('heading', { name: '最新日报' })).toBeTruthy();
    expect(screen.getByText('12 月 30 日 周二 · 昨天')).toBeTruthy();
    expect(account()?.textContent).toBe('计算机视觉日报 · 1 篇');
  });

  test.each([
    ['the analyses where some are missing', [{}, { basis: null }], false, '2 篇，1 篇有解读'],
    ['what failed', [{}, { basis: null, failed: true }], false, '2 篇，1 篇有解读，1 篇失败'],
    ['no failure that the account tells', [{}, { basis: null, failed: true }], true, '2 篇，1 篇有解读'],
  ] as const)('counts %s', (_, changes, hasAccount, text) => {
    const entries = changes.map((change, index) => entry({ id: `2512.0000${index}`, ...change }));
    header(day(report({ entries })), {}, hasAccount);
    expect(account()?.textContent).toBe(`计算机视觉日报 · ${text}`);
  });

  test('names every source once, the hosts they came by, and more of each where one points at it', () => {
    header(
      day(
        report({ id: '2025-12-30|A', source: '甲', via: 'a.example' }),
        report({ id: '2025-12-30|B', source: '乙', via: 'b.example', entries: [entry({ id: '2512.00002' })] }),
        report({ id: '2025-12-30|C', source: '乙', entries: [entry()] }),
      ),
    );
    expect(account()?.textContent).toBe('甲、乙 · 2 篇 · 经 a.example、b.example 获取');
    expect(account()?.getAttribute('title')).toBe(
      '甲 · 1 篇 · 经 a.example 获取\n乙 · 1 篇 · 经 b.example 获取\n乙 · 1 篇',
    );
  });

  test('goes to the day before and after, and calls only the last one the latest', () => {
    const onGo = header(day(), { previous: 'before', next: 'after' });
    expect(screen.queryByRole('heading', { name: '最新日报' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '前一天' }));
    fireEvent.click(screen.getByRole('button', { name: '后一天' }));
    expect(onGo.mock.calls).toEqual([['before'], ['after']]);
  });

  test('goes nowhere from the only day', () => {
    header();
    for (const name of ['前一天', '后一天']) {
      expect(screen.getByRole('button', { name }).hasAttribute('disabled')).toBe(true);
    }
  });

  test('opens the report in the library page', () => {
    header();
    expect(screen.getByRole('link', { name: '在标签页中打开' }).getAttribute('href')).toBe(
      'library.html#/report/2025-12-30',
    );
  });

  test('says so of a report without a date, and finds it by its id', () => {
    header(day(report({ date: null, id: '0000-00-00|X' })));
    expect(screen.getByText('未注明日期')).toBeTruthy();
    expect(screen.getByRole('link').getAttribute('href')).toContain(encodeURIComponent('0000-00-00|X'));
  });

  test('names no more sources and hosts than fit', () => {
    const reports = ['A', 'B', 'C', 'D'].map((source, index) =>
      report({ id: `2025-12-30|${source}`, source, via: `${index}.example` }),
    );
    header(day(...reports));
    expect(account()?.textContent).toBe('A、B、C 等 4 个来源 · 1 篇 · 经 0.example、1.example 等获取');
  });
});

describe('Summary', () => {
  const link: Tree = ['a', { href: 'https://arxiv.org/abs/2512.23705' }, 'A Paper'];
  const sections = [
    { title: '', body: [['p', null, '好的，这是摘要。']] as Tree[] },
    { title: '一、趋势', body: [['p', null, '今天值得读 ', link, '。']] as Tree[] },
    { title: '二、建议', body: [['ul', null, ['li', null, '先读它。']]] as Tree[] },
  ];

  test('is folded to what it tells, its papers linked', () => {
    render(<Summary title="今日概览" sections={sections} words={words} />);
    expect(document.querySelector('.lead')?.textContent).toBe('今天值得读 A Paper。先读它。');
    expect(screen.getByRole('link', { name: 'A Paper' }).getAttribute('href')).toBe('https://arxiv.org/abs/2512.23705');
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
  });

  test('opens to all of it under its own headings, and folds again', () => {
    render(<Summary title="今日概览" sections={sections} words={words} />);
    const button = screen.getByRole('button', { name: '今日概览' });
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      '一、趋势',
      '二、建议',
    ]);
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });

  test('leaves no empty box', () => {
    const { container } = render(<Summary title="今日概览" sections={[]} words={words} />);
    expect(container.innerHTML).toBe('');
  });
});

const told = (text: string) => ({ sections: [{ title: '', body: [['p', null, text]] as Tree[] }], invented: false });
const show = (shown: Day) => render(<DaySummaries day={shown} words={words} />).container;

describe('DaySummaries', () => {
  test('stands under its own name where there is one', () => {
    show(day(report({ summary: told('今天值得读。') }), report({ id: '2025-12-30|B', source: '乙' })));
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['今日概览展开']);
  });

  test('stand under the names of their sources where there are several', () => {
    show(
      day(
        report({ id: '2025-12-30|A', source: '甲', summary: told('甲说。') }),
        report({ id: '2025-12-30|B', source: '乙', summary: told('乙说。') }),
      ),
    );
    expect(screen.getByRole('region', { name: '今日概览 · 甲' }).textContent).toContain('甲说。');
    expect(screen.getByRole('region', { name: '今日概览 · 乙' }).textContent).toContain('乙说。');
  });

  const invented = { ...told('值得读。'), invented: true };

  test('do not show what a model made up, and say so of a day without papers', () => {
    const container = show(day(report({ summary: invented, entries: [] })));
    expect(container.textContent).toBe(words.invented);
  });

  test('say nothing of what is made up where there is something else', () => {
    const other = report({ id: '2025-12-30|B', summary: told('今天值得读。') });
    expect(show(day(report({ summary: invented, entries: [] }), other)).textContent).not.toContain('不显示');
    cleanup();
    expect(show(day(report({ summary: invented, entries: [] }), report({ id: '2025-12-30|B' }))).textContent).toBe('');
  });
});

describe('ThisPage', () => {
  test.each([
    ['the gist', { gist: '一句话。', title: 'A Paper' }, '一句话。'],
    ['that there is none, with the title', { gist: '', title: 'A Paper' }, '暂无中文解读 · A Paper'],
    ['that there is none, with the id', { gist: '', title: '' }, '暂无中文解读 · 2512.00001'],
  ])('shows %s', (_, paper, text) => {
    const onSave = vi.fn();
    const here = { id: '2512.00001', saved: true, ...paper };
    render(<ThisPage paper={here} words={words} onSave={onSave} onBeside={null} />);
    expect(screen.queryByRole('button', { name: '侧边栏' })).toBeNull();
    expect(screen.getByRole('region', { name: '本页' }).textContent).toContain(text);
    fireEvent.click(screen.getByRole('button', { name: '收藏', pressed: true }));
    expect(onSave).toHaveBeenCalledExactlyOnceWith('2512.00001', false);
  });
});

describe('EmptyLibrary', () => {
  test('says how to get a report, and offers the sample', () => {
    const onSample = vi.fn();
    render(<EmptyLibrary sample="idle" subscribed={false} words={words} onSample={onSample} />);
    expect(screen.getByRole('link', { name: '订阅日报' }).getAttribute('href')).toBe('library.html#/feeds');
    expect(screen.getByRole('link', { name: '导入日报' }).getAttribute('href')).toBe('library.html#/import');
    fireEvent.click(screen.getByRole('button', { name: '载入示例' }));
    expect(onSample).toHaveBeenCalledOnce();
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('tells those who have subscribed that nothing has come yet', () => {
    render(<EmptyLibrary sample="idle" subscribed words={words} onSample={vi.fn()} />);
    expect(screen.getByRole('heading').textContent).toBe('还没有取到日报');
    expect(screen.getByRole('link', { name: '查看订阅' }).getAttribute('href')).toBe('library.html#/feeds');
  });

  test('cannot be asked twice at once, and says when it failed', () => {
    const { rerender } = render(<EmptyLibrary sample="loading" subscribed={false} words={words} onSample={vi.fn()} />);
    expect(screen.getByRole('button', { name: '正在载入示例…' }).hasAttribute('disabled')).toBe(true);
    rerender(<EmptyLibrary sample="failed" subscribed={false} words={words} onSample={vi.fn()} />);
    expect(screen.getByRole('status').textContent).toBe(words.sampleFailed);
  });
});

describe('AccessNotice and ErrorNote', () => {
  test('asks for access in the click, and says what was answered', () => {
    const onAllow = vi.fn();
    const { rerender } = render(<AccessNotice denied={false} words={words} onAllow={onAllow} />);
    fireEvent.click(screen.getByRole('button', { name: '允许访问 arXiv' }));
    expect(onAllow).toHaveBeenCalledOnce();
    rerender(<AccessNotice denied words={words} onAllow={onAllow} />);
    expect(screen.getByRole('alert').textContent).toContain('没有得到允许');
  });

  test('says in words what went wrong', () => {
    const onRetry = vi.fn();
    render(<ErrorNote message="论文库没有读出来。" words={words} onRetry={onRetry} />);
    expect(screen.getByRole('alert').textContent).toContain('论文库没有读出来。');
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });
});
