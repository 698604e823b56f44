import MarkdownIt from 'markdown-it';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '@/core/export/markdown';
import { escapeMarkdown, nestMarkdown } from '@/core/export/markdown-text';
import { paperOf } from './papers';

const zh = { language: 'zh' } as const;
const parser = new MarkdownIt('default', { html: true });
const headingsOf = (markdown: string) => {
  const tokens = parser.parse(markdown, {});
  return tokens.flatMap((token, index) =>
    token.type === 'heading_open'
      ? [`${token.tag} ${tokens[index + 1]?.children?.map(({ content }) => content).join('')}`]
      : [],
  );
};

const full = paperOf({
  paper: {
    title: String.raw`On Erdős problems over $\mathbb{F}_q$`,
    titleChinese: '论埃尔德什问题',
    authors: ['Emanuele Macrì', 'Ana Roe'],
    comments: 'Code: https://github.com/a_b/c_d',
    journalRef: 'J. Test. 1',
    doi: '10.1000/a(b)c',
    links: [
      { label: '代码', url: 'https://example.org/a(b)' },
      { label: 'arXiv', url: 'https://arxiv.org/abs/2512.23705v1' },
      { label: 'bad', url: 'javascript:alert(1)' },
    ],
    abstract: String.raw`We show $a_1 < b_2$ & more.`,
  },
  analyses: [
    {
      sections: [
        {
          part: 'other',
          title: '',
          markdown: '好的，这是对论文的分析：\n\n**论文摘要**\n\n**论文题目：** On Erdős problems\n\n引言。',
        },
        {
          part: 'problem',
          title: '1. 研究问题：',
          markdown: '很**难**。\n\n# 大标题\n\n## 小标题\n\n| a | b |\n| - | - |\n| 1 | 2 |',
        },
        { part: 'method', title: '2. 方法', markdown: '用 $x_1$。' },
      ],
      keyFindings: ['We propose\na thing.'],
      extra: { 'Code Quality': '好' },
    },
    { source: '另一份日报', basis: 'abstract', basisStated: true, version: 2, markdown: '只有一段。' },
  ],
  saved: { savedAt: 1, tags: ['数论', 'to_read*'], note: '先读第三节\n# 很重要' },
});

