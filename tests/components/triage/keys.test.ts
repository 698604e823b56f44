// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { findListCommand, type ListCommand } from '@/components/triage/keys';

beforeEach(() => document.body.replaceChildren());

/** The command of a key that is pressed in an element of this name, with attributes; the body for none. */
function press(key: string, init: KeyboardEventInit = {}, name = '', attributes: Record<string, string> = {}) {
  let found: ListCommand | null = null;
  const target = name === '' ? document.body : document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) target.setAttribute(attribute, value);
  if (target !== document.body) document.body.append(target);
  const listen = (event: KeyboardEvent) => {
    found = findListCommand(event);
  };
  document.addEventListener('keydown', listen);
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init }));
  document.removeEventListener('keydown', listen);
  return found;
}

describe('findListCommand', () => {
  test.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['n', 'fresh'],
    ['s', 'save'],
    ['x', 'dismiss'],
    ['e', 'expand'],
    ['Enter', 'expand'],
    ['/', 'search'],
    ['?', 'help'],
  ])('takes %s for %s', (key, command) => expect(press(key)).toBe(command));

  test.each(['a', 'J', 'Escape', 'ArrowDown', ' ', 'constructor', 'Process'])('leaves %j to the page', (key) =>
    expect(press(key)).toBeNull(),
  );

  test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])(
    'leaves keys with %j to the browser and the writing of Chinese',
    (init) => expect(press('j', init)).toBeNull(),
  );

  test.each([
    ['input', {}],
    ['input', { type: 'search' }],
    ['textarea', {}],
    ['select', {}],
    ['div', { contenteditable: '' }],
    ['div', { role: 'textbox' }],
  ])('leaves letters that are typed in %s %j', (name, attributes) =>
    expect(press('s', {}, name, attributes as Record<string, string>)).toBeNull(),
  ); // as: of texts alone

  test('lets Enter press what has the focus, and no letter', () => {
    expect(press('Enter', {}, 'button')).toBeNull();
    expect(press('Enter', {}, 'a')).toBeNull();
    expect(press('s', {}, 'button')).toBe('save');
    expect(press('s', {}, 'input', { type: 'checkbox' })).toBe('save');
  });
});
