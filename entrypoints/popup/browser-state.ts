import { findTabPaper as findPaper } from '@/core/arxiv/tab-paper';
import { browser } from '@/messages/webext';

/** The paper that the current tab is about, the tab's title without arXiv's id before it, and the window that holds it. */
export interface TabPaper {
  id: string;
  title: string;
  windowId: number | null;
}

const SITE = { origins: ['https://arxiv.org/*'] };

/** The current tab's paper; null when it shows none, or when the browser does not tell us its address. */
export async function findTabPaper(): Promise<TabPaper | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const found = findPaper(tab?.url ?? '', tab?.title ?? '');
  return found && { id: found.base, title: found.title, windowId: tab?.windowId ?? null };
}

/** Whether content scripts may run on arXiv: readers and browsers can withhold it, or grant it on click only. */
export function hasSiteAccess(): Promise<boolean> {
  return browser.permissions.contains(SITE);
}

/** Asks the reader for access to arXiv; must be called in a click, before anything is awaited. */
export function requestSiteAccess(): Promise<boolean> {
  return browser.permissions.request(SITE);
}
