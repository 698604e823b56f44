// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isOnDark } from '@/components/panel/theme';

afterEach(() => vi.unstubAllGlobals());

/** What a browser computes; happy-dom does not know every form of a colour. */
function paint(html: string, body: string, colorScheme = 'normal') {
  vi.stubGlobal('getComputedStyle', (element: Element) => ({
    backgroundColor: element === document.body ? body : html,
    colorScheme,
  }));
}

describe('isOnDark', () => {
  test.each([
    ['rgba(0, 0, 0, 0)', 'rgb(24, 26, 27)'],
    ['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)'],
    ['rgb(17, 17, 17)', 'rgba(255, 255, 255, 0.1)'],
    ['rgba(0, 0, 0, 0)', 'color(srgb 0.1 0.1 0.1)'],
    ['rgba(0, 0, 0, 0)', 'oklch(0.2 0.01 200)'],
    ['rgba(0, 0, 0, 0)', 'lab(12 0 0)'],
  ])('is true over html %s and body %s', (html, body) => {
    paint(html, body);
    expect(isOnDark(document.body)).toBe(true);
  });

  test.each([
    ['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)'],
    ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'],
    ['rgba(0, 0, 0, 0)', 'rgb(247, 245, 243)'],
    ['rgba(0, 0, 0, 0.2)', 'rgba(0, 0, 0, 0)'],
    ['rgba(0, 0, 0, 0)', 'color(srgb 0.9 0.9 0.9)'],
    ['rgba(0, 0, 0, 0)', 'oklch(0.95 0.01 200)'],
  ])('is false over html %s and body %s', (html, body) => {
    paint(html, body);
    expect(isOnDark(document.body)).toBe(false);
  });

  test.each([
    ['dark', true],
    ['normal', false],
    ['light', false],
    ['light dark', false],
  ])('goes by the canvas where nothing is painted: %s', (scheme, dark) => {
    paint('rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)', scheme);
    expect(isOnDark(document.body)).toBe(dark);
  });
});
