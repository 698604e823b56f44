import { describe, expect, test } from 'vitest';
import { renderInline, renderMarkdown } from '@/core/render/markdown';
import { toHtml } from '@/core/render/text';
import { tagsOf } from './walker';

const html = (markdown: string): string => toHtml(renderMarkdown(markdown));

describe('emphasis beside Chinese', () => {
  test.each([
    ['**概念：**文字', '<p><strong>概念：</strong>文字</p>'],
    ['**概念**：文字', '<p><strong>概念</strong>：文字</p>'],
    ['这是**“主动感知”**的范式', '<p>这是<strong>“主动感知”</strong>的范式</p>'],
    ['**（一）背景**与**动机。**之后', '<p><strong>（一）背景</strong>与<strong>动机。</strong>之后</p>'],
    ['从**甲**到**乙**', '<p>从<strong>甲</strong>到<strong>乙</strong></p>'],
    ['**LoRA（低秩）**是', '<p><strong>LoRA（低秩）</strong>是</p>'],
    ['**概念： **文字', '<p><strong>概念：</strong>文字</p>'],
    ['** 概念：** 文字', '<p><strong> 概念：</strong>文字</p>'],
    ['提升**3.7%**，降低**80%**（延迟）', '<p>提升<strong>3.7%</strong>，降低<strong>80%</strong>（延迟）</p>'],
    ['**“甲”**和**“乙”**', '<p><strong>“甲”</strong>和<strong>“乙”</strong></p>'],
    ['称为*“软”*约束', '<p>称为<em>“软”</em>约束</p>'],
    ['***重要：***其次', '<p><em><strong>重要：</strong></em>其次</p>'],
    ['去掉~~（旧）~~的', '<p>去掉<s>（旧）</s>的</p>'],
    ['**公式 $x_1$：**如下', '<p><strong>公式 '],
  ])('%s', (markdown, expected) => expect(html(markdown)).toContain(expected.replace(/<\/p>$/, '')));

  test.each([
    '2 ** 3',
    '5 * 3 * 2',
    'snake_case_name',
    '中文_下划线_名',
    '**kwargs',
    'a ** b ** c',
    '***',
    '10~20~30',
    '** **',
  ])('finds none in %j', (markdown) =>
    expect(tagsOf(renderMarkdown(markdown)).filter((tag) => ['strong', 'em', 's'].includes(tag))).toEqual([]),
  );
});

describe('lists', () => {
  const nested = '<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul>';
  test.each([
    ['*   A\n  *   B\n*   C', nested],
    ['*   A\n   *   B\n*   C', nested],
    ['*   A\n    *   B\n*   C', nested],
    ['- A\n  - B\n- C', nested],
    ['- A\n\n    - B\n\n- C', nested],
    ['    - A\n      - B\n    - C', nested],
    ['* A\n  1. B\n  2. C', '<ul><li>A<ol><li>B</li><li>C</li></ol></li></ul>'],
    ['1. A\n  - B\n2. C', '<ol><li>A<ul><li>B</li></ul></li><li>C</li></ol>'],
    ['文字：\n*   A\n*   B', '<p>文字：</p><ul><li>A</li><li>B</li></ul>'],
    ['文字：\n2. A\n3. B', '<p>文字：</p><ol start="2"><li>A</li><li>B</li></ol>'],
    ['- A\n  - B\n    - C\n      - D', '<ul><li>A<ul><li>B<ul><li>C<ul><li>D</li></ul></li></ul></li></ul></li></ul>'],
    ['- 完。\n**小结**\n后文', '<ul><li>完。</li></ul><p><strong>小结</strong><br>后文</p>'],
    ['- 未完的\n一行', '<ul><li>未完的一行</li></ul>'],
    ['• A\n• B', '<ul><li>A</li><li>B</li></ul>'],
    ['- A\n\n  续文', '<ul><li><p>A</p><p>续文</p></li></ul>'],
  ])('%j', (markdown, expected) => expect(html(markdown)).toBe(expected));

  test.each(['2020. 年', '* * *', '-5 度', '1.5 倍', '*着重*', '---'])('sees none in %j', (markdown) =>
    expect(tagsOf(renderMarkdown(`前文\n${markdown}`))).not.toContain('li'),
  );
});

