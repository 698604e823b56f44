// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NoteField } from '@/components/library/note-field';
import { mergeNotes } from '@/core/library/note-merge';
import { noteWords } from '@/core/words/notes';

const words = noteWords.zh;

/** A library with one note. */
class Library {
  readonly calls: [text: string, base: string][] = [];
  drafts: ({ text: string; base: string } | null)[] = [];
  fails = false;
  /** Kept until it is let go. */
  gate: Promise<void> = Promise.resolve();

  constructor(public note = '') {}

  onKeep = async (text: string, base: string) => {
    this.calls.push([text, base]);
    await this.gate;
    if (this.fails) throw new Error('full');
    const theirs = this.note === base || this.note === text ? null : this.note;
    this.note = theirs === null ? text : mergeNotes(base, theirs, text);
    return { note: this.note, theirs };
  };
  onDraft = (draft: { text: string; base: string } | null) => void this.drafts.push(draft);
  show = () => <NoteField note={this.note} words={words} onKeep={this.onKeep} onDraft={this.onDraft} />;
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '笔记' });
const write = (value: string) => fireEvent.input(field(), { target: { value } });
const said = () => screen.getByRole('status').textContent;

describe('a note', () => {
  test('is kept when it is left, once', async () => {
    const library = new Library();
    render(library.show());
    write('值得一读');
    fireEvent.blur(field());
    fireEvent.blur(field());
    await waitFor(() => expect(said()).toBe('笔记已保存'));
    expect(library.calls).toEqual([['值得一读', '']]);
  });

  test('is kept in a pause of the typing', async () => {
    const library = new Library();
    render(library.show());
    write('一');
    await waitFor(() => expect(library.note).toBe('一'));
  });

  test('is kept when the view goes, and when the page does', async () => {
    const library = new Library();
    const { unmount } = render(library.show());
    write('一');
    fireEvent(window, new Event('pagehide'));
    write('一二');
    unmount();
    await waitFor(() => expect(library.note).toBe('一二'));
  });

  test('stands as a draft with every key until the library has it', async () => {
    const library = new Library();
    render(library.show());
    write('一');
    write('一二');
    expect(library.drafts).toEqual([
      { text: '一', base: '' },
      { text: '一二', base: '' },
    ]);
    fireEvent.blur(field());
    await waitFor(() => expect(library.drafts.at(-1)).toBeNull());
  });

  test('is not written when nothing was typed', async () => {
    const library = new Library('旧笔记');
    const { unmount } = render(library.show());
    fireEvent.focus(field());
    fireEvent.blur(field());
    unmount();
    await Promise.resolve();
    expect(library.calls).toEqual([]);
  });

  test('says when it could not be kept, and tries again', async () => {
    const library = new Library();
    library.fails = true;
    render(library.show());
    write('一');
    fireEvent.blur(field());
    await waitFor(() => expect(said()).toMatch(/^没有保存成功。/));
    expect(field().value).toBe('一');
    expect(library.drafts).not.toContain(null);
    library.fails = false;
    fireEvent.blur(field());
    await waitFor(() => expect(library.note).toBe('一'));
  });
});

describe('two windows on one note', () => {
  test('show what the other wrote, but never over what is being typed', async () => {
    const library = new Library();
    const { rerender } = render(library.show());
    library.note = '别处写的';
    rerender(library.show());
    expect(field().value).toBe('别处写的');
    write('正在写');
    library.note = '别处又写的';
    rerender(library.show());
    expect(field().value).toBe('正在写');
    expect(said()).toBe(words.noteElsewhere);
    fireEvent.blur(field());
    await waitFor(() => expect(said()).toBe(words.noteMerged));
    expect(field().value).toBe('别处又写的\n\n---\n\n正在写');
    expect(library.note).toBe('别处又写的\n\n---\n\n正在写');
  });

  test('leave a field alone in which somebody stands, and keep both when it is written on', async () => {
    const library = new Library('头');
    const { rerender } = render(library.show());
    fireEvent.focus(field());
    library.note = '头，别处写的';
    rerender(library.show());
    expect(field().value).toBe('头');
    write('头，这里写的');
    fireEvent.blur(field());
    await waitFor(() => expect(library.note).toBe('头，别处写的\n\n---\n\n，这里写的'));
    expect(field().value).toBe(library.note);
  });

  test('lose nothing that is typed while both are brought together', async () => {
    const library = new Library();
    const released = new EventTarget();
    library.gate = new Promise((resolve) => {
      released.addEventListener('release', () => resolve());
    });
    render(library.show());
    library.note = '别处写的';
    write('甲');
    fireEvent.blur(field());
    await waitFor(() => expect(library.calls).toHaveLength(1));
    write('甲乙');
    released.dispatchEvent(new Event('release'));
    await waitFor(() => expect(field().value).toBe('别处写的\n\n---\n\n甲乙'));
    fireEvent.blur(field());
    await waitFor(() => expect(library.note).toBe('别处写的\n\n---\n\n甲乙'));
  });
});

describe('the preview', () => {
  test('shows Markdown as it reads, and never HTML', async () => {
    const library = new Library('**先读** <img src=x onerror=alert(1)>\n\n- 一\n- 二');
    render(library.show());
    fireEvent.click(screen.getByRole('button', { name: '预览' }));
    const view = await screen.findByRole('region', { name: '笔记的样子' });
    await waitFor(() => expect(view.querySelector('strong')?.textContent).toBe('先读'));
    expect(view.querySelectorAll('li')).toHaveLength(2);
    expect(view.querySelector('img')).toBeNull();
    expect(view.textContent).toContain('<img src=x onerror=alert(1)>');
    fireEvent.click(screen.getByRole('button', { name: '编辑' }));
    expect(field().value).toBe(library.note);
  });

  test('is not offered for nothing', () => {
    render(new Library(' \n').show());
    expect(screen.queryByRole('button', { name: '预览' })).toBeNull();
  });
});
