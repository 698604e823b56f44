// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { createRef } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type ExportScope, Toolbar } from '@/components/library/toolbar';
import { copyItems } from '@/components/library/copy-items';
import { COPY_FORMATS } from '@/core/export/copy-formats';
import { COMPARISON_FORMATS, EXPORT_FORMATS } from '@/core/export/formats';
import { copyingWords } from '@/core/words/copying';
import { sendWords } from '@/core/words/sending';
import { words } from './samples';

afterEach(cleanup);

function show(scope: ExportScope | null, typed = '', note = '') {
  const on = {
    onType: vi.fn(),
    onFiles: vi.fn(),
    onMenu: vi.fn(),
    onCopy: vi.fn(),
    onExport: vi.fn(),
    onZotero: vi.fn(),
    onClearSelection: vi.fn(),
  };
  render(
    <Toolbar
      typed={typed}
      placeholder={words.searchSaved}
      suggestions={[]}
      scope={scope}
      words={words}
      copying={copyingWords.zh}
      note={note}
      sendWords={sendWords.zh}
      searchRef={createRef()}
      filesRef={createRef()}
      {...on}
    />,
  );
  return on;
}

const focused = () => document.activeElement;

describe('Toolbar', () => {
  test.each<[ExportScope, string]>([
    [{ kind: 'all', count: 128 }, '导出全部 128 篇'],
    [{ kind: 'found', count: 5 }, '导出找到的 5 篇'],
    [{ kind: 'selected', count: 3 }, '导出选中 3 篇'],
  ])('says what an export takes: %j', (scope, label) => {
    const { onExport } = show(scope);
    fireEvent.click(screen.getByRole('button', { name: label }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'BibTeX' }));
    expect(onExport).toHaveBeenCalledWith('bibtex');
    expect(screen.queryByRole('menu')).toBeNull();
  });

  test('offers every format there is', () => {
    const { onExport } = show({ kind: 'all', count: 2 });
    const label = '导出全部 2 篇';
    fireEvent.click(screen.getByRole('button', { name: label }));
    const names = screen.getAllByRole('menuitem').map((item) => item.textContent ?? '');
    for (const name of names) {
      if (!screen.queryByRole('menu')) fireEvent.click(screen.getByRole('button', { name: label }));
      fireEvent.click(screen.getByRole('menuitem', { name }));
    }
    const chosen = onExport.mock.calls.map(([format]: string[]) => format);
    expect(new Set(chosen)).toEqual(new Set([...EXPORT_FORMATS, ...COMPARISON_FORMATS]));
  });

  test.each<[ExportScope, string]>([
    [{ kind: 'all', count: 2 }, '复制全部 2 篇为'],
    [{ kind: 'found', count: 2 }, '复制找到的 2 篇为'],
    [{ kind: 'selected', count: 2 }, '复制选中 2 篇为'],
  ])('copies as every format there is: %j', (scope, label) => {
    const { onCopy } = show(scope);
    for (const { label: name } of copyItems(copyingWords.zh)) {
      fireEvent.click(screen.getByRole('button', { name: label }));
      fireEvent.click(screen.getByRole('menuitem', { name }));
    }
    expect(onCopy.mock.calls.map(([format]: string[]) => format)).toEqual([...COPY_FORMATS]);
  });

  test('asks, before papers are cited, what is to be looked at, and says it in the menu', () => {
    const { onMenu } = show({ kind: 'all', count: 2 }, '', '引用前请核对正式版本。');
    expect(onMenu).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '复制全部 2 篇为' }));
    expect(onMenu).toHaveBeenCalledOnce();
    expect(screen.getByRole('menu').textContent).toContain('引用前请核对正式版本。');
  });

  test('exports nothing from an empty list, and has no export where nothing is listed', () => {
    show({ kind: 'all', count: 0 });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '导出全部 0 篇' }).disabled).toBe(true);
    cleanup();
    show(null);
    expect(screen.queryByRole('button', { name: /导出/ })).toBeNull();
  });

  test('opens the choice of files by 导入, of any kind and number', () => {
    const { onFiles } = show(null);
    const field = screen.getByLabelText<HTMLInputElement>('导入');
    expect([field.type, field.multiple, field.accept]).toEqual(['file', true, '']);
    const click = vi.spyOn(field, 'click');
    fireEvent.click(screen.getByRole('button', { name: '导入' }));
    expect(click).toHaveBeenCalledOnce();

    const files = [new File(['a'], 'a.md'), new File(['b'], 'b.json')];
    Object.defineProperty(field, 'files', { value: files, configurable: true });
    fireEvent.change(field);
    expect(onFiles).toHaveBeenCalledWith(files);
  });

  test('passes on what is typed, and empties the field by Escape', () => {
    const { onType } = show(null, '深度');
    const search = screen.getByRole('searchbox', { name: '搜索' });
    fireEvent.input(search, { target: { value: '深度 估计' } });
    fireEvent.keyDown(search, { key: 'Escape' });
    expect(onType.mock.calls).toEqual([['深度 估计'], ['']]);
  });

  test('leaves Escape to the input method while Chinese is composed', () => {
    const { onType } = show(null, '深度');
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Escape', isComposing: true });
    expect(onType).not.toHaveBeenCalled();
  });

  test('moves through the menu by arrows and leaves it by Escape', () => {
    show({ kind: 'all', count: 1 });
    const button = screen.getByRole('button', { name: '导出全部 1 篇' });
    fireEvent.keyDown(button, { key: 'ArrowDown' });
    const all = screen.getAllByRole('menuitem');
    const [first, second] = all;
    const last = all.at(-1);
    expect(focused()).toBe(first);
    fireEvent.keyDown(first ?? button, { key: 'ArrowDown' });
    expect(focused()).toBe(second);
    fireEvent.keyDown(second ?? button, { key: 'End' });
    expect(focused()).toBe(last);
    fireEvent.keyDown(last ?? button, { key: 'ArrowDown' });
    expect(focused()).toBe(first);
    fireEvent.keyDown(first ?? button, { key: 'Escape' });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(focused()).toBe(button);
  });
});
