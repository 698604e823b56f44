// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NoteField } from '@/components/library/note-field';
import { PaperList } from '@/components/library/paper-list';
import { ReadOnly, Writing } from '@/components/library/read-only';
import { ReadOnlyBar } from '@/components/library/read-only-bar';
import { noteWords } from '@/core/words/notes';
import { readOnlyWords } from '@/core/words/read-only';
import { listed, own, views, words as rowWords } from './samples';

afterEach(cleanup);
const words = readOnlyWords.zh;

describe.each([
  ['cannot be written', words.why, true],
  ['answers', null, false],
])('while the library %s', (_, why, isOff) => {
  const show = (view: preact.ComponentChild) => render(<ReadOnly.Provider value={why}>{view}</ReadOnly.Provider>);

  test('rows are read, and marked only where that can be kept', () => {
    const paper = listed({ saved: true, status: 'read' });
    const actions = { onSave: vi.fn(), onDismiss: vi.fn(), onStatus: vi.fn(), onSelect: vi.fn(), readWhy: vi.fn() };
    show(
      <PaperList
        ids={[paper.id]}
        rows={new Map([[paper.id, paper]])}
        currentId={null}
        selectedIds={new Set()}
        query={[]}
        words={rowWords}
        own={own}
        views={views}
        actions={actions}
        hrefOf={(id) => `#/paper/${id}`}
      />,
    );
    const buttons = screen.getAllByRole<HTMLButtonElement>('button');
    expect(buttons.map((button) => button.disabled)).toEqual([isOff, isOff]);
    for (const button of buttons) fireEvent.click(button);
    expect(actions.onSave).toHaveBeenCalledTimes(isOff ? 0 : 1);
    expect(screen.getByRole<HTMLInputElement>('checkbox').disabled).toBe(isOff);
    expect(screen.getByRole('link').getAttribute('href')).toBe(`#/paper/${paper.id}`);
  });

  test('a note can be copied, and written only where that can be kept', () => {
    show(<NoteField note="要读" words={noteWords.zh} onKeep={vi.fn()} onDraft={vi.fn()} />);
    const field = screen.getByRole<HTMLTextAreaElement>('textbox');
    expect(field.value).toBe('要读');
    expect(field.readOnly).toBe(isOff);
    expect(field.disabled).toBe(false);
  });

  test('what stands among what writes is switched off with it', () => {
    show(
      <Writing>
        <button type="button">写</button>
      </Writing>,
    );
    expect(screen.getByRole<HTMLFieldSetElement>('group').disabled).toBe(isOff);
  });
});

function bar(given: { isGone: boolean; count: number; saved: number }) {
  const on = { onExport: vi.fn(), onRetry: vi.fn() };
  render(<ReadOnlyBar {...given} {...on} said="" words={words} />);
  return on;
}

describe('the bar of a page that has lost the library', () => {
  test.each([
    [false, '浏览器断开了论文库', '再重新打开浏览器试试'],
    [true, '论文库的文件不见了', '用快照或备份恢复'],
  ])('says what happened, what is safe and what to do (gone: %s)', (isGone, happened, next) => {
    bar({ isGone, count: 1_234, saved: 12 });
    const text = screen.getByRole('alert').textContent;
    expect(text).toContain(happened);
    expect(text).toContain('本页读过的 1,234 篇论文还在（其中收藏 12 篇，连同标签和笔记）');
    expect(text).toContain(next);
  });

  test('exports and tries again when asked to', () => {
    const { onExport, onRetry } = bar({ isGone: false, count: 1, saved: 0 });
    fireEvent.click(screen.getByRole('button', { name: '导出 JSON' }));
    fireEvent.click(screen.getByRole('button', { name: '导出 Markdown' }));
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    expect(onExport.mock.calls).toEqual([['json'], ['markdown']]);
    expect(onRetry).toHaveBeenCalledOnce();
  });

  test('offers no export of nothing', () => {
    bar({ isGone: false, count: 0, saved: 0 });
    expect(screen.getByRole('alert').textContent).toContain('没有可以导出的');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '导出 JSON' }).disabled).toBe(true);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '再试一次' }).disabled).toBe(false);
  });
});
