// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DropFiles } from '@/components/library/drop-files';

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
function drag(type: string, target: Element, types: string[], files: File[] = []): boolean {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: { types, files } });
  return fireEvent(target, event);
}

describe('DropFiles', () => {
  test('takes files dropped anywhere, and says so while they hang over the page', () => {
    const { onFiles, place } = show();
    const files = [new File(['a'], 'a.md'), new File(['b'], 'b.md')];
    drag('dragenter', place, ['Files']);
    drag('dragenter', document.body, ['Files']);
    drag('dragleave', place, ['Files']);
    expect(screen.getByText(HINT)).toBeTruthy();
    // Not cancelled, the browser would open the file in place of the page.
    expect(drag('dragover', place, ['Files'])).toBe(false);
    expect(drag('drop', place, ['Files'], files)).toBe(false);
    expect(onFiles).toHaveBeenCalledExactlyOnceWith(files);
    expect(screen.queryByText(HINT)).toBeNull();
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
