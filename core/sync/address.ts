import { isInsideHost } from '../feeds/host';
import { isLoopbackHost } from '../model/address';

/** Why a typed address cannot be used. */
export type SyncAddressProblem = 'empty' | 'not-an-address' | 'not-https' | 'has-user' | 'has-query';

/** 坚果云's one address. */
export const JIANGUOYUN = 'https://dav.jianguoyun.com/dav/';
/** The folder in which everything of ours lies. */
const FOLDER = 'daodu';

function parseUrl(typed: string): URL | null {
  if (/[\s\p{C}]/u.test(typed) || typed.length > 1_000) return null;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return URL.canParse(typed) ? new URL(typed) : null;
  if (!URL.canParse(`https://${typed}`)) return null;
  const url = new URL(`https://${typed}`);
  return isInsideHost(url.hostname) ? new URL(`http://${typed}`) : url;
}

/**
 * Reads the address of a folder on a WebDAV server as people type or paste it. Without encryption only within the reader's own
 * network: the password travels with every request.
 */
export function readSyncAddress(text: string): { url: string } | { problem: SyncAddressProblem } {
  // Chinese input methods type ： and ／.
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return { problem: 'empty' };
  const url = parseUrl(typed);
  if (!url || !/^https?:$/.test(url.protocol)) return { problem: 'not-an-address' };
  if (url.protocol === 'http:' && !isInsideHost(url.hostname)) return { problem: 'not-https' };
  if (url.username !== '' || url.password !== '') return { problem: 'has-user' };
  if (url.search !== '' || url.hash !== '') return { problem: 'has-query' };
  return { url: `${url.origin}${url.pathname.replace(/\/*$/, '/')}` };
}

/** The address of a reader's files on a Nextcloud, where only the server was given: its own page tells a longer one. */
export function nextcloudUrl(url: string, user: string): string {
  const { origin, pathname } = new URL(url);
  const isServerAlone = /^\/(?:index\.php\/.*|apps\/.*|login.*)?$/.test(pathname);
  return isServerAlone ? `${origin}/remote.php/dav/files/${encodeURIComponent(user)}/` : url;
}

/** The folder our files lie in: one of our own, since 坚果云 takes no files outside of folders. */
export const folderUrl = (url: string): string => (url.endsWith(`/${FOLDER}/`) ? url : `${url}${FOLDER}/`);

/** How safely a password travels to an address: only within this computer, encrypted, or readable on its way. */
export function wayToFolder(url: string): 'here' | 'encrypted' | 'open' {
  const { protocol, hostname } = new URL(url);
  if (isLoopbackHost(hostname)) return 'here';
  return protocol === 'https:' ? 'encrypted' : 'open';
}