describe('toMarkdown', () => {
  test('writes a paper with everything that is known of it', () =>
    expect(toMarkdown([full], zh)).toBe(String.raw`## On Erdős problems over $\mathbb{F}_q$

- 中文标题：论埃尔德什问题
- 作者：Emanuele Macrì, Ana Roe
- arXiv：[2512.23705v1](https://arxiv.org/abs/2512.23705v1)
- 分类：cs.CV
- 首次发表：2025-12-29
- 期刊：J. Test. 1
- DOI：[10.1000/a(b)c](https://doi.org/10.1000/a%28b%29c)
- 备注：Code: https://github.com/a_b/c_d
- 链接：[代码](https://example.org/a%28b%29) · bad javascript:alert(1)
- 标签：数论、to_read\*

### 笔记

先读第三节
#### 很重要

### 解读：计算机视觉日报 · 2025-12-30 · 据全文 · v1

引言。

#### 1. 研究问题：

很**难**。

##### 大标题

###### 小标题

| a | b |
| - | - |
| 1 | 2 |

#### 2. 方法

用 $x_1$。

#### 关键发现

- We propose a thing.

#### Code Quality

好

#### 其他

好的，这是对论文的分析：

**论文摘要**

**论文题目：** On Erdős problems

### 解读：另一份日报 · 2025-12-30 · 仅据摘要 · v2

只有一段。

### 摘要

We show $a_1 < b_2$ & more.

---

解读由模型生成，可能有误，请以原文为准。
`));

  test('writes one document with a heading for each paper', () => {
    const papers = [full, paperOf({ paper: { id: '2501.00001', title: 'Second' } })];
    const headings = headingsOf(toMarkdown(papers, { language: 'en' })).filter((heading) => /^h[12] /.test(heading));
    expect(headings).toEqual([
      'h1 Papers and their analyses (2)',
      String.raw`h2 On Erdős problems over $\mathbb{F}_q$`,
      'h2 Second',
    ]);
  });

  test('says what an analysis rests on, also where that was guessed', () => {
    const analyses = [
      { basisStated: false, markdown: '正文。' },
      { basis: 'unknown' as const, markdown: '正文。', model: 'some-model', date: null, version: null },
    ];
    const headings = headingsOf(toMarkdown([paperOf({ analyses })], zh));
    expect(headings).toContain('h3 解读：计算机视觉日报 · 2025-12-30 · 据格式推测为全文 · v1');
    expect(headings).toContain('h3 解读：计算机视觉日报 · 依据未知 · some-model');
  });

  test('writes TeX accents as letters', () =>
    expect(toMarkdown([paperOf({ paper: { title: String.raw`On Erd\H{o}s` } })], zh)).toMatch(/^## On Erdős\n/));

  test('has nothing that turns the direction of what follows, in no text of a paper', () => {
    const text = '\u202Eevil\u202C \u2066x\u2069';
    const paper = { title: text, titleChinese: text, abstract: text, comments: text, authors: [text] };
    const markdown = toMarkdown([paperOf({ paper, saved: { savedAt: 1, tags: [text], note: text } })], zh);
    expect(markdown).toContain('## evil x\n');
    expect(markdown).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });

  test('gives nothing for no papers', () => expect(toMarkdown([], zh)).toBe(''));

  test('keeps papers apart whatever one of them contains', () => {
    const hostile = [
      '```\nopen',
      '~~~~\nopen',
      '  ```\nopen',
      '- ```\ncode\n```',
      '> ```\n> a',
      '> ```\na\n```',
      '1. ~~~\n   a\nb\n~~~',
      '<!-- open',
      '<script>',
      '<div>\n\n# a',
      '<pre>',
      '<?php',
      '<![CDATA[',
      '$$\n<script>\n$$',
      '`<b',
      '`\n<!--\n`',
      'text\n---',
      '# ',
      '$$ open',
      '\\',
      '[a]: <',
      '    code',
      '- ',
      '| a |\n| - |',
    ];
    for (const markdown of hostile) {
      const papers = [
        paperOf({ paper: { id: '2501.00001', title: 'First' }, analyses: [{ markdown }] }),
        paperOf({ paper: { title: 'Second' }, saved: { savedAt: 1, tags: [], note: markdown } }),
        paperOf({ paper: { id: '2501.00003', title: 'Third', abstract: markdown } }),
        paperOf({ paper: { id: '2501.00004', title: 'Fourth' } }),
      ];
      const document = toMarkdown(papers, zh);
      expect(headingsOf(document).filter((heading) => heading.startsWith('h2'))).toEqual([
        'h2 First',
        'h2 Second',
        'h2 Third',
        'h2 Fourth',
      ]);
      expect(parser.parse(document, {}).filter(({ type }) => type === 'html_block')).toEqual([]);
    }
  });
});

describe('nestMarkdown', () => {
  test.each([
    ['# a\n## b\n### c', '##### a\n###### b\n###### c'],
    ['### a\ntext', '##### a\ntext'],
    ['#hashtag', '#hashtag'],
    ['```\n# not a heading <b>\n```', '```\n# not a heading <b>\n```'],
    ['a <b>bold</b> 1 < 2', String.raw`a \<b>bold\</b> 1 < 2`],
    ['`<b>` and $a<b$ and <https://example.org>', '`<b>` and $a<b$ and <https://example.org>'],
    ['a\n---\nb', 'a\n\n---\nb'],
    ['| a |\n| --- |\n| 1 |', '| a |\n| --- |\n| 1 |'],
    ['- a\n  - b', '- a\n  - b'],
    ['  \n\nlead\r\nline\n\n', '  \n\nlead\nline'],
    ['', ''],
  ])('nests %j', (markdown, nested) => expect(nestMarkdown(markdown, 4)).toBe(nested));
});

describe('escapeMarkdown', () => {
  test.each([
    'A *star*, a _line_, a [link](x), `code`, ~~gone~~, <b>, a|b, C:\\*, snake_case_name, &amp; and "quotes"',
    '# not a heading #',
    '1. not a list',
    '1) nor this',
    '- nor this',
    '+ nor this',
    '> no quote',
    '---',
    '=====',
    '![image](x)',
    '<!-- comment -->',
    'costs $5',
    'C#',
  ])('%j reads as it was', (text) => {
    const [token, ...more] = parser.parse(escapeMarkdown(text), {}).filter(({ type }) => type === 'inline');
    expect(token?.children?.map(({ type }) => type).filter((type) => !type.startsWith('text'))).toEqual([]);
    expect(token?.children?.map(({ content }) => content).join('')).toBe(text);
    expect(more).toEqual([]);
  });

  test.each([String.raw`$a_1 * b_2$ and \(c_d\)`, 'snake_case', '1.5 times', '2026 and -1', '透明物体'])(
    'leaves %s as it is',
    (text) => expect(escapeMarkdown(text)).toBe(text),
  );

  test('any title stands in its heading as it was', { timeout: 60_000 }, () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '*',
        '_',
        '`',
        '[',
        ']',
        '(',
        ')',
        '<b>',
        '</b>',
        '|',
        '\\',
        '#',
        ' ',
        '~',
        '!',
        '&lt;',
        '1. ',
        '- ',
        '"',
      ),
      fc.constantFrom('a', 'é', '张', '<!--', '\n'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        // TeX accents become letters and \(…\) stays a formula, so none of them here.
        const title = `T${pieces.join('')}t`.replace(/\\(?=[`~"([.a])/g, '');
        const [heading] = headingsOf(toMarkdown([paperOf({ paper: { title } })], zh));
        expect(heading).toBe(`h2 ${title.replace(/\s+/g, ' ')}`);
      }),
      { numRuns: 300 },
    );
  });
});
