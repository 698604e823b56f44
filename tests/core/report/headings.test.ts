import { describe, expect, test } from 'vitest';
import { findHeadings } from '@/core/report/headings';
import { splitAnalysis } from '@/core/report/sections';

const body = '正文的一段话，说明这一部分的内容。';
/** Headings, each with a body. */
const text = (...heads: string[]) => heads.map((head) => `${head}\n${body}`).join('\n\n');
const titlesOf = (markdown: string) =>
  splitAnalysis(markdown)
    .map(({ title }) => title)
    .filter((title) => title !== '');

describe('findHeadings', () => {
  test.each([
    ['**1.** **研究问题**', '1. 研究问题', 'bold'],
    ['**一、** **研究问题**：', '一、 研究问题：', 'bold'],
    ['***1. 研究问题***', '1. 研究问题', 'bold'],
    ['__1. 研究问题：__', '1. 研究问题：', 'bold'],
    [' **1. 研究问题**', '1. 研究问题', 'bold'],
    ['  ### 研究问题', '研究问题', 'h3'],
    ['###研究问题', '研究问题', 'h3'],
    ['### 研究问题 ###', '研究问题', 'h3'],
    ['- **研究问题**：', '研究问题：', 'bullet'],
    ['3) **研究问题**', '3) 研究问题', 'ordered'],
    ['**研究问题：** 正文', '研究问题：', 'inline'],
    ['**1. 研究问题** 正文', '1. 研究问题', 'bold'],
    ['一、研究问题', '一、研究问题', 'plain'],
  ])('takes %j for %j', (line, title, form) => expect(findHeadings([line])).toMatchObject([{ title, form }]));

  test.each([
    '#标签',
    '#1 位',
    '####### 七个',
    '###',
    '**1. 没有结束的粗体',
    '- **没有结束',
    '**1.** **没有结束',
    '**本文**提出了一种方法。',
    '**这是一整句话。**',
    `**${'长'.repeat(130)}**`,
    '- **名称** 是粗体。',
    '1. **名称** 是粗体。',
    '****',
    '__init__ 方法',
    '   **缩进的名称：** 属于列表。',
    '  **缩进的名称：** 没有编号。',
    '一、这是一个句子，它说完了；',
    `一、${'长'.repeat(60)}`,
    '一般来说',
    '',
  ])('takes %j for none', (line) => expect(findHeadings([line])).toEqual([]));

  test.each([
    ['### 3.1 编码', 'sub'],
    ['### （二）编码', 'paren'],
    ['### ③ 编码', 'circled'],
    ['### Q2: 编码', 'question'],
    ['### IV. 编码', 'roman'],
    ['### b) 编码', 'letter'],
    ['### 步骤二：编码', 'letter'],
    ['### 第二阶段：编码', 'letter'],
    ['### 十二、编码', 'chinese'],
    ['### 第二部分：编码', 'chinese'],
    ['### 第2章 编码', 'digit'],
    ['### 12. 编码', 'digit'],
  ])('reads the number of %s as %s', (line, numbering) =>
    expect(findHeadings([line])[0]?.number).toMatchObject({ numbering }),
  );
  test.each([
    ['### 二十一、编码', 21],
    ['### 十、编码', 10],
    ['### VII. 编码', 7],
    ['### ⑨ 编码', 9],
    ['### （十一）编码', 11],
  ])('counts %s as %d', (line, value) => expect(findHeadings([line])[0]?.number?.value).toBe(value));
  test.each(['### 3D 重建', '### 一种方法', '### 2024', '### In short', '### 第三方数据'])(
    'finds no number in %s',
    (line) => expect(findHeadings([line])[0]?.number).toBeNull(),
  );

  test('looks for no plain heading inside a paragraph, and for none in code', () => {
    expect(findHeadings(['一段话', '一、研究问题'])).toEqual([]);
    expect(findHeadings(['```', '# 1. 方法', '```'])).toEqual([]);
    expect(findHeadings(['```', '# 1. 方法'])).toHaveLength(1);
  });
});

