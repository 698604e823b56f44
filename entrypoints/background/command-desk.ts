import { findPaperInUrl } from '@/core/arxiv/id';
import { type CommandTab, onCommand } from '@/messages/commands';
import { openSidePanel } from '@/messages/side-panel';
import { browser } from '@/messages/webext';
import { setSaved } from '@/storage/marks';

/** How long the button says what became of the key. */
const SAID_MILLISECONDS = 2_500;

/** Says on the toolbar button of one tab what a key has done; what stood there for all tabs comes back. */
function say(tabId: number, text: string): void {
  void browser.action.setBadgeText({ tabId, text });
  setTimeout(() => void browser.action.setBadgeText({ tabId, text: null }), SAID_MILLISECONDS);
}

async function save({ id: tabId, url }: CommandTab): Promise<void> {
  const found = findPaperInUrl(url);
  if (!found) return say(tabId, '?');
  try {
    await setSaved(found.base, true, Date.now());
    say(tabId, '★');
  } catch (cause) {
    console.error(cause);
    say(tabId, '!');
  }
}

/** Looks after the browser's own keys. Call it synchronously when the worker starts, or the press that woke it is missed. */
export function listenForCommands(): void {
  onCommand((name, tab) => {
    // First of all, or the press has passed.
    if (name === 'beside' && tab) openSidePanel(tab.windowId).catch((cause: unknown) => console.error(cause));
    else if (name === 'save' && tab) void save(tab);
  });
}
