/** What a key asks for in the library page. */
export type Command =
  | 'search'
  | 'next'
  | 'previous'
  | 'open'
  | 'star'
  | 'dismiss'
  | 'select'
  | 'stretch'
  | 'help'
  | 'escape';

const COMMANDS: Readonly<Record<string, Command>> = {
  '/': 'search',
  j: 'next',
  k: 'previous',
  Enter: 'open',
  s: 'star',
  d: 'dismiss',
  x: 'select',
  X: 'stretch',
  '?': 'help',
  Escape: 'escape',
};

/** Fields in which letters are text. A checkbox is an input, but nobody types in it. */
const TYPED_IN = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]';
/** What Enter presses by itself. */
const PRESSED = 'a, button, summary, input, [role=menuitem]';

/**
 * The command of a key press; null when the key is not ours: while typing or composing Chinese, with a modifier key, or
 * when something on the way has used it.
 */
export function findCommand(event: KeyboardEvent): Command | null {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPED_IN)) return null;
  if (event.key === 'Enter' && target?.closest(PRESSED)) return null;
  return Object.hasOwn(COMMANDS, event.key) ? (COMMANDS[event.key] ?? null) : null;
}

/** Every key with the text that explains it, in the order of the help. */
export const KEY_HELP = [
  ['/', 'keySearch'],
  ['j', 'keyNext'],
  ['k', 'keyPrevious'],
  ['Enter', 'keyOpen'],
  ['s', 'keyStar'],
  ['d', 'keyDismiss'],
  ['x', 'keySelect'],
  ['Shift + x', 'keyStretch'],
  ['Esc', 'keyEscape'],
  ['?', 'keyHelp'],
] as const;