describe('the main headings', () => {
  test.each([
    [
      'a remark in their own form behind them',
      text('**1. 研究问题**', '**2. 方法**', '**备注**'),
      ['1. 研究问题', '2. 方法', '备注'],
    ],
    [
      'no name in their own form behind them',
      text('**1. 研究问题**', '**2. 方法**', '**几何先验**'),
      ['1. 研究问题', '2. 方法'],
    ],
    [
      'none that end otherwise and tell nothing',
      text('**研究问题**', '**核心方法**', '**几何先验：**', '**主要结果**'),
      ['研究问题', '核心方法', '主要结果'],
    ],
    [
      'none that end otherwise and tell what another does',
      text('**研究问题**', '**核心方法**', '**训练方法：**', '**主要结果**'),
      ['研究问题', '核心方法', '主要结果'],
    ],
    [
      'one that ends otherwise and tells something new',
      text('**研究问题**', '**核心方法**', '**局限性：**', '**主要结果**'),
      ['研究问题', '核心方法', '局限性：', '主要结果'],
    ],
    [
      'no bold name among many that tell',
      text('**研究问题**', '**核心方法**', '**几何先验**', '**主要结果**', '**局限性**'),
      ['研究问题', '核心方法', '主要结果', '局限性'],
    ],
    [
      'no list item for a number that is missing',
      `### 1. 研究问题\n*   **2. 方法：** ${body}\n\n${text('### 3. 主要结果', '### 4. 局限性')}`,
      ['1. 研究问题', '3. 主要结果', '4. 局限性'],
    ],
    [
      'a heading of another form for a number that is missing',
      text('### 1. 研究问题', '**2. 方法**', '### 3. 主要结果'),
      ['1. 研究问题', '2. 方法', '3. 主要结果'],
    ],
    [
      'none out of its place for such a number',
      text('**2. 方法**', '### 1. 研究问题', '### 3. 主要结果', '### 4. 局限性'),
      ['1. 研究问题', '3. 主要结果', '4. 局限性'],
    ],
    [
      'none of steps',
      text('### 研究问题', '### 核心方法', '### 详细步骤', '### 主要结果'),
      ['研究问题', '核心方法', '主要结果'],
    ],
    ['no field of the paper', text('**Title:** X', '**1. 研究问题**', '**2. 方法**'), ['1. 研究问题', '2. 方法']],
    [
      'a word to close in another form',
      text('### 1. 研究问题', '### 2. 方法', '**在该领域的意义**'),
      ['1. 研究问题', '2. 方法', '在该领域的意义'],
    ],
    [
      'a first heading with a list below it',
      `### 研究问题\n*   **遮挡：** ${body}\n\n${text('### 核心方法', '### 主要结果')}`,
      ['研究问题', '核心方法', '主要结果'],
    ],
    [
      'none that are numbered below the last',
      text('### 1. 研究问题', '### 2. 方法', '### 3. 主要结果', '**1. 局限性**', '**2. 展望**'),
      ['1. 研究问题', '2. 方法', '3. 主要结果'],
    ],
    ['a stronger one behind', text('### 1. 研究问题', '### 2. 方法', '## 附录'), ['1. 研究问题', '2. 方法', '附录']],
    [
      'no stronger one where the numbers go on around it',
      text('### 1. 研究问题', '## 主要结果', '### 2. 方法', '### 3. 局限性'),
      ['1. 研究问题', '2. 方法', '3. 局限性'],
    ],
    [
      'a stronger one where they do not',
      text('### 1. 研究问题', '### 2. 方法', '## 主要结果', '### 2. 局限性'),
      ['1. 研究问题', '2. 方法', '主要结果', '2. 局限性'],
    ],
    [
      'none of a list most of whose names tell nothing',
      ['方法', '结果', '局限性', '甲', '乙', '丙', '丁'].map((name) => `*   **${name}：** ${body}`).join('\n'),
      [],
    ],
    [
      'none of bold words most of which tell nothing',
      ['方法', '结果', '甲', '乙', '丙'].map((name) => `**${name}：** ${body}`).join('\n\n'),
      [],
    ],
    ['no plain numbered lines that tell nothing', text('1. 苹果', '2. 梨', '3. 桃'), []],
    [
      'none in front of the first by number',
      text('### 3. 版权', '### 1. 研究问题', '### 2. 方法', '### 3. 主要结果'),
      ['1. 研究问题', '2. 方法', '3. 主要结果'],
    ],
    [
      'none whose number leaps and whose title tells nothing',
      text('### 1. 研究问题', '### 2. 方法', '### 9. 几何先验', '### 3. 主要结果'),
      ['1. 研究问题', '2. 方法', '3. 主要结果'],
    ],
    ['no container right above', `## 论文摘要\n\n${text('### 研究问题', '### 核心方法')}`, ['研究问题', '核心方法']],
  ])('are %s', (_name, markdown, titles) => expect(titlesOf(markdown)).toEqual(titles));
});
