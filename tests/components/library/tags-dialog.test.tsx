// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { TagsDialog } from '@/components/library/tags-dialog';
import { noteWords } from '@/core/words/notes';

afterEach(cleanup);

const TAGS = [
  { tag: '三维', count: 9 },
  { tag: '扩散', count: 5 },
];

function show(more: { tags?: typeof TAGS; said?: string; canUndo?: boolean } = {}) {
  const on = { onChange: vi.fn(), onUndo: vi.fn(), onClose: vi.fn() };
  render(<TagsDialog tags={TAGS} words={noteWords.zh} said="" canUndo={false} {...on} {...more} />);
  return on;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: '“三维”的新名字' });

describe('the table of tags', () => {
  test('names each with its papers', () => {
    show();
    expect(screen.getAllByRole('listitem').map((row) => row.querySelector('small')?.textContent)).toEqual([
      '9 篇',
      '5 篇',
    ]);
  });

  test('renames one', () => {
    const { onChange } = show();
    press('给标签“三维”改名');
    fireEvent.input(field(), { target: { value: ' #三维  重建 ' } });
    press('改名');
    expect(onChange.mock.calls).toEqual([['三维', '三维 重建']]);
  });

  test('says that a name in use makes two tags one', () => {
    const { onChange } = show();
    press('给标签“三维”改名');
    fireEvent.input(field(), { target: { value: '扩散' } });
    press('合并到“扩散”');
    expect(onChange.mock.calls).toEqual([['三维', '扩散']]);
  });

  test.each(['', ' # ', '三维'])('changes nothing for the name %j', (name) => {
    const { onChange } = show();
    press('给标签“三维”改名');
    fireEvent.input(field(), { target: { value: name } });
    const form = field().closest('form');
    if (form) fireEvent.submit(form);
    expect(onChange).not.toHaveBeenCalled();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  test('leaves a name by Escape, unless an input method has the key', () => {
    show();
    press('给标签“三维”改名');
    fireEvent.keyDown(field(), { key: 'Escape', isComposing: true });
    expect(field().value).toBe('三维');
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  test('deletes one, and offers the way back', () => {
    const { onChange, onUndo } = show({ said: '已删除标签“扩散”（5 篇）。', canUndo: true });
    press('删除标签“扩散”');
    expect(onChange.mock.calls).toEqual([['扩散', null]]);
    press('撤销');
    expect(onUndo).toHaveBeenCalledOnce();
  });

  test('says how to make one where there is none', () => {
    show({ tags: [] });
    expect(screen.getByText(noteWords.zh.noTags)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
  });
});
