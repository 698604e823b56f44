import { render } from 'preact';
import { App } from './app';
import { findTabPaper, hasSiteAccess } from './browser-state';

// Asked before anything is drawn: the answers are there by the time the library has answered.
render(<App tabPaper={findTabPaper()} siteAccess={hasSiteAccess()} />, document.body);
