import { browser } from '@/messages/webext';
import { beginFreshLog } from '@/storage/fresh-log';

/**
 * The first that a started browser gives us to do; what else it gives us does not wait for it. Firefox keeps its databases in another
 * way. Without room the old log goes on.
 */
export function listenForStart(): void {
  if (!browser.runtime.getURL('/').startsWith('chrome-extension:')) return;
  browser.runtime.onStartup.addListener(() => void beginFreshLog().catch(console.error));
}
