import { browser } from './webext';

/** A key of the browser's own; `keys` is '' where there is none. */
export interface BrowserCommand {
  name: 'action' | 'save' | 'beside';
  keys: string;
}

const NAMES: Record<string, BrowserCommand['name']> = {
  _execute_action: 'action',
  'save-paper': 'save',
  'open-beside': 'beside',
  _execute_sidebar_action: 'beside',
};

/** The keys that the browser has for us now: readers may change them, and other extensions may have been first. */
export async function listCommands(): Promise<BrowserCommand[]> {
  const commands = await browser.commands.getAll();
  return commands.flatMap(({ name, shortcut }) => {
    const known = name === undefined ? undefined : NAMES[name];
    return known === undefined ? [] : { name: known, keys: shortcut ?? '' };
  });
}

/** Where Chromium's readers change them. */
export const SHORTCUTS_PAGE = 'chrome://extensions/shortcuts';

/** Opens the browser's page for shortcuts. @returns false where the browser lets only its reader go there. */
export async function openShortcutsPage(): Promise<boolean> {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> }; // as: Firefox 137 and later
  try {
    if (openShortcutSettings) await openShortcutSettings();
    else await browser.tabs.create({ url: SHORTCUTS_PAGE });
    return true;
  } catch (cause) {
    console.warn(cause);
    return false;
  }
}

/** Calls back when the reader presses our key for saving, and in Chromium that for the side panel, with the tab before them. */
export function onCommand(onPress: (name: BrowserCommand['name'], tab: CommandTab | null) => void): void {
  browser.commands.onCommand.addListener((name, tab) => {
    const known = NAMES[name];
    if (known === undefined) return;
    const { id, url = '', title = '', windowId } = tab ?? {};
    onPress(known, id === undefined || windowId === undefined ? null : { id, url, title, windowId });
  });
}

export interface CommandTab {
  id: number;
  url: string;
  title: string;
  windowId: number;
}
