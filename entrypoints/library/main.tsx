import { render } from 'preact';
import { wakeBackground } from '@/messages/wake';
import { askToPersist } from '@/storage/room';
import { App } from './app';
import { startSearchWorker } from './search-in-worker';

render(<App />, document.body);
// Days that are due come in while the reader is here, though the browser may have forgotten the alarm.
wakeBackground();
startSearchWorker();
// Neither browser asks the reader about it.
void askToPersist();
