import type { PanelTheme } from '@/core/settings';

/** Whether what lies behind an element is dark: the nearest background that is not see-through, else the canvas. */
export function isOnDark(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const [luminance, alpha] = readColour(getComputedStyle(at).backgroundColor);
    if (alpha >= 0.5) return luminance < 0.4;
  }
  const scheme = getComputedStyle(element.ownerDocument.documentElement).colorScheme;
  return /dark/.test(scheme) && (!/light/.test(scheme) || matchMedia('(prefers-color-scheme: dark)').matches);
}

/** Perceived lightness and opacity, each 0 to 1, of a computed colour: `rgb(…)`, `rgba(…)`, `color(srgb …)`, `oklch(…)`. */
function readColour(colour: string): [luminance: number, alpha: number] {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+(?:e-?\d+)?/g) ?? ['0', '0', '0', '0']).map(
    Number,
  );
  if (/^(?:ok)?l/.test(colour)) return [colour.startsWith('ok') ? red : red / 100, alpha];
  const full = colour.startsWith('rgb') ? 255 : 1;
  return [(0.299 * red + 0.587 * green + 0.114 * blue) / full, alpha];
}

/** Gives the panel's host the theme that the reader has chosen. */
export function setTheme(host: HTMLElement, theme: PanelTheme, signal: AbortSignal): void {
  if (theme === 'page') followPageTheme(host, signal);
  else host.dataset['theme'] = theme;
}

/** Keeps `data-theme` of the panel's host in step with the page, which extensions and scripts may darken at any time. */
function followPageTheme(host: HTMLElement, signal: AbortSignal): void {
  const page = host.ownerDocument;
  watchPageTheme(
    page,
    () => host.parentElement ?? page.body,
    signal,
    (theme) => {
      if (host.dataset['theme'] !== theme) host.dataset['theme'] = theme;
    },
  );
}

/**
 * Tells whether what lies behind a place in a page is dark, now and whenever extensions and scripts may have changed it. `soon` says
 * when to look: before the next frame rather than at once, when the colour would cost the styling of the whole page.
 */
export function watchPageTheme(
  page: Document,
  findPlace: () => Element,
  signal: AbortSignal,
  tell: (theme: 'dark' | 'light') => void,
  soon: (look: () => void) => unknown = requestAnimationFrame,
): void {
  let isDue = false;
  const settle = () => {
    isDue = false;
    tell(isOnDark(findPlace()) ? 'dark' : 'light');
  };
  const look = () => {
    if (isDue) return;
    isDue = true;
    soon(settle);
  };
  look();
  // A dark mode comes as a class, style or data attribute of the root, or as a style sheet in the head.
  const observer = new MutationObserver(look);
  observer.observe(page.documentElement, { attributes: true });
  observer.observe(page.body, { attributes: true });
  observer.observe(page.head, { childList: true });
  page.addEventListener('load', look, { capture: true, signal }); // a style sheet that arrives late
  page.body.addEventListener('transitionend', look, { signal });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
