import { WAKE_PORT } from './wake-port';
import { browser } from './webext';

/** Wakes the background, so that it takes up what was just put in the queue. */
export function wakeBackground(): void {
  browser.runtime.connect({ name: WAKE_PORT });
}
