import { browser } from '@/messages/webext';
import { beginFreshLog } from '@/storage/fresh-log';

/**
 * Before all else that a started browser gives us to do; one that brings the extension along by itself says that it is installed.
 * Firefox keeps its databases in another way. Without room nothing is written that could be lost later.
 */
export function listenForStart(): void {
  if (!browser.runtime.getURL('/').startsWith('chrome-extension:')) return;
  let begun: Promise<void> | null = null;
  const begin = () => {
    begun ??= beginFreshLog().catch(console.error);
  };
  browser.runtime.onStartup.addListener(begin);
  browser.runtime.onInstalled.addListener(begin);
}
