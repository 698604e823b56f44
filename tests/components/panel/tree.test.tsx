// @vitest-environment happy-dom
import { render } from 'preact';
import { describe, expect, test } from 'vitest';
import { plainText, renderTree } from '@/components/panel/tree';
import { ALLOWED } from '@/core/render/allowed';
import type { Tree } from '@/core/render/tree';

function draw(...trees: Tree[]): HTMLElement {
  const place = document.createElement('div');
  render(<>{renderTree(trees)}</>, place);
  return place;
}

describe('renderTree', () => {
  test.each([...ALLOWED].filter(([tag]) => tag !== 'a'))('draws <%s> with what it may carry', (tag, attributes) => {
    const drawn = draw([tag, Object.fromEntries(attributes.map((name) => [name, '2']))]).querySelector(tag);
    expect(drawn?.getAttributeNames().toSorted()).toEqual([...attributes].toSorted());
  });

  test('opens links beside the page and tells them nothing', () => {
    const link = draw(['a', { href: 'https://example.org/a' }, 'text']).querySelector('a');
    expect([link?.href, link?.target, link?.rel]).toEqual(['https://example.org/a', '_blank', 'noopener noreferrer']);
  });

  test.each([
    ['。然后', '。'],
    ['），再', '），'],
    [', then', ','],
  ])('keeps what closes a sentence or a bracket with the formula before %j', (text, closing) => {
    const place = draw('设 ', ['math', null, ['mi', null, 'x']], text);
    expect(place.textContent).toBe(`设 x${text}`);
    expect(place.querySelector('span.measure')?.textContent).toBe(`x${closing}`);
  });

  test.each<[string, Tree[]]>([
    ['goes on with a word', [['math', null, ['mi', null, 'x']], ' 是变量。']],
    ['stands on a line of its own', [['math', { display: 'block' }, ['mi', null, 'x']], '。']],
    [
      'is followed by an element',
      [
        ['math', null, ['mi', null, 'x']],
        ['em', null, '。'],
      ],
    ],
    ['is only the word math', ['math', '。']],
  ])('leaves a formula alone that %s', (_, trees) => {
    const place = draw(...trees);
    expect(place.querySelector('span.measure')).toBeNull();
    expect(place.textContent).toBe(plainText(trees));
  });

  test('draws formulas as MathML', () => {
    const math = draw(['math', null, ['mi', null, 'x']]).querySelector('math');
    expect(math?.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML');
    expect(math?.firstElementChild?.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML');
  });

  test.each([
    ['包含 132 万帧，', ['132 万帧']],
    ['0.17 秒/帧，提高 53.5%。', ['0.17 秒/帧', '53.5%']],
    ['模型 GPT-4，3D 与 LoRA 2 and 3', []],
    ['没有数字的一句', []],
  ])('keeps numbers and their units on one line: %s', (text, kept) => {
    const drawn = draw(text);
    expect([...drawn.querySelectorAll('.measure')].map((one) => one.textContent)).toEqual(kept);
    expect(drawn.textContent).toBe(text);
  });

  test.each(['table', 'pre'])('lets a wide <%s> scroll by itself, also by keyboard', (tag) => {
    expect(draw([tag, null]).querySelector<HTMLElement>('.scroll')?.tabIndex).toBe(0);
  });

  test.each([
    ['script', ['script', null, 'alert(1)']],
    ['style', ['style', null, 'body{display:none}']],
    ['image', ['img', { src: 'https://evil.example/x.png' }]],
    ['frame', ['iframe', { src: 'https://evil.example/' }]],
    ['SVG', ['svg', { onload: 'alert(1)' }, ['foreignObject', null, 'x']]],
    ['form', ['form', { action: 'https://evil.example/' }, ['input', { name: 'q' }]]],
    ['heading of the page', ['h1', null, 'x']],
    ['MathML action', ['maction', { actiontype: 'statusline' }, 'x']],
    ['name that ends like ours', ['xp', null, 'x']],
    ['script address', ['a', { href: 'javascript:alert(1)' }, 'x']],
    ['data address', ['a', { href: 'data:text/html,x' }, 'x']],
    ['relative address', ['a', { href: '/logout' }, 'x']],
  ] satisfies [string, Tree][])('draws no %s', (_name, tree) => {
    expect(draw(tree).querySelectorAll('*')).toHaveLength(0);
  });

  test.each([
    ['onclick', 'alert(1)'],
    ['style', 'position:fixed'],
    ['class', 'head'],
    ['id', 'abs'],
    ['src', 'x'],
    ['href', 'https://example.org/'],
    ['dangerouslySetInnerHTML', { __html: '<img>' } as unknown as string], // as: what a broken sender might send
    ['ref', 'x'],
    ['key', 'x'],
  ])('leaves out %s', (name, value) => {
    const drawn = draw(['p', { [name]: value }, 'text']);
    expect(drawn.innerHTML).toBe('<p>text</p>');
  });

  test('keeps markup in text as text', () => {
    expect(draw(['p', null, '<img src=x onerror=alert(1)>']).querySelector('img')).toBeNull();
  });
});

describe('plainText', () => {
  test.each<[Tree[], string]>([
    [['a ', ['strong', null, 'b', ['em', null, ' c']]], 'a b c'],
    [['at ', ['math', { alttext: '\\alpha' }, ['mi', null, 'α']], '.'], 'at \\alpha.'],
    [[], ''],
  ])('gives the text of %j', (trees, text) => expect(plainText(trees)).toBe(text));
});
