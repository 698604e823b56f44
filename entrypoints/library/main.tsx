import { render } from 'preact';
import { ownShelf } from '@/messages/own-shelf';
import { wakeBackground } from '@/messages/wake';
import { planSyncSoon } from '@/messages/sync-alarm';
import { watchEdits } from '@/storage/watch-edits';
import { watchGuides } from '@/storage/watch-guides';
import { startRemembering } from '@/storage/remembered';
import { askToPersist } from '@/storage/room';
import { rememberLibrary, watchConnection } from '@/storage/watch-connection';
import { App } from './app';
import { readFirst } from './first-read';
import { startSearchWorker } from './search-in-worker';
import { whenIdle } from './when-idle';

startRemembering();
watchConnection();
void readFirst(location.hash).then((first) => {
  render(<App first={first} />, document.body);
  // The page stands first; a browser that has no time for long begins nevertheless.
  whenIdle(beginWork);
});

function beginWork(): void {
  // Days that are due come in while the reader is here, though the browser may have forgotten the alarm.
  wakeBackground();
  watchEdits(planSyncSoon);
  watchGuides((ids) => ownShelf.drop(ids));
  startSearchWorker();
  rememberLibrary();
  // Neither browser asks the reader about it.
  void askToPersist();
}
