import { render } from 'preact';
import { browser } from '@/messages/webext';
import { App } from './app';

render(<App version={browser.runtime.getManifest().version} />, document.body);
