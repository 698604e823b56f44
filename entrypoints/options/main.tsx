import { render } from 'preact';
import { browser } from '@/messages/webext';
import { planSyncSoon } from '@/messages/sync-alarm';
import { watchEdits } from '@/storage/watch-edits';
import { watchConnection } from '@/storage/watch-connection';
import { App } from './app';

watchConnection();
render(<App version={browser.runtime.getManifest().version} />, document.body);
watchEdits(planSyncSoon);
