// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AuthorsView } from '@/components/library/authors-view';
import { KeysHelp } from '@/components/library/keys-help';
import { ListHead } from '@/components/library/list-head';
import { SelectionBar } from '@/components/library/selection-bar';
import { UndoBar } from '@/components/library/undo-bar';
import { views, words } from './samples';

afterEach(cleanup);

function showBar(tags: string[] = ['三维', '视频']) {
  const actions = { onSave: vi.fn(), onStatus: vi.fn(), onTag: vi.fn(), onDismiss: vi.fn(), onSeen: vi.fn() };
  render(<SelectionBar count={12_345} tags={tags} views={views} actions={actions} />);
  return actions;
}
const choose = (menu: string, item: string) => {
  fireEvent.click(screen.getByRole('button', { name: menu }));
  fireEvent.click(screen.getByRole('menuitem', { name: item }));
};

describe('SelectionBar', () => {
  test('says how many papers it is about', () => {
    showBar();
    expect(screen.getByRole('status').textContent).toBe('选中 12,345 篇');
  });

  test('offers every action, and its opposite', () => {
    const actions = showBar();
    choose('收藏', '收藏');
    choose('收藏', '取消收藏');
    expect(actions.onSave.mock.calls).toEqual([[true], [false]]);
    for (const item of ['待读', '在读', '已读', '去掉状态']) choose('状态', item);
    expect(actions.onStatus.mock.calls).toEqual([['to-read'], ['reading'], ['read'], [null]]);
    choose('不感兴趣', '不感兴趣');
    choose('不感兴趣', '不再是不感兴趣');
    expect(actions.onDismiss.mock.calls).toEqual([[true], [false]]);
    choose('不感兴趣', '标为看过');
    expect(actions.onSeen).toHaveBeenCalledOnce();
  });

  test('adds the tag that is typed, when it is one and Chinese is not being composed', () => {
    const actions = showBar();
    const field = screen.getByLabelText('加标签');
    fireEvent.input(field, { target: { value: '  ' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.input(field, { target: { value: ' #扩散模型 ' } });
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(actions.onTag).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Enter' });
    choose('去标签', '三维');
    expect(actions.onTag.mock.calls).toEqual([
      ['扩散模型', true],
      ['三维', false],
    ]);
  });

  test('takes no tags off where there are none', () => {
    showBar([]);
    expect(screen.queryByRole('button', { name: '去标签' })).toBeNull();
  });
});

describe('ListHead', () => {
  test('names the list, counts it, and lets it be sorted and selected whole', () => {
    const on = { onOrder: vi.fn(), onSelectAll: vi.fn() };
    const orders = [
      { value: 'marked', label: '最近收藏' },
      { value: 'title', label: '标题' },
    ] as const;
    render(
      <ListHead
        title="待读"
        count={1_234}
        found={false}
        order="marked"
        orders={orders}
        allSelected={false}
        words={words}
        views={views}
        {...on}
      />,
    );
    expect(screen.getByRole('heading', { name: '待读' })).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('1,234 篇');
    fireEvent.change(screen.getByLabelText('排序'), { target: { value: 'title' } });
    expect(on.onOrder.mock.calls).toEqual([['title']]);
    fireEvent.click(screen.getByRole('checkbox', { name: '全选' }));
    expect(on.onSelectAll.mock.calls).toEqual([[true]]);
  });
});

describe('UndoBar', () => {
  test('offers the way back only where there is one', () => {
    const onUndo = vi.fn();
    render(<UndoBar said="已收藏 1 篇" canUndo views={views} onUndo={onUndo} />);
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    expect(onUndo).toHaveBeenCalledOnce();
    cleanup();
    render(<UndoBar said="已导出 1 篇" canUndo={false} views={views} onUndo={onUndo} />);
    expect(screen.getByRole('status').textContent).toBe('已导出 1 篇');
    expect(screen.queryByRole('button')).toBeNull();
  });
});

const names = () => screen.getAllByRole('link').map((link) => link.textContent);

describe('AuthorsView', () => {
  const many = Array.from({ length: 250 }, (_, index) => ({ name: `Author ${index}`, saved: 1 }));

  test.each([
    ['', ['Kaiming He3 篇', 'Łukasz Kaiser1 篇']],
    ['kai', ['Kaiming He3 篇', 'Łukasz Kaiser1 篇']],
    ['lukasz', ['Łukasz Kaiser1 篇']],
    ['he kaiming', ['Kaiming He3 篇']],
  ])('finds by %j', (typed, found) => {
    const authors = [
      { name: 'Kaiming He', saved: 3 },
      { name: 'Łukasz Kaiser', saved: 1 },
    ];
    render(<AuthorsView authors={authors} typed={typed} others={[]} views={views} onType={vi.fn()} />);
    expect(names()).toEqual(found);
  });

  test('lists two hundred and then more, and those of the library that are not among them', () => {
    render(
      <AuthorsView authors={many} typed="" others={['Author 3', 'Someone Else']} views={views} onType={vi.fn()} />,
    );
    const [own, others] = screen.getAllByRole('list');
    expect(own && within(own).getAllByRole('link')).toHaveLength(200);
    expect(others?.textContent).toBe('Someone Else');
    fireEvent.click(screen.getByRole('button', { name: '再看 50 位' }));
    expect(own && within(own).getAllByRole('link')).toHaveLength(250);
  });

  test('says when there is nobody', () => {
    render(<AuthorsView authors={many} typed="nobody" others={[]} views={views} onType={vi.fn()} />);
    expect(screen.getByRole('status').textContent).toBe('没有名字里带“nobody”的作者');
  });
});

test('the help of keys names each key once, with what it does', () => {
  HTMLDialogElement.prototype.showModal = vi.fn();
  const { container } = render(<KeysHelp words={words} views={views} onClose={vi.fn()} />);
  const keys = Array.from(container.querySelectorAll('kbd'), (key) => key.textContent);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of ['j', 'k', 's', 'x', 'e', 'n', '/', '?', 'd', 'z']) expect(keys).toContain(key);
  expect(Array.from(container.querySelectorAll('dd')).every(({ textContent }) => textContent)).toBe(true);
});
