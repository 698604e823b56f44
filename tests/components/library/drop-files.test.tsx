// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DropFiles } from '@/components/library/drop-files';
import type { GivenFile } from '@/core/library/incoming';

afterEach(cleanup);

const HINT = '松开鼠标，导入这些文件';

function show() {
  const onFiles = vi.fn();
  render(
    <div>
      <p>text</p>
      <DropFiles hint={HINT} onFiles={onFiles} />
    </div>,
  );
  return { onFiles, place: screen.getByText('text') };
}

/** Drags something over an element; gives whether the browser would go on with it. happy-dom has no drags of its own. */
function drag(type: string, target: Element, types: string[], files: File[] = [], entries: unknown[] = []): boolean {
  const event = new Event(type, { bubbles: true, cancelable: true });
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }));
  Object.defineProperty(event, 'dataTransfer', { value: { types, files, items } });
  return fireEvent(target, event);
}

const named = (name: string) => new File([name], name);

/** A dropped file, or one that went away since. */
function fileEntry(path: string, file: File | null) {
  return {
    isFile: true,
    isDirectory: false,
    fullPath: path,
    file: (give: (file: File) => void, fail: () => void) => (file ? give(file) : fail()),
  };
}

/** A dropped folder; like browsers, it gives a few entries at a time. */
function folderEntry(path: string, inside: unknown[]) {
  const createReader = () => {
    const left = [...inside];
    return { readEntries: (give: (some: unknown[]) => void) => give(left.splice(0, 2)) };
  };
  return { isFile: false, isDirectory: true, fullPath: path, createReader };
}

describe('DropFiles', () => {
  test('takes files dropped anywhere, and says so while they hang over the page', async () => {
    const { onFiles, place } = show();
    const files = [new File(['a'], 'a.md'), new File(['b'], 'b.md')];
    drag('dragenter', place, ['Files']);
    drag('dragenter', document.body, ['Files']);
    drag('dragleave', place, ['Files']);
    expect(screen.getByText(HINT)).toBeTruthy();
    // Not cancelled, the browser would open the file in place of the page.
    expect(drag('dragover', place, ['Files'])).toBe(false);
    expect(drag('drop', place, ['Files'], files)).toBe(false);
    await vi.waitFor(() =>
      expect(onFiles).toHaveBeenCalledExactlyOnceWith(
        files.map((file) => ({ name: file.name, inFolder: false, file })),
      ),
    );
    expect(screen.queryByText(HINT)).toBeNull();
  });

  test('looks through dropped folders, but not into those of tools, and tells of every file where it lies', async () => {
    const { onFiles, place } = show();
    const days = ['1', '2', '3'].map((name) => fileEntry(`/日报/2025/${name}.md`, named(`${name}.md`)));
    const never = folderEntry('/日报/.git/objects', [fileEntry('/日报/.git/objects/a', named('a'))]);
    const folder = folderEntry('/日报', [
      folderEntry('/日报/2025', days),
      folderEntry('/日报/.git', [never]),
      fileEntry('/日报/gone.md', null),
    ]);
    drag('drop', place, ['Files'], [], [fileEntry('/top.md', named('top.md')), folder]);
    await vi.waitFor(() => expect(onFiles).toHaveBeenCalledOnce());
    const given = onFiles.mock.calls[0]?.[0] as GivenFile[]; // as: the argument of the call
    expect(given.map(({ name, inFolder, file: { size } }) => [name, inFolder, size])).toEqual([
      ['top.md', false, 6],
      ['日报/2025/1.md', true, 4],
      ['日报/2025/2.md', true, 4],
      ['日报/2025/3.md', true, 4],
      ['日报/.git/', true, 0],
      ['日报/gone.md', true, 0],
    ]);
  });

  test('lets go of the hint when the files leave again', () => {
    const { onFiles, place } = show();
    drag('dragenter', place, ['Files']);
    expect(screen.getByText(HINT)).toBeTruthy();
    drag('dragleave', place, ['Files']);
    expect(screen.queryByText(HINT)).toBeNull();
    expect(onFiles).not.toHaveBeenCalled();
  });

  test('leaves dragged text alone', () => {
    const { onFiles, place } = show();
    expect(drag('dragover', place, ['text/plain'])).toBe(true);
    expect(drag('drop', place, ['text/plain'])).toBe(true);
    expect(screen.queryByText(HINT)).toBeNull();
    expect(onFiles).not.toHaveBeenCalled();
  });
});
