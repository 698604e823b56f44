// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LeftOutFold } from '@/components/daily/left-out-fold';
import { NewsList } from '@/components/daily/news-list';
import type { NewsPaper } from '@/core/daily/news';
import { sampleAnnounced } from '../../daily-samples';

/** What watches the end of a list, told by a test that it is in sight. */
let reachEnd: (() => void) | null = null;

/** A link that is followed would lead out of the test. */
const stay = (event: Event) => event.preventDefault();

beforeEach(() => {
  document.addEventListener('click', stay);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(told: (entries: { isIntersecting: boolean }[]) => void) {
        reachEnd = () => told([{ isIntersecting: true }]);
      }
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  document.removeEventListener('click', stay);
  vi.unstubAllGlobals();
});

function news(number: number): NewsPaper {
  const id = `2611.${10_000 + number}`;
  return {
    paper: sampleAnnounced({ id, title: `Paper ${number}`, categories: ['cs.CV', 'cs.RO'] }),
    wanted: true,
    score: 1.1,
    reasons: [{ kind: 'code', text: 'github.com', points: 0.6 }],
    model: number === 0 ? null : { relevance: 3, significance: 2, why: '' },
    chosen: false,
  };
}

const range = (count: number) => Array.from({ length: count }, (_, at) => news(at));

function show(papers: NewsPaper[], marks = {}) {
  const actions = { onSave: vi.fn(), onDismiss: vi.fn(), onOpen: vi.fn() };
  render(<NewsList label="未收入" papers={papers} marks={marks} language="zh" actions={actions} />);
  return actions;
}

const row = (at: number) => {
  const item = screen.getAllByRole('listitem')[at];
  if (!item) throw new Error('no such row');
  return within(item);
};

describe('NewsList', () => {
  test('shows of each paper title, category, the model’s score and the star', () => {
    const actions = show(range(2), { '2611.10001': { saved: true, seen: true, dismissed: false } });
    expect(row(0).getByRole('link', { name: 'Paper 0' }).getAttribute('href')).toBe('https://arxiv.org/abs/2611.10000');
    expect(screen.getAllByRole('listitem')[0]?.textContent).not.toContain('相关');
    expect(row(1).getByText('相关 3 · 重要 2')).toBeTruthy();
    expect(row(1).getByText('看过')).toBeTruthy();
    fireEvent.click(row(1).getByRole('button', { name: '收藏', pressed: true }));
    fireEvent.click(row(0).getByRole('link'));
    expect(actions.onSave.mock.calls).toEqual([['2611.10001', false]]);
    expect(actions.onOpen.mock.calls).toEqual([['2611.10000']]);
  });

  test('dismisses a paper and takes that back, but asks it of no saved one', () => {
    const actions = show(range(3), {
      '2611.10001': { saved: false, seen: false, dismissed: true },
      '2611.10002': { saved: true, seen: false, dismissed: false },
    });
    const classes = screen.getAllByRole('listitem').map((item) => item.className);
    expect(classes).toEqual(['news-row', 'news-row dismissed', 'news-row']);
    fireEvent.click(row(0).getByRole('button', { name: '不感兴趣：Paper 0', pressed: false }));
    fireEvent.click(row(1).getByRole('button', { name: '不感兴趣：Paper 1', pressed: true }));
    expect(row(2).queryByRole('button', { name: /不感兴趣/ })).toBeNull();
    expect(actions.onDismiss.mock.calls).toEqual([
      ['2611.10000', true],
      ['2611.10001', false],
    ]);
  });

  test('draws a thousand as far as it is looked at', () => {
    show(range(1_000));
    expect(screen.getAllByRole('listitem')).toHaveLength(25);
    reachEnd?.();
    return expect.poll(() => screen.getAllByRole('listitem').length).toBe(50);
  });

  test('tells the reasons to who reaches the button by keyboard, until it is left or Escape is pressed', () => {
    show(range(2));
    const button = row(0).getByRole('button', { name: '依据：Paper 0' });
    button.focus();
    const tip = screen.getByRole('tooltip');
    expect(tip.textContent).toContain('代码或数据在 github.com（+0.6）');
    expect(button.getAttribute('aria-describedby')).toBe(tip.id);
    fireEvent.keyDown(button, { key: 'Escape' });
    expect(screen.queryByRole('tooltip')).toBeNull();
    expect(button.hasAttribute('aria-describedby')).toBe(false);
    fireEvent.click(button);
    expect(screen.getByRole('tooltip')).toBeTruthy();
    fireEvent.click(button);
    expect(screen.queryByRole('tooltip')).toBeNull();
    fireEvent.click(button);
    expect(screen.getByRole('tooltip')).toBeTruthy();
    button.blur();
    expect(screen.queryByRole('tooltip')).toBeNull();
  });

  test('tells them to who points at it, of one paper at a time, and as long as the pointer is on them', () => {
    show(range(2));
    const enter = (at: number) =>
      fireEvent.pointerEnter(row(at).getByRole('button', { name: /^依据/ }), { pointerType: 'mouse' });
    enter(0);
    enter(1);
    const tip = screen.getByRole('tooltip');
    expect(tip.textContent).toContain('模型打分：相关 3 · 重要 2');
    const button = row(1).getByRole('button', { name: /^依据/ });
    fireEvent.pointerLeave(button, { relatedTarget: tip });
    expect(screen.queryByRole('tooltip')).not.toBeNull();
    fireEvent.pointerLeave(tip, { relatedTarget: document.body });
    expect(screen.queryByRole('tooltip')).toBeNull();
  });

  test('takes them away with the list', () => {
    show(range(1));
    row(0).getByRole('button', { name: /^依据/ }).focus();
    cleanup();
    expect(document.querySelector('[role=tooltip]')).toBeNull();
  });
});

function fold(papers: NewsPaper[] | null | undefined, open: boolean, count: number | null = null) {
  const onFold = vi.fn();
  const actions = { onSave: vi.fn(), onDismiss: vi.fn(), onOpen: vi.fn() };
  render(
    <LeftOutFold
      count={count}
      open={open}
      papers={papers}
      marks={{}}
      Heading="h2"
      language="zh"
      actions={actions}
      onFold={onFold}
    />,
  );
  return onFold;
}

describe('LeftOutFold', () => {
  test('names the number once it is known, and opens by its heading', () => {
    const onFold = fold(undefined, false, 27);
    fireEvent.click(screen.getByRole('button', { name: /^未收入 27 篇/, expanded: false }));
    expect(onFold.mock.calls).toEqual([[true]]);
    expect(screen.queryByRole('list')).toBeNull();
    cleanup();
    fold(undefined, false);
    expect(screen.getByRole('button', { name: /^未收入的论文/ })).toBeTruthy();
    cleanup();
    fold(range(3), true);
    expect(screen.getByRole('button', { name: /^未收入 3 篇/, expanded: true })).toBeTruthy();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  test.each([
    [undefined, '正在读取…'],
    [null, '这一天的公告已经不在论文库里。'],
    [[], '这一天的论文都收入了。'],
  ])('says what is the matter with %j', (papers, text) => {
    fold(papers, true);
    expect(screen.getByText(text)).toBeTruthy();
  });
});
