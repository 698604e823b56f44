import { render } from 'preact';
import { App, type AppProps } from './app';

declare global {
  /** All that the first view needs, asked for by popup-first.js, which the page runs before its modules. */
  var daoduFirst: AppProps;
}

render(<App {...globalThis.daoduFirst} />, document.body);
