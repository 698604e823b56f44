import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanMarkdown, withoutHtml } from '@/core/writing/clean';

const IDS = new Set(['2401.01234', 'hep-th/9901001']);
const clean = (text: string) => cleanMarkdown(text, IDS, 2_000);

describe('a link is only its text', () => {
  test.each([
    ['见 [代码](https://evil.example/a) 。', '见 代码 。'],
    ['见 [代码](https://evil.example/a "标题")', '见 代码'],
    ['见 [代码](<https://evil.example/a b>)', '见 代码'],
    ['![图](https://evil.example/a.png)', '图'],
    ['[![图](https://evil.example/a.png)](https://evil.example)', '图'],
    ['[a [b] c](https://evil.example/(x))', 'a [b] c'],
    ['[x](javascript:alert(1))', 'x'],
    ['[x](//evil.example)', 'x'],
    ['[x](/abs/2401.01234)', 'x'],
    ['[x][1]\n\n[1]: https://evil.example', '[x] [1]\n\n[1]'],
    ['[[evil|看这里]] 与 ![[图.png]]', '看这里 与 图.png'],
    ['去 https://evil.example/a?b=c 看', '去  看'],
    ['去 http://evil.example。', '去 。'],
    ['去 www.evil.example 看', '去  看'],
    ['写信给 mailto:a@evil.example 吧', '写信给  吧'],
    ['data:text/html,x 与 javascript:alert(1)', '与 )'],
    ['看0https://evil.example', '看'],
    ['ftp://evil.example/x', ''],
    ['<https://evil.example>', ''],
    ['`https://evil.example`', '``'],
    ['$\\href{https://evil.example}{x}$', '$x$'],
    ['\\url{https://evil.example} 完', '完'],
    ['$https://evil.example$', '$'],
    ['[x]\u200B(https://evil.example)', 'x'],
    ['ht<b>tps://evil.example</b>', 'ht'],
    ['[a](https://arxiv.org/abs/2402.99999)', 'a'],
    ['https://arxiv.org/abs/2402.99999', ''],
    ['[a](https://arxiv.org.evil.example/abs/2401.01234)', 'a'],
    ['[a](https://evil.example/?arxiv.org/abs/2401.01234)', 'a'],
    ['https://user@arxiv.org.evil.example/abs/2401.01234', ''],
  ])('%j', (text, expected) => expect(clean(text)).toBe(expected));

  test.each([
    ['[前作](https://arxiv.org/abs/2401.01234v2)', '[前作](https://arxiv.org/abs/2401.01234)'],
    ['见 https://arxiv.org/pdf/2401.01234.pdf。', '见 https://arxiv.org/abs/2401.01234。'],
    ['[前作](http://arxiv.org/abs/hep-th/9901001)', '[前作](https://arxiv.org/abs/hep-th/9901001)'],
    ['[a](b) ![x](https://arxiv.org/abs/2401.01234)', 'a x'],
  ])('but not to a paper that was named: %j', (text, expected) => expect(clean(text)).toBe(expected));

  test.each([
    '见 arXiv:2401.01234 的表 [1, 2]。',
    '比例 3:1，$f_{i}(x)$ 与 $a<b$。',
    '- **方法：** 用 `a[0]` 取值\n- 数据: 甲',
    '准确率 90%：比基线高 2 个点；$\\{x\\mid x>0\\}$。',
  ])('and %j has none', (text) => expect(clean(text)).toBe(text));
});

describe('HTML is taken out', () => {
  test.each([
    ['<b>甲</b>乙', '甲乙'],
    ['甲<br>乙<br/>丙', '甲\n乙\n丙'],
    ['<script>alert(1)</script>甲', '甲'],
    ['<scr<b>ipt>alert(1)</script>甲', 'alert(1)甲'],
    ['<img src=x onerror=alert(1)>甲', '甲'],
    ['甲<!-- 藏起来的 -->乙', '甲乙'],
    ['<svg/onload=alert(1)>甲', '甲'],
    ['<custom-tag onclick="x()">甲', '< custom-tag onclick="x()">甲'],
    ['<iframe srcdoc="<p>x">甲', '甲'],
  ])('%j', (text, expected) => {
    const once = withoutHtml(text);
    expect(withoutHtml(once).replace(/^"?>/, '')).toBe(expected);
  });

  test.each([
    ['令 <image> 为图像词元', '令 `<image>` 为图像词元'],
    ['`<image>` 与 `</s>`', '`<image>` 与 ``'],
    ['<|endoftext|> 结束', '`<|endoftext|>` 结束'],
  ])('tokens stay as code: %j', (text, expected) => expect(withoutHtml(text)).toBe(expected));

  test.each(['$a<b$ 而 $c>d$', 'x < y，y > z', '1 <2', '甲 <- 乙'])('%j has none', (text) =>
    expect(withoutHtml(text)).toBe(text),
  );
});

test('what nobody sees is taken out', () => {
  expect(clean('甲\0乙\u202E丙\u200B丁\u{E0041}戊\u00AD')).toBe('甲乙丙丁戊');
});

test('an absurd length is cut, not in the middle of a character', () => {
  expect(cleanMarkdown('甲'.repeat(50), IDS, 10)).toBe(`${'甲'.repeat(10)}…`);
  expect(cleanMarkdown('𝛼'.repeat(50), IDS, 9)).toBe(`${'𝛼'.repeat(4)}…`);
  expect(cleanLine('甲\n乙', IDS, 10)).toBe('甲 乙');
});

describe('whatever a text is put together from', () => {
  const SIGNS =
    '[ ] ( ) ! < > / : // \\ $ ` " | { } # a b img script href= onerror= https http www. javascript: evil.example ]( [x](';
  const PIECES = [
    '\n',
    ' ',
    '<a ',
    '<!--',
    '-->',
    'arxiv.org/abs/',
    '2401.01234',
    '\\href{',
    '}{',
    '[[',
    ']]',
    '\u200B',
  ];
  const piece = fc.constantFrom(...SIGNS.split(' '), ...PIECES, '\uE002', '\uE0020\uE003');
  const pieces = fc.array(piece, { maxLength: 20 }).map((list) => list.join(''));

  test('no link and no tag comes out', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        const out = clean(text);
        const rest = out.replace(
          /\[[^[\]()]*\]\(https:\/\/arxiv\.org\/abs\/2401\.01234\)|https:\/\/arxiv\.org\/abs\/2401\.01234/g,
          '',
        );
        expect(rest).not.toMatch(/\]\(|\w:\/\/|(?<!\w)www\.|\\href\{/);
        expect(rest.replace(/`<[\w/|-]*>`|\$[^$]*\$/g, '·')).not.toMatch(/<[a-z/!?]/i);
      }),
      { numRuns: 4_000 },
    );
  }, 60_000);
});
