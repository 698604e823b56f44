// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { TagField } from '@/components/library/tag-field';
import { noteWords } from '@/core/words/notes';

afterEach(cleanup);

const KNOWN = [
  { tag: '三维', count: 9 },
  { tag: '三维重建', count: 5 },
  { tag: '具身智能', count: 3 },
  { tag: 'NLP', count: 2 },
];

function show(tags: string[] = []) {
  const onEdit = vi.fn();
  render(<TagField tags={tags} known={KNOWN} words={noteWords.zh} onEdit={onEdit} />);
  return onEdit;
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: '加标签' });
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const press = (key: string, more: object = {}) => fireEvent.keyDown(field(), { key, ...more });
const offered = () => screen.queryAllByRole('option').map((option) => option.textContent);
const active = () => {
  const id = field().getAttribute('aria-activedescendant');
  return id === null ? null : document.getElementById(id)?.textContent;
};

describe('TagField', () => {
  test.each([
    ['扩散模型', ['扩散模型']],
    [' #扩散模型 ', ['扩散模型']],
    ['一，二, 三', ['一', '二', '三']],
    ['nlp', ['NLP']],
  ])('adds %j by Enter', (typed, tags) => {
    const onEdit = show(['三维']);
    type(typed);
    press('Enter');
    expect(onEdit).toHaveBeenCalledWith({ add: tags, remove: [] });
    expect(field().value).toBe('');
  });

  test.each(['', '  ', '#', '三维', '，'])('adds nothing for %j', (typed) => {
    const onEdit = show(['三维']);
    type(typed);
    press('Enter');
    expect(onEdit).not.toHaveBeenCalled();
  });

  test('adds what was typed when the field is left', () => {
    const onEdit = show();
    type('扩散');
    fireEvent.blur(field());
    expect(onEdit).toHaveBeenCalledWith({ add: ['扩散'], remove: [] });
  });

  test('offers known tags for what is typed, the most used first, and a new one last', () => {
    show(['具身智能']);
    expect(offered()).toEqual([]);
    type('三');
    expect(offered()).toEqual(['三维9 篇', '三维重建5 篇', '新建标签“三”']);
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(document.getElementById(field().getAttribute('aria-controls') ?? '')?.getAttribute('role')).toBe('listbox');
    type('nlp');
    expect(offered()).toEqual(['NLP2 篇']);
    type('具身');
    expect(offered()).toEqual(['新建标签“具身”']);
  });

  test('moves through them by arrows, over the ends through the field itself', () => {
    const onEdit = show();
    press('ArrowDown');
    expect(active()).toBe('三维9 篇');
    press('ArrowDown');
    expect(active()).toBe('三维重建5 篇');
    press('ArrowUp');
    press('ArrowUp');
    expect(active()).toBeNull();
    press('ArrowUp');
    expect(active()).toBe('NLP2 篇');
    press('Enter');
    expect(onEdit).toHaveBeenCalledWith({ add: ['NLP'], remove: [] });
  });

  test('completes by Tab, which else leaves the field', () => {
    const onEdit = show();
    type('具');
    expect(press('Tab')).toBe(false);
    expect(onEdit).toHaveBeenCalledWith({ add: ['具身智能'], remove: [] });
    expect(press('Tab')).toBe(true);
    type('具');
    expect(press('Tab', { shiftKey: true })).toBe(true);
    expect(onEdit).toHaveBeenCalledTimes(1);
  });

  test('takes the last tag off by Backspace in an empty field, but not by one held down', () => {
    const onEdit = show(['三维', '扩散']);
    press('Backspace', { repeat: true });
    type('x');
    press('Backspace');
    expect(onEdit).not.toHaveBeenCalled();
    type('');
    press('Backspace');
    expect(onEdit).toHaveBeenCalledWith({ add: [], remove: ['扩散'] });
    expect(screen.getByRole('status').textContent).toBe('已去掉标签“扩散”');
  });

  test('closes the list by Escape, then empties the field, then leaves the key to the page', () => {
    show();
    type('三');
    press('Escape');
    expect(offered()).toEqual([]);
    expect(field().value).toBe('三');
    press('Escape');
    expect(field().value).toBe('');
    expect(press('Escape')).toBe(true);
  });

  test.each([{ isComposing: true }, { keyCode: 229 }])('leaves keys to an input method: %j', (composing) => {
    const onEdit = show(['三维']);
    type('san wei');
    for (const key of ['Enter', 'Tab', 'Backspace', 'Escape', 'ArrowDown']) press(key, composing);
    expect(onEdit).not.toHaveBeenCalled();
    expect(field().value).toBe('san wei');
    expect(active()).toBeNull();
  });

  test('takes a choice that is clicked', () => {
    const onEdit = show();
    type('三');
    const [, choice] = screen.getAllByRole('option');
    if (choice) fireEvent.click(choice);
    expect(onEdit).toHaveBeenCalledWith({ add: ['三维重建'], remove: [] });
  });

  test('takes a tag off', () => {
    const onEdit = show(['三维', '扩散']);
    fireEvent.click(screen.getByRole('button', { name: '去掉标签 三维' }));
    expect(onEdit).toHaveBeenCalledWith({ add: [], remove: ['三维'] });
    expect(document.activeElement).toBe(field());
  });
});
