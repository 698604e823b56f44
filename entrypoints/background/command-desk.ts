import { findPaperInUrl } from '@/core/arxiv/id';
import { type CommandTab, onCommand } from '@/messages/commands';
import { openSidePanel } from '@/messages/side-panel';
import { setSaved } from '@/storage/marks';
import { sayOnTab } from './say-on-button';

async function save({ id: tabId, url }: CommandTab): Promise<void> {
  const found = findPaperInUrl(url);
  if (!found) return sayOnTab(tabId, '?');
  try {
    await setSaved(found.base, true, Date.now());
    sayOnTab(tabId, '★');
  } catch (cause) {
    console.error(cause);
    sayOnTab(tabId, '!');
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
