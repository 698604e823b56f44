import { describe, expect, test } from 'vitest';
import { renderTexText } from '@/core/render/tex-text';
import { plainText, toHtml } from '@/core/render/text';

describe('renderTexText', () => {
  test.each([
    ['We propose \\textbf{IDT}, a \\emph{new} one', 'We propose <strong>IDT</strong>, a <em>new</em> one'],
    ['\\texttt{pip} \\textit{a} {\\em b} {\\bf c}', '<code>pip</code> <em>a</em> <em>b</em> <strong>c</strong>'],
    ['\\textbf{a \\emph{b} c}', '<strong>a <em>b</em> c</strong>'],
    ['53.5\\% of A\\&B, C\\_1, \\#3', '53.5% of A&amp;B, C_1, #3'],
    ["``quotes'' and `one'", '“quotes” and ‘one’'],
    ['Rauch--Tung---Striebel', 'Rauch–Tung—Striebel'],
    ['Fig.~2', 'Fig.\u00A02'],
    ['\\href{https://a.example/x}{our page}.', '<a href="https://a.example/x">our page</a>.'],
    ['\\url{https://a.example/x_y}', '<a href="https://a.example/x_y">https://a.example/x_y</a>'],
    ['code: https://a.example/x.', 'code: <a href="https://a.example/x">https://a.example/x</a>.'],
    ['Schr\\"odinger, Fr\\\'echet, Erd\\H{o}s, \\c{C}a\\u{g}', 'Schrödinger, Fréchet, Erdős, Çağ'],
    ['{DKT}: {T}ransformer', 'DKT: Transformer'],
  ])('%s', (text, expected) => expect(toHtml(renderTexText(text))).toBe(expected));

  test.each([
    ['a set {a, b}', 'a set {a, b}'],
    ['unbalanced } and {', 'unbalanced } and {'],
    ['\\nosuch{x}', '\\nosuch{x}'],
    ['costs $5 and $10', 'costs $5 and $10'],
    ['at ~0.17 s, 5~10', 'at ~0.17 s, 5~10'],
    ["don't, Fr'echet", "don't, Fr'echet"],
    ['run with --fast', 'run with --fast'],
    ['\\href{javascript:alert(1)}{x}', 'x'],
    ['*not* Markdown_here_', '*not* Markdown_here_'],
    ['<b>', '<b>'],
  ])('leaves %s', (text, expected) => expect(plainText(renderTexText(text))).toBe(expected));
});

describe('plainText', () => {
  test.each([
    ['Flex-$π$', 'Flex-π'],
    ['G$^2$VLM', 'G²VLM'],
    ['$\\mathcal{N}_0$-Foundation', 'N₀-Foundation'],
    ['$\\sim$3\\%', '∼3%'],
    ['160$^{\\circ}$', '160°'],
    ['$O(n^{2})$', 'O(n²)'],
    ['$x_{ij}$', 'x_{ij}'],
    ['$\\frac{a+b}{2}$', '(a + b)/2'],
    ['$\\sqrt{x}$', '√x'],
  ])('writes %s as %s', (text, expected) => expect(plainText(renderTexText(text))).toBe(expected));

  test('writes blocks on lines of their own', () =>
    expect(
      plainText([
        ['p', null, '一', ['br', null], '二'],
        ['ul', null, ['li', null, '三', ['ol', { start: '2' }, ['li', null, '四']]]],
        ['p', null, '五'],
      ]),
    ).toBe('一\n二\n\n- 三\n  2. 四\n五'));
});

describe('toHtml', () => {
  test('escapes text and attributes', () =>
    expect(toHtml([['a', { href: 'https://a.example/?x=1&y=2' }, '<i>"']])).toBe(
      '<a href="https://a.example/?x=1&amp;y=2">&lt;i&gt;&quot;</a>',
    ));
  test('drops what is not allowed, though a stored tree should hold none', () =>
    expect(
      toHtml([
        ['script', null, 'x'],
        ['a', { href: 'javascript:x', onclick: 'y' }, 'z'],
      ]),
    ).toBe('x<a>z</a>'));
});
