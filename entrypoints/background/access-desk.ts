import { giveBackOrigin, grantedOrigins, isSamePermission } from '@/messages/permissions';
import { browser } from '@/messages/webext';
import { readNeededHosts } from '@/storage/needed-hosts';

/** Gives back hosts that nothing needs: a browser that was closed in the middle of a preview had no time to. */
async function giveBackLeft(): Promise<void> {
  const needed = await readNeededHosts();
  for (const origin of await grantedOrigins()) {
    if (!needed.some((url) => isSamePermission(url, origin))) await giveBackOrigin(origin);
  }
}

export function listenForLeftAccess(): void {
  browser.runtime.onStartup.addListener(() => void giveBackLeft().catch(console.error));
}
