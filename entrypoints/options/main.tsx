import { render } from 'preact';
import { ownShelf } from '@/messages/own-shelf';
import { browser } from '@/messages/webext';
import { planSyncSoon } from '@/messages/sync-alarm';
import { watchEdits } from '@/storage/watch-edits';
import { watchGuides } from '@/storage/watch-guides';
import { watchConnection } from '@/storage/watch-connection';
import { App } from './app';

watchConnection();
render(<App version={browser.runtime.getManifest().version} />, document.body);
watchEdits(planSyncSoon);
watchGuides((ids) => ownShelf.drop(ids));
