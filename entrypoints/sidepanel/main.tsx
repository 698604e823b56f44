import { render } from 'preact';
import { watchConnection } from '@/storage/watch-connection';
import { App } from './app';

watchConnection();
render(<App />, document.body);
