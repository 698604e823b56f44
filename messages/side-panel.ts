import { browser } from './webext';

/** Chromium's side panel, which the polyfill passes on and has no types for. */
interface ChromiumPanels {
  open: (options: { windowId: number }) => Promise<void>;
}

function findChromium(): ChromiumPanels | undefined {
  return (browser as { sidePanel?: ChromiumPanels }).sidePanel; // as: see above
}

/** Whether this browser has a side panel that can be opened: none has on a phone. */
export function hasSidePanel(): boolean {
  const sidebar: { open?: unknown } | undefined = browser.sidebarAction; // the types promise it everywhere
  return findChromium()?.open !== undefined || sidebar?.open !== undefined;
}

/**
 * Opens the side panel, or Firefox's sidebar, of a window. To be called in a click before anything is awaited, or the browser
 * refuses.
 */
export function openSidePanel(windowId: number): Promise<void> {
  return findChromium()?.open({ windowId }) ?? browser.sidebarAction.open();
}
