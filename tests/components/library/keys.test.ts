// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { type Command, findCommand } from '@/components/library/keys';

/** What a key press on an element asks for. */
function press(key: string, html = '<main></main>', init: KeyboardEventInit = {}): Command | null {
  document.body.innerHTML = html;
  const target = document.body.querySelector('[data-here]') ?? document.body.firstElementChild;
  let command: Command | null = null;
  document.body.addEventListener('keydown', (event) => (command = findCommand(event)), { once: true });
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
  return command;
}

describe('findCommand', () => {
  test.each<[string, Command]>([
    ['/', 'search'],
    ['j', 'next'],
    ['k', 'previous'],
    ['Enter', 'open'],
    ['s', 'star'],
    ['d', 'dismiss'],
    ['e', 'status'],
    ['n', 'note'],
    ['z', 'undo'],
    ['？', 'help'],
    ['x', 'select'],
    ['X', 'stretch'],
    ['?', 'help'],
    ['Escape', 'escape'],
  ])('takes %s as %s', (key, command) => expect(press(key)).toBe(command));

  test.each([
    ['a box that is ticked', '<input type="checkbox">'],
    ['a row', '<ul><li tabindex="-1" data-here></li></ul>'],
    ['a button', '<button></button>'],
  ])('takes j on %s', (_, html) => expect(press('j', html)).toBe('next'));

  test.each([
    ['a field', '<input type="search">'],
    ['a field without a type', '<input>'],
    ['a note', '<textarea></textarea>'],
    ['a choice', '<select></select>'],
    ['text that is edited', '<div contenteditable="true"><b data-here></b></div>'],
  ])('leaves letters to %s', (_, html) => {
    for (const key of ['j', 's', 'd', 'e', 'n', 'z', 'x', '/', '?', 'Enter', 'Escape'])
      expect(press(key, html)).toBeNull();
  });

  test.each(['<a href="#/"></a>', '<button></button>', '<summary></summary>', '<input type="checkbox">'])(
    'leaves Enter to %s',
    (html) => expect(press('Enter', html)).toBeNull(),
  );

  test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])(
    'leaves keys with %j to the browser',
    (init) => {
      for (const key of ['j', 's', 'd', 'e', 'n', 'x', 'Enter']) expect(press(key, undefined, init)).toBeNull();
    },
  );

  test.each([{ ctrlKey: true }, { metaKey: true }])(
    'takes all and undo with %j, and no letter alone for all',
    (init) => {
      expect(press('a', undefined, init)).toBe('all');
      expect(press('z', undefined, init)).toBe('undo');
      expect(press('z', undefined, { ...init, shiftKey: true })).toBeNull();
      expect(press('a', '<textarea></textarea>', init)).toBeNull();
      expect(press('z', '<input>', init)).toBeNull();
      expect(press('z', undefined, { ...init, altKey: true })).toBeNull();
    },
  );

  test.each(['a', 'J', 'D', 'ArrowDown', ' ', 'toString', 'constructor'])('knows no %s', (key) =>
    expect(press(key)).toBeNull(),
  );
});
