import { browser } from './webext';

/** What the active tab of a window shows; `url` is '' where the browser does not tell us. */
export interface ActiveTab {
  url: string;
  title: string;
}

/**
 * Tells what the active tab of this page's own window shows, now and whenever another one is activated or it goes elsewhere. The
 * browser gives the addresses of arXiv's pages, and of any page on which our toolbar button was just clicked; of others it says
 * nothing. Never tells the same twice in a row.
 */
export function followActiveTab(onTab: (tab: ActiveTab | null) => void, signal: AbortSignal): void {
  let asked = 0;
  let told: string | undefined;
  const look = async () => {
    asked += 1;
    const own = asked;
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (signal.aborted || own !== asked) return; // a later look knows better
    const found = tab ? { url: tab.url ?? '', title: tab.title ?? '' } : null;
    const key = JSON.stringify(found);
    if (key === told) return;
    told = key;
    onTab(found);
  };
  const lookAgain = () => void look().catch((cause: unknown) => console.error(cause));
  const { onActivated, onUpdated, onReplaced } = browser.tabs;
  const { onAdded, onRemoved } = browser.permissions;
  const events = [onActivated, onUpdated, onReplaced, onAdded, onRemoved];
  for (const event of events) event.addListener(lookAgain);
  // A click on our button lets us see a page that we could not see before, and no event says so.
  window.addEventListener('focus', lookAgain, { signal });
  document.addEventListener('visibilitychange', lookAgain, { signal });
  document.documentElement.addEventListener('pointerenter', lookAgain, { signal });
  signal.addEventListener('abort', () => {
    for (const event of events) event.removeListener(lookAgain);
  });
  lookAgain();
}
