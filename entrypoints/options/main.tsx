import { render } from 'preact';
import { browser } from '@/messages/webext';
import { planSyncSoon } from '@/messages/sync-alarm';
import { watchEdits } from '@/storage/watch-edits';
import { App } from './app';

render(<App version={browser.runtime.getManifest().version} />, document.body);
watchEdits(planSyncSoon);
