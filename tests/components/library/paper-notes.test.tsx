// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Note, Tags } from '@/components/library/paper-notes';
import { words } from './samples';

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '笔记' });

describe('Note', () => {
  test('is kept when it is left, once', async () => {
    const onNote = vi.fn(() => Promise.resolve());
    render(<Note note="" words={words} onNote={onNote} />);
    fireEvent.input(field(), { target: { value: '值得一读' } });
    fireEvent.blur(field());
    fireEvent.blur(field());
    expect(onNote.mock.calls).toEqual([['值得一读']]);
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('笔记已保存'));
  });

  test('is kept when the view goes, and when the page does', async () => {
    const onNote = vi.fn(() => Promise.resolve());
    const { unmount } = render(<Note note="" words={words} onNote={onNote} />);
    fireEvent.input(field(), { target: { value: '一' } });
    fireEvent(window, new Event('pagehide'));
    fireEvent.input(field(), { target: { value: '一二' } });
    unmount();
    await waitFor(() => expect(onNote.mock.calls).toEqual([['一'], ['一二']]));
  });

  test('is not written when nothing was typed', () => {
    const onNote = vi.fn(() => Promise.resolve());
    const { unmount } = render(<Note note="旧笔记" words={words} onNote={onNote} />);
    fireEvent.blur(field());
    unmount();
    expect(onNote).not.toHaveBeenCalled();
  });

  test('follows another tab, but never over what is being typed', () => {
    const onNote = vi.fn(() => Promise.resolve());
    const { rerender } = render(<Note note="" words={words} onNote={onNote} />);
    rerender(<Note note="别处写的" words={words} onNote={onNote} />);
    expect(field().value).toBe('别处写的');
    fireEvent.input(field(), { target: { value: '正在写' } });
    rerender(<Note note="别处又写的" words={words} onNote={onNote} />);
    expect(field().value).toBe('正在写');
  });

  test('says when it could not be kept', async () => {
    render(<Note note="" words={words} onNote={() => Promise.reject(new Error('full'))} />);
    fireEvent.input(field(), { target: { value: '一' } });
    fireEvent.blur(field());
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('没有保存成功。'));
    expect(field().value).toBe('一');
  });
});

function type(typed: string, tags: string[] = ['三维']) {
  const onTags = vi.fn();
  render(<Tags tags={tags} known={['三维', '具身智能']} words={words} onTags={onTags} />);
  const input = screen.getByLabelText('加标签');
  fireEvent.input(input, { target: { value: typed } });
  fireEvent.keyDown(input, { key: 'Enter' });
  return onTags;
}

describe('Tags', () => {
  test.each([
    ['扩散模型', ['三维', '扩散模型']],
    [' #扩散模型 ', ['三维', '扩散模型']],
    ['一，二, 三', ['三维', '一', '二', '三']],
  ])('adds %j', (typed, tags) => expect(type(typed)).toHaveBeenCalledWith(tags));

  test.each(['', '  ', '#', '三维', '，'])('adds nothing for %j', (typed) =>
    expect(type(typed)).not.toHaveBeenCalled(),
  );

  test('takes a tag off', () => {
    const onTags = type('', ['三维', '扩散']);
    fireEvent.click(screen.getByRole('button', { name: '去掉标签 三维' }));
    expect(onTags).toHaveBeenCalledWith(['扩散']);
  });

  test('offers the tags of other papers', () => {
    type('');
    expect(Array.from(document.querySelectorAll('option'), (option) => option.value)).toEqual(['具身智能']);
  });
});
