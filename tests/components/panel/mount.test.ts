// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHost, drawPanel, placeHost } from '@/components/panel/mount';
import { makeActions, makeContent } from './fixtures';

const PAGE =
  '<div class="leftcolumn"><div id="abs"><h1 class="title">T</h1><blockquote class="abstract">A.</blockquote>' +
  '<div class="metatable"></div></div></div><div class="extra-services"><div class="full-text"></div></div>';

let leaving: AbortController;

beforeEach(() => {
  leaving = new AbortController();
  document.body.innerHTML = PAGE;
});

afterEach(() => leaving.abort());

function place(position: 'above' | 'below' | 'right', theme: 'page' | 'dark' = 'page') {
  const panel = createHost(document, '.panel { color: red }');
  placeHost(document, panel.host, position, theme, leaving.signal);
  return panel;
}

const neighbours = ({ host }: { host: HTMLElement }) => [
  host.previousElementSibling?.className ?? null,
  host.nextElementSibling?.className ?? null,
];

describe('placeHost', () => {
  test.each([
    ['above', ['title', 'abstract']],
    ['below', ['abstract', 'metatable']],
    ['right', [null, 'full-text']],
  ] as const)('puts the panel %s', (position, expected) => expect(neighbours(place(position))).toEqual(expected));

  test('goes to the end of the paper when there is no abstract', () => {
    document.querySelector('blockquote')?.remove();
    expect(neighbours(place('above'))).toEqual(['metatable', null]);
  });

  test('stays above the abstract when there is no right column', () => {
    document.querySelector('.extra-services')?.remove();
    expect(neighbours(place('right'))).toEqual(['title', 'abstract']);
  });

  test('leaves one panel when it runs twice: the newer one', () => {
    place('above');
    const { host } = place('below');
    expect([...document.querySelectorAll('daodu-panel')]).toEqual([host]);
  });

  test('moves a panel without making another', () => {
    const { host } = place('above');
    placeHost(document, host, 'below', 'page', leaving.signal);
    expect([...document.querySelectorAll('daodu-panel')]).toEqual([host]);
    expect(host.nextElementSibling?.className).toBe('metatable');
  });

  test('leaves the abstract’s margins behind when it moves to the right column', () => {
    const { host } = place('above');
    host.style.marginLeft = '40px';
    placeHost(document, host, 'right', 'page', leaving.signal);
    expect(host.hasAttribute('style')).toBe(false);
  });

  test('has the theme that the reader chose, whatever the page has', () => {
    expect(place('above', 'dark').host.dataset['theme']).toBe('dark');
  });

  test('changes nothing of the page but for the panel', () => {
    const { host } = place('above');
    host.remove();
    expect(document.body.innerHTML).toBe(PAGE);
  });

  test('is light on a light page from its first frame', async () => {
    const { host } = place('above');
    await new Promise(requestAnimationFrame);
    expect(host.dataset['theme']).toBe('light');
  });
});

describe('drawPanel', () => {
  test.each([
    [{ kind: 'loading' } as const, 'loading'],
    [{ kind: 'error', message: null } as const, 'error'],
    [makeContent({ guides: [] }), 'outline'],
    [makeContent(), 'analysis'],
  ])('says its state on a region that translators leave alone', (content, state) => {
    const panel = place('above');
    drawPanel(panel, content, makeActions());
    const { host } = panel;
    expect(['role', 'aria-label', 'lang', 'translate'].map((name) => host.getAttribute(name))).toEqual([
      'region',
      '导读',
      'zh-CN',
      'no',
    ]);
    expect(host.dataset['state']).toBe(state);
    expect(host.classList.contains('notranslate')).toBe(true);
    expect(panel.root.querySelector('.panel')).not.toBeNull();
  });
});