describe('blocks', () => {
  test.each([
    ['| 甲 | 乙 |\n|:-|-:|\n| $\\|x\\|$ | **2** |', '<td align="right"><strong>2</strong></td>'],
    ['# 一\n### 二\n## 三\n#### 四\n##### 五', '<h4>一</h4><h5>二</h5><h5>三</h5><h6>四</h6><h6>五</h6>'],
    ['文字\n---\n后文', '<p>文字</p><hr><p>后文</p>'],
    ['    缩进四格的文字', '<p>缩进四格的文字</p>'],
    ['> 引文', '<blockquote><p>引文</p></blockquote>'],
    ['```py\na = "$x$"\n```', '<pre><code>a = &quot;$x$&quot;</code></pre>'],
    ['`$x$` 与 `a_b`', '<code>$x$</code> 与 <code>a_b</code>'],
    ['[引用]: https://a.example', '[引用]: <a href="https://a.example/">https://a.example</a>'],
    ['标签：\n文字', '标签：<br>文字'],
    ['1、甲\n2、乙', '1、甲<br>2、乙'],
    ['被折断的\n一句话', '被折断的一句话'],
    ['wrapped\nby a tool', '<p><span lang="en">wrapped by a tool</span></p>'],
  ])('%j', (markdown, expected) => expect(html(markdown)).toContain(expected));
});

describe('links', () => {
  test.each([
    ['[甲](https://a.example/b_c)', '<a href="https://a.example/b_c">甲</a>'],
    ['![图](https://a.example/i.png)', '<a href="https://a.example/i.png">图</a>'],
    ['见 https://a.example/b。', '见 <a href="https://a.example/b">https://a.example/b</a>。'],
    ['<https://a.example>', '<a href="https://a.example/">https://a.example</a>'],
  ])('%s', (markdown, expected) => expect(html(markdown)).toContain(expected));

  test.each([
    '[甲](javascript:alert(1))',
    '[甲](JaVaScRiPt:alert(1))',
    '[甲](data:text/html,x)',
    '[甲](vbscript:x)',
    '[甲](/abs/1)',
    '[甲](//evil.example)',
    '[甲](#top)',
    '[甲](mailto:a@b.example)',
    '[甲](https://arxiv.org@evil.example/)',
    '![甲](data:image/png;base64,AAAA)',
    '[甲](&#106;avascript:alert(1))',
    '[甲](file:///etc/passwd)',
    '[甲](http:)',
  ])('leaves the text of %s', (markdown) => {
    expect(tagsOf(renderMarkdown(markdown))).toEqual(['p']);
    expect(html(markdown)).toContain('甲');
  });
});

describe('language', () => {
  test.each([
    ['使用 Low-Rank Adaptation 微调', ['使用 ', ['span', { lang: 'en' }, 'Low-Rank Adaptation'], ' 微调']],
    [
      '模型（Diffusion Knows Transparency）',
      ['模型（', ['span', { lang: 'en' }, 'Diffusion Knows Transparency'], '）'],
    ],
    [
      '采用 LoRA (Low-Rank Adaptation) 技术',
      ['采用 ', ['span', { lang: 'en' }, 'LoRA (Low-Rank Adaptation)'], ' 技术'],
    ],
  ])('marks the English of %s', (text, expected) => expect(renderInline(text)).toEqual(expected));

  test.each(['利用 LoRA 微调', 'DKT 模型', '1.3B 参数', 'A 与 B'])('marks nothing in %s', (text) =>
    expect(renderInline(text)).toEqual([text]),
  );
});

test('HTML stays text', () => expect(renderInline('<b>x</b>&lt;')).toEqual(['<b>x</b><']));
test('bidi controls are taken out, also those of entities', () =>
  expect(renderInline('a\u202Eb&#x202E;c\u2066d')).toEqual(['abcd']));
