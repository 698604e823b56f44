/** What a key asks for in the library page. */
export type Command =
  | 'search'
  | 'next'
  | 'previous'
  | 'open'
  | 'star'
  | 'status'
  | 'note'
  | 'dismiss'
  | 'select'
  | 'stretch'
  | 'all'
  | 'undo'
  | 'help'
  | 'escape';

const COMMANDS: Readonly<Record<string, Command>> = {
  '/': 'search',
  j: 'next',
  k: 'previous',
  Enter: 'open',
  s: 'star',
  e: 'status',
  n: 'note',
  d: 'dismiss',
  x: 'select',
  X: 'stretch',
  z: 'undo',
  '?': 'help',
  '？': 'help', // where a Chinese input method writes it so
  Escape: 'escape',
};
/** With Ctrl, or ⌘. */
const WITH_CONTROL: Readonly<Record<string, Command>> = { a: 'all', z: 'undo' };

/** Fields in which letters are text. A checkbox is an input, but nobody types in it. */
const TYPED_IN = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]';
/** What Enter presses by itself. */
const PRESSED = 'a, button, summary, input, [role=menuitem]';

/**
 * The command of a key press; null when the key is not ours: while typing or composing Chinese, with a modifier key of no
 * meaning here, or when something on the way has used it.
 */
export function findCommand(event: KeyboardEvent): Command | null {
  if (event.defaultPrevented || event.isComposing || event.altKey) return null;
  // A field in a shadow root, as in the panel of a paper, is seen only along the event's way.
  const [first] = event.composedPath();
  const target = first instanceof Element ? first : null;
  if (target?.closest(TYPED_IN)) return null;
  const hasControl = event.ctrlKey || event.metaKey;
  if (hasControl && event.shiftKey) return null;
  if (event.key === 'Enter' && target?.closest(PRESSED)) return null;
  const commands = hasControl ? WITH_CONTROL : COMMANDS;
  return Object.hasOwn(commands, event.key) ? (commands[event.key] ?? null) : null;
}

/** Whether holding the key down goes on with it: nothing is saved twice by a heavy hand. */
export function isRepeatable(command: Command): boolean {
  return command === 'next' || command === 'previous';
}

/** Every key with the name of the text that explains it, in the order of the help. */
export const KEY_HELP = [
  ['/', 'keySearch'],
  ['j', 'keyNext'],
  ['k', 'keyPrevious'],
  ['Enter', 'keyOpen'],
  ['s', 'keyStar'],
  ['e', 'keyStatus'],
  ['n', 'keyNote'],
  ['d', 'keyDismiss'],
  ['x', 'keySelect'],
  ['Shift + x', 'keyStretch'],
  ['Ctrl/⌘ + a', 'keyAll'],
  ['z', 'keyUndo'],
  ['Esc', 'keyEscape'],
  ['?', 'keyHelp'],
] as const;
