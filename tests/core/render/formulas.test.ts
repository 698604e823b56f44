import { describe, expect, test } from 'vitest';
import { hideFormulas } from '@/core/render/formulas';
import { renderMarkdown } from '@/core/render/markdown';
import { plainText } from '@/core/render/text';
import type { Tree } from '@/core/render/tree';
import { tagsOf } from './walker';

const found = (text: string): string[] =>
  hideFormulas(text, true).formulas.map(({ tex, display }) => (display ? `[${tex}]` : tex));

function mathOf(trees: readonly Tree[]): Record<string, string>[] {
  return trees.flatMap((tree) => {
    if (typeof tree === 'string') return [];
    const [tag, attributes, ...children] = tree;
    return tag === 'math' ? [attributes ?? {}] : mathOf(children);
  });
}

describe('hideFormulas', () => {
  test.each([
    ['误差 $x_1$ 与 $y$', ['x_1', 'y']],
    ['$$a = b$$', ['[a = b]']],
    ['通过 \\(q^{des}=q+0.25a\\) 控制', ['q^{des}=q+0.25a']],
    ['\\[\na = b\n- c\n\\]', ['[a = b\n- c]']],
    ['1. 目标：\n    \\[\n    L = \\sum_i l_i\n    \\]', ['[L = \\sum_i l_i]']],
    ['\\begin{align}a&=b\\end{align}', ['[\\begin{align}a&=b\\end{align}]']],
    ['约 $\\sim$3\\%', ['\\sim']],
    ['G$^2$VLM 与 $\\mathcal{N}_0$', ['^2', '\\mathcal{N}_0']],
    ['$L_{总}$', ['L_{总}']],
    ['花费 $5，用 $x$', ['x']],
    ['$2$ 个', ['2']],
  ])('finds the formulas of %j', (text, expected) => expect(found(text)).toEqual(expected));

  test.each([
    '$5 and $10',
    '价格$5到$10之间',
    '$5 per month, or US$ 7',
    '5$ 与 6$',
    '\\$x\\$',
    '`$x$`',
    '```\n$x$\n```',
    '$ x $',
    '$x\n\ny$',
    '\\[1\\]',
    '\\[在此插入内容\\]',
    '只有一个 $x',
    '$$',
    '\\( 没有结束',
  ])('finds none in %j', (text) => expect(found(text)).toEqual([]));
});

describe('formulas', () => {
  test.each([
    ['$x_1$', { alttext: 'x_1' }],
    ['$$x$$', { display: 'block', alttext: 'x' }],
    ['\\[\n\\frac{a}{b}\n\\]', { display: 'block', alttext: '\\frac{a}{b}' }],
    ['- **项：**\n  \\[\n  x\n  \\]', { display: 'block', alttext: 'x' }],
  ])('%j becomes MathML that keeps its source', (markdown, attributes) =>
    expect(mathOf(renderMarkdown(markdown))).toEqual([attributes]),
  );

  test.each([
    ['an unknown command', '$\\nosuchcommand{x}$'],
    ['a link', '$\\href{javascript:alert(1)}{x}$'],
    ['a picture', '$\\includegraphics{https://a.example/i.png}$'],
    ['a definition', '$\\def\\x{\\x\\x}\\x$'],
    ['five thousand braces', `$${'{'.repeat(900)}${'}'.repeat(900)}x^$`],
    ['more than two kilobytes', `$${'x+'.repeat(1_200)}y$`],
    ['deep fractions', `$${'\\frac{'.repeat(250)}$`],
  ])('%s is shown as its source', (_, markdown) => {
    const tree = renderMarkdown(markdown);
    expect(tagsOf(tree)).toEqual(['p', 'code']);
    expect(plainText(tree)).toBe(markdown);
  });

  test('neither style nor class nor href comes out of TeX', () => {
    const tex = '$$\\color{red}{\\boxed{x}} \\overline{AB} \\cancel{y} \\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}$$';
    const tree = renderMarkdown(tex);
    expect(tagsOf(tree)).toContain('mtable');
    expect(JSON.stringify(tree)).not.toMatch(/style|class|href|menclose/);
  });
});
