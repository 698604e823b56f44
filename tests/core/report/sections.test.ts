import { describe, expect, test } from 'vitest';
import { cutText, splitAnalysis } from '@/core/report/sections';

const body = '正文的一段话，说明这一部分的内容。';
const titlesOf = (markdown: string) =>
  splitAnalysis(markdown)
    .map(({ title }) => title)
    .filter((title) => title !== '');

const plain = (text: string) => text.replace(/[\s*#_-]/g, '');

const FORMS: [name: string, markdown: string, titles: string[]][] = [
  [
    'bold lines with numbers and a colon inside, text on the next line',
    `**1. 研究问题：**\n${body}\n\n**2. 方法：**\n*   **模块：** ${body}\n\n**3. 结果：**\n${body}`,
    ['1. 研究问题：', '2. 方法：', '3. 结果：'],
  ],
  [
    'bold lines with the colon outside, half- and full-width',
    `**1. 研究问题**：\n${body}\n\n**2. 核心方法**:\n${body}\n\n**3. 主要结果**\n${body}`,
    ['1. 研究问题：', '2. 核心方法:', '3. 主要结果'],
  ],
  [
    'bold with its text on the same line',
    `**1. 研究问题：** ${body}\n\n**2. 方法：** ${body}\n\n**3. 局限性：** ${body}`,
    ['1. 研究问题：', '2. 方法：', '3. 局限性：'],
  ],
  [
    'bold without number under a container',
    `**摘要：**\n\n**主要问题：**\n${body}\n\n**关键创新：**\n${body}\n\n**主要结果：**\n${body}`,
    ['主要问题：', '关键创新：', '主要结果：'],
  ],
  [
    'list items with indented text',
    `*   **1. 研究问题：**\n    ${body}\n*   **2. 方法：**\n    ${body}\n*   **3. 结果：**\n    ${body}`,
    ['1. 研究问题：', '2. 方法：', '3. 结果：'],
  ],
  [
    'list items without numbers',
    `*   **研究问题：**\n    ${body}\n*   **核心方法：**\n    ${body}\n*   **主要结果：**\n    ${body}`,
    ['研究问题：', '核心方法：', '主要结果：'],
  ],
  [
    'ordered items',
    `1.  **主要问题：** ${body}\n2.  **关键创新：** ${body}\n3.  **主要结果：** ${body}\n4.  **局限性：** ${body}`,
    ['1. 主要问题：', '2. 关键创新：', '3. 主要结果：', '4. 局限性：'],
  ],
  [
    'Markdown headings with numbers below a title',
    `## 论文方法分析与总结：A Title\n\n### 1. 摘要翻译\n\n${body}\n\n### 2. 方法动机分析\n${body}\n\n### 3. 方法设计详解\n\n### 3.1 编码器\n${body}\n\n### Pipeline\n${body}\n\n### 4. 实验分析\n${body}\n\n### 总结\n${body}`,
    ['1. 摘要翻译', '2. 方法动机分析', '3. 方法设计详解', '4. 实验分析', '总结'],
  ],
  [
    'Markdown headings without numbers',
    `#### 研究问题\n${body}\n#### 核心方法\n${body}\n#### 局限`,
    ['研究问题', '核心方法', '局限'],
  ],
  [
    'Chinese numerals, with numbered headings below',
    `## 一、问题与动机\n${body}\n## 二、核心方法\n### 1. 编码\n${body}\n### 2. 解码\n${body}\n## 三、实验结果\n${body}\n## 四、局限与意义\n${body}`,
    ['一、问题与动机', '二、核心方法', '三、实验结果', '四、局限与意义'],
  ],
  [
    'headings with bold inside',
    `#### **1. 论文主要贡献**\n${body}\n#### **2. 关键创新**\n${body}\n#### **3. 潜在影响：**\n${body}`,
    ['1. 论文主要贡献', '2. 关键创新', '3. 潜在影响：'],
  ],
  [
    'numbers that slip',
    `### 4. 实验分析\n${body}\n### 5. 方法对比\n${body}\n### 5. 实用指南\n${body}\n### 6. 总结\n${body}`,
    ['4. 实验分析', '5. 方法对比', '5. 实用指南', '6. 总结'],
  ],
  [
    'sub-headings in parentheses and in bold',
    `### 1. 研究问题\n### （1）背景\n${body}\n### （2）难点\n${body}\n### 2. 方法\n**详细步骤：**\n${body}\n### 3. 结果\n${body}`,
    ['1. 研究问题', '2. 方法', '3. 结果'],
  ],
  [
    'a heading of the wrong level in the sequence',
    `### 1. 研究问题\n${body}\n## 2. 核心方法\n${body}\n### 3. 主要结果\n${body}`,
    ['1. 研究问题', '2. 核心方法', '3. 主要结果'],
  ],
  [
    'unnumbered bold headings behind the numbered ones',
    `**1. 研究问题：**\n${body}\n\n**2. 方法：**\n${body}\n\n**在计算机视觉领域的意义：**\n${body}\n\n**总结：**\n${body}`,
    ['1. 研究问题：', '2. 方法：', '在计算机视觉领域的意义：', '总结：'],
  ],
  [
    'English headings',
    `### 1. Main Contribution\n${body}\n### 2. Key Innovation\n${body}\n### 3. Potential Impact\n${body}`,
    ['1. Main Contribution', '2. Key Innovation', '3. Potential Impact'],
  ],
  [
    'plain numbered lines',
    `一、研究问题\n${body}\n\n二、核心方法\n${body}\n\n三、主要结果\n${body}`,
    ['一、研究问题', '二、核心方法', '三、主要结果'],
  ],
];

describe('splitAnalysis', () => {
  test.each(FORMS)('finds %s', (_name, markdown, titles) => expect(titlesOf(markdown)).toEqual(titles));

  test.each([
    ['prose', `${body}\n\n${body}`],
    ['bold words in prose', `**本文**提出了一种方法。\n\n${body}`],
    ['a list with bold names', `*   **编码器：** ${body}\n*   **解码器：** ${body}`],
    ['comments in fenced code', `${body}\n\n\`\`\`\n# 方法\n# 结果\n\`\`\``],
    ['years and figures', `2024 年的工作。\n\n3.5 倍的提升。`],
  ])('finds no heading in %s', (_name, markdown) => expect(titlesOf(markdown)).toEqual([]));

  test('keeps every word, in order', () => {
    for (const [, markdown] of FORMS) {
      const whole = splitAnalysis(markdown).map((section) => section.title + section.markdown);
      expect(plain(whole.join(''))).toBe(plain(markdown));
    }
  });

  test('cuts off what the model says to whoever asked, and the closing word', () => {
    const sections = splitAnalysis(
      `好的，这是对论文“T”的全面中文摘要：\n\n**1. 研究问题：**\n${body}\n\n**2. 方法：**\n${body}\n\n总而言之，这很重要。\n\n希望这份摘要对您有所帮助！`,
    );
    expect(sections.map(({ part, title }) => [part, title])).toEqual([
      ['other', ''],
      ['problem', '1. 研究问题：'],
      ['method', '2. 方法：'],
      ['conclusion', ''],
      ['other', ''],
    ]);
  });

  test('keeps a closing word that is all its section has', () => {
    const sections = splitAnalysis(`### 1. 方法\n${body}\n### 2. 总结\n总而言之，这很重要。`);
    expect(sections.at(-1)).toEqual({ part: 'conclusion', title: '2. 总结', markdown: '总而言之，这很重要。' });
  });

  test('takes the indentation off the text of a list item', () => {
    const [first] = splitAnalysis(
      `*   **1. 研究问题：**\n    第一行\n    *   第二行\n*   **2. 方法：**\n    ${body}\n*   **3. 结果：** x`,
    );
    expect(first?.markdown).toBe('第一行\n*   第二行');
  });

  test('leaves rules out at the ends of sections, and keeps those inside', () => {
    const [first, second] = splitAnalysis(`### 1. 问题\n${body}\n\n---\n\n### 2. 方法\na\n\n---\n\nb\n---`);
    expect([first?.markdown, second?.markdown]).toEqual([body, 'a\n\n---\n\nb']);
  });
});

describe('cutText', () => {
  test('finds nothing in nothing', () => expect(cutText('', () => null)).toEqual([]));

  test('divides no text that is longer by far than any analysis', () => {
    const markdown = `### 1. 方法\n${body}\n### 2. 结果\n${body}`;
    expect(cutText(markdown, String)).toHaveLength(2);
    const long = `${markdown}${'长'.repeat(1_000_000)}`;
    expect(cutText(long, String)).toEqual([{ title: '', markdown: long, kind: 'lead' }]);
  });
});
