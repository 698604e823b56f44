import { browser } from '@/messages/webext';
import { beginFreshLog } from '@/storage/fresh-log';

/**
 * Before all else that a started browser gives us to do. Firefox keeps its databases in another way. Without room nothing is written
 * that could be lost later.
 */
export function listenForStart(): void {
  if (!browser.runtime.getURL('/').startsWith('chrome-extension:')) return;
  browser.runtime.onStartup.addListener(() => void beginFreshLog().catch(console.error));
}
