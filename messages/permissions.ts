import { browser } from './webext';

/** arXiv's hosts come with Daodu: its pages, full texts and feeds live by them. */
const ARXIV_HOST = /^(?:.+\.)?arxiv\.org$/;

/** The hosts of an address as permissions name them. They know no port: every port of a host is one permission. */
function originsOf(url: string): { origins: [string] } {
  const { protocol, hostname } = new URL(url);
  return { origins: [`${protocol}//${hostname}/*`] };
}

/** Whether the permissions of two addresses are one and the same. */
export function isSamePermission(url: string, other: string): boolean {
  return originsOf(url).origins[0] === originsOf(other).origins[0];
}

/**
 * Asks the reader for access to an address's host. To be called in a click before anything is awaited, or Firefox refuses.
 * It may never settle, when the browser's question stays unanswered.
 */
export function requestOrigin(url: string): Promise<boolean> {
  return browser.permissions.request(originsOf(url));
}

/** As `requestOrigin`, for several addresses in one question: all of their hosts, or none. */
export function requestOrigins(urls: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...new Set(urls.flatMap((url) => originsOf(url).origins))] });
}

/** Whether an address may be asked: readers can take the permission back in the browser's own settings. */
export function hasOrigin(url: string): Promise<boolean> {
  return browser.permissions.contains(originsOf(url));
}

/** Whether the browser gives all the room there is and clears nothing of itself, as the manifest asks; Chromium promises no more. */
export async function hasUnlimitedStorage(): Promise<boolean> {
  const { permissions = [] } = await browser.permissions.getAll();
  return permissions.includes('unlimitedStorage');
}

/** Every single host that is allowed, as addresses; arXiv's among them. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.map((pattern) => pattern.replace(/\*$/, '')).filter((url) => !url.includes('*') && URL.canParse(url));
}

/** Gives back the access to an address's host; false where there was none to give, and always for arXiv's. */
export async function giveBackOrigin(url: string): Promise<boolean> {
  if (ARXIV_HOST.test(new URL(url).hostname)) return false;
  return browser.permissions.remove(originsOf(url));
}

/** Every host that is allowed, as permissions name it: `https://api.deepseek.com/*`, also `https://*` + `/*` where a reader allowed all. */
export async function grantedPatterns(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Whether a host that permissions name comes with Daodu. */
export function isOwnPattern(pattern: string): boolean {
  return ARXIV_HOST.test(hostOfPattern(pattern));
}

/** The host in `https://api.deepseek.com/*`; `*` for all of them. */
export function hostOfPattern(pattern: string): string {
  return pattern === '<all_urls>' ? '*' : pattern.replace(/^[a-z*]+:\/\//, '').replace(/\/.*$/, '');
}

/** Gives back what permissions name so. @returns false where the browser keeps it. */
export function giveBackPatterns(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: [...patterns] });
}

/** Asks whether the reader may be told when a report is ready. To be called in a click before anything is awaited, as `requestOrigin`. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}

/** Whether the reader has allowed to be told. */
export function hasNotifications(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

/** Gives that back. */
export function giveBackNotifications(): Promise<boolean> {
  return browser.permissions.remove({ permissions: ['notifications'] });
}
