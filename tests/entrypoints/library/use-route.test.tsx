// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { formatRoute } from '@/core/library/routes';
import { type Go, useRoute } from '@/entrypoints/library/use-route';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  history.replaceState(null, '', '#/');
});

let go: Go;

/** Says where the page is; `onDraw` is called as it is drawn. */
function Page({ onDraw }: { onDraw?: () => void }) {
  const [route, lead] = useRoute();
  go = lead;
  onDraw?.();
  return <p>{formatRoute(route)}</p>;
}

test('a page follows its address', () => {
  const { container } = render(<Page />);
  expect(container.textContent).toBe('#/');
  void act(() => {
    history.replaceState(null, '', '#/all');
    dispatchEvent(new Event('hashchange'));
  });
  expect(container.textContent).toBe('#/all');
});

test('an address that changes while the page is drawn for the first time is followed without a word more', () => {
  // No event tells of it: it came before anyone listened.
  let isFirst = true;
  const { container } = render(
    <Page
      onDraw={() => {
        if (isFirst) history.replaceState(null, '', '#/paper/2512.23705');
        isFirst = false;
      }}
    />,
  );
  expect(container.textContent).toBe('#/paper/2512.23705');
});

test('a page that leads elsewhere is there at once', () => {
  const { container } = render(<Page />);
  void act(() => go({ kind: 'import' }));
  expect(container.textContent).toBe('#/import');
  expect(location.hash).toBe('#/import');
});
