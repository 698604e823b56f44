import { browser } from '@/messages/webext';

/** How long the button says what was done. */
const SAID_MILLISECONDS = 2_500;

/** Says on the toolbar button of one tab what was done; what stood there for all tabs comes back. */
export function sayOnTab(tabId: number, text: string): void {
  void browser.action.setBadgeText({ tabId, text });
  setTimeout(() => void browser.action.setBadgeText({ tabId, text: null }), SAID_MILLISECONDS);
}

/** The same on the button that the reader has before them, if any. */
export async function sayOnButton(text: string): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true }).catch(() => []);
  if (tab?.id !== undefined) sayOnTab(tab.id, text);
}
