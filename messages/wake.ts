import { browser } from './webext';
import { WAKE_PORT } from './wake-port';

/** Wakes the background to take up what one of our own pages has put in the queue. */
export function wakeBackground(): void {
  const port = browser.runtime.connect({ name: WAKE_PORT });
  // It hangs up when it has begun.
  port.onDisconnect.addListener(() => undefined);
}
