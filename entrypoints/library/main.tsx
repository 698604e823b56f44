import { render } from 'preact';
import { wakeBackground } from '@/messages/wake';
import { planSyncSoon } from '@/messages/sync-alarm';
import { watchEdits } from '@/storage/watch-edits';
import { askToPersist } from '@/storage/room';
import { App } from './app';
import { startSearchWorker } from './search-in-worker';

render(<App />, document.body);
// The page stands first; a browser that has no time for long begins nevertheless.
requestIdleCallback(beginWork, { timeout: 2_000 });

function beginWork(): void {
  // Days that are due come in while the reader is here, though the browser may have forgotten the alarm.
  wakeBackground();
  watchEdits(planSyncSoon);
  startSearchWorker();
  // Neither browser asks the reader about it.
  void askToPersist();
}
