import { render } from 'preact';
import { findAbstract, SELECTORS } from '@/core/arxiv/page-text';
import type { PanelPosition, PanelTheme } from '@/core/settings';
import type { PanelActions } from './view';
import { EARLY_WORDS, Panel, type PanelContent } from './panel';
import { setTheme } from './theme';

const HOST = 'daodu-panel';

/** Where a panel is drawn. */
export interface PanelPlace {
  host: HTMLElement;
  root: ShadowRoot;
  sheet: CSSStyleSheet;
}

/**
 * A host with a shadow root and a style, standing nowhere yet. Not a custom element: content scripts cannot define those in
 * the page's world, and need not.
 */
export function createHost(page: Document, style: string): PanelPlace {
  const host = page.createElement(HOST);
  // The page may be translated around it; the Chinese is what the reader came for.
  host.className = 'notranslate';
  for (const [name, value] of Object.entries({
    role: 'region',
    'aria-label': EARLY_WORDS.name,
    lang: 'zh-CN',
    translate: 'no',
  })) {
    host.setAttribute(name, value);
  }
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  return { host, root, sheet };
}

/** Draws a panel into its host and says its state there. */
export function drawPanel(
  { host, root }: PanelPlace,
  content: PanelContent,
  actions: PanelActions,
  retired = false,
): void {
  render(<Panel content={content} actions={actions} retired={retired} />, root);
  if (content.kind !== 'ready') host.dataset['state'] = content.kind;
  else {
    host.dataset['state'] = content.data.guides.length > 0 ? 'analysis' : 'outline';
    host.setAttribute('aria-label', content.data.words.name);
    // What is being written, or could not be; nobody needs to look into the panel for it.
    if (content.data.job) host.dataset['job'] = content.data.job.state;
    else delete host.dataset['job'];
  }
}

/**
 * Puts a host on the abstract page: before the abstract, after it, or on top of the right column. One that an earlier
 * script left there makes way, so that there is always one panel.
 */
export function placeHost(
  page: Document,
  host: HTMLElement,
  position: PanelPosition,
  theme: PanelTheme,
  signal: AbortSignal,
): void {
  for (const old of page.querySelectorAll(HOST)) if (old !== host) old.remove();
  const abstract = findAbstract(page);
  const column = page.querySelector('.extra-services'); // both looks, 2026-11
  const beside = position === 'right' && column !== null;
  host.removeAttribute('style'); // the margins of where it stood
  host.dataset['position'] = beside ? 'right' : position === 'below' ? 'below' : 'above';
  if (beside) column.prepend(host);
  else if (abstract && position === 'below') abstract.after(host);
  else if (abstract) abstract.before(host);
  else page.querySelector(SELECTORS.paper)?.append(host);

  setTheme(host, theme, signal);
  if (abstract && !beside) alignWith(abstract, host, signal);
}

/**
 * Keeps the host's edges on those of the abstract's text, whose margins differ between the looks and widths. Read in a
 * ResizeObserver: it runs between layout and paint, so nothing is laid out twice for it and nothing is seen to move.
 */
function alignWith(abstract: Element, host: HTMLElement, signal: AbortSignal): void {
  const observer = new ResizeObserver(() => {
    if (host.dataset['position'] === 'right') return; // it has moved since
    const style = getComputedStyle(abstract);
    host.style.marginLeft = sumPixels(style.marginLeft, style.borderLeftWidth, style.paddingLeft);
    host.style.marginRight = sumPixels(style.marginRight, style.borderRightWidth, style.paddingRight);
  });
  observer.observe(abstract);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

function sumPixels(...lengths: string[]): string {
  return `${lengths.reduce((all, length) => all + (Number.parseFloat(length) || 0), 0)}px`;
}
