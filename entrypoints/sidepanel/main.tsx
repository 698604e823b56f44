import { render } from 'preact';
import { ownShelf } from '@/messages/own-shelf';
import { watchGuides } from '@/storage/watch-guides';
import { watchConnection } from '@/storage/watch-connection';
import { App } from './app';

watchConnection();
render(<App />, document.body);
watchGuides((ids) => ownShelf.drop(ids));
