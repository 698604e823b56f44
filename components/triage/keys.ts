/** What a key asks for in a list of papers. */
export type ListCommand = 'next' | 'previous' | 'fresh' | 'save' | 'dismiss' | 'expand' | 'open' | 'search' | 'help';

const COMMANDS: Readonly<Record<string, ListCommand>> = {
  j: 'next',
  k: 'previous',
  n: 'fresh',
  s: 'save',
  x: 'dismiss',
  d: 'dismiss', // as in the library, where x selects
  e: 'expand',
  Enter: 'expand',
  o: 'open',
  '/': 'search',
  '?': 'help',
};

/** Fields in which letters are text. A checkbox is an input, but nobody types in it. */
const TYPED_IN =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox]';
/** What Enter presses by itself. */
const PRESSED = 'a, button, summary, input, [role=button], [role=menuitem]';

/**
 * The command of a key press; null when the key is not ours: while typing or composing Chinese, with a modifier key, over a dialog, or
 * when the page has used it.
 */
export function findListCommand(event: KeyboardEvent): ListCommand | null {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  // What was pressed in a shadow root of ours counts, not the host that the event shows.
  const [pressed] = event.composedPath();
  const target = pressed instanceof Element ? pressed : null;
  if (target?.closest(`${TYPED_IN}, dialog`)) return null;
  if (event.key === 'Enter' && target?.closest(PRESSED)) return null;
  return Object.hasOwn(COMMANDS, event.key) ? (COMMANDS[event.key] ?? null) : null;
}
