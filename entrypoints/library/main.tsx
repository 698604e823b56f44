import { render } from 'preact';
import { wakeBackground } from '@/messages/wake';
import { App } from './app';

render(<App />, document.body);
// Days that are due come in while the reader is here, though the browser may have forgotten the alarm.
wakeBackground();
// What is new is searched while the reader is here. Built beside the pages, as the worker that imports is (wxt.config.ts).
new Worker('/search-worker.js', { type: 'module' });
