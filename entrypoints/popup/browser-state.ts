import { findPaperInUrl } from '@/core/arxiv/id';
import { browser } from '@/messages/webext';

/** The paper that the current tab is about, and the tab's title without arXiv's id before it. */
export interface TabPaper {
  id: string;
  title: string;
}

const SITE = { origins: ['https://arxiv.org/*'] };

/** The current tab's paper; null when it shows none, or when the browser does not tell us its address. */
export async function findTabPaper(): Promise<TabPaper | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const found = tab?.url ? findPaperInUrl(tab.url) : null;
  return found && { id: found.base, title: (tab?.title ?? '').replace(/^\[[^\]]*\]\s*/, '') };
}

/** Whether content scripts may run on arXiv: readers and browsers can withhold it, or grant it on click only. */
export function hasSiteAccess(): Promise<boolean> {
  return browser.permissions.contains(SITE);
}

/** Asks the reader for access to arXiv; must be called in a click, before anything is awaited. */
export function requestSiteAccess(): Promise<boolean> {
  return browser.permissions.request(SITE);
}
