import { beforeEach, expect, test, vi } from 'vitest';

// The polyfill refuses to load outside an extension.
const fake = vi.hoisted(() => ({ sidePanel: undefined as unknown, sidebarAction: undefined as unknown }));
vi.mock('@/messages/webext', () => ({ browser: fake }));

const { hasSidePanel, openSidePanel } = await import('@/messages/side-panel');
const open = vi.fn(() => Promise.resolve());

beforeEach(() => {
  open.mockClear();
  fake.sidePanel = undefined;
  fake.sidebarAction = undefined;
});

test('opens Chromium’s side panel of the window, before anything is awaited', () => {
  fake.sidePanel = { open };
  expect(hasSidePanel()).toBe(true);
  void openSidePanel(7);
  expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 7 });
});

test('opens Firefox’s sidebar, before anything is awaited', () => {
  fake.sidebarAction = { open };
  expect(hasSidePanel()).toBe(true);
  void openSidePanel(7);
  expect(open).toHaveBeenCalledExactlyOnceWith();
});

test('knows a browser that has neither', () => expect(hasSidePanel()).toBe(false));
