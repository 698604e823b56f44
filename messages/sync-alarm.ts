import { browser } from './webext';

/** When the next regular sync is due. */
export const SYNC_ALARM = 'sync';
/** A minute after the last change. */
export const SYNC_SOON_ALARM = 'sync-soon';

/** Has what was changed synced in a minute, and later if more is changed meanwhile; an alarm outlives whoever sets it. */
export function planSyncSoon(): void {
  void browser.alarms.create(SYNC_SOON_ALARM, { delayInMinutes: 1 });
}
