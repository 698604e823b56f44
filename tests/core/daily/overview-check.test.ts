import { describe, expect, test } from 'vitest';
import { keepToReport } from '@/core/daily/overview-check';

const papers = [
  { id: '2611.00001', title: 'Lamp-VLM: See Before You Walk at Night', titleChinese: '先看再走的夜灯模型' },
  { id: '2611.00002', title: 'Same or Not? Doors and Their Visual Perception' },
  { id: '2611.00003', title: 'G$^2$Room: Grounded Rooms' },
];

describe('keepToReport', () => {
  test.each([
    ['a title', '值得读的是“Attention Is All You Need”。门更好了。', '门更好了。'],
    ['a title in straight quotes', '门更好了。"Rooms Without Any Doors" 提出了新方法。', '门更好了。'],
    ['a title between 《》', '《Rooms Without Doors》很新。灯亮了。', '灯亮了。'],
    ['a Chinese title', '《没有门的房间研究》很新。灯亮了。', '灯亮了。'],
    ['a title with a name before its colon', '“DoorGPT: Open Sesame”很新。灯亮了。', '灯亮了。'],
    ['a title that ends like a sentence', '灯亮了。“Is Anybody In The Room? Asking Doors”很新。', '灯亮了。'],
    ['an identifier', '灯亮了。另见 arXiv:2611.09999。', '灯亮了。'],
    ['an identifier with a version', '灯亮了（2611.00001v2）。门见 2611.09999v1。', '灯亮了（2611.00001v2）。'],
    ['an old identifier', '灯亮了。门见 math/0309136。', '灯亮了。'],
    ['a link', '灯亮了。门见[这里](https://arxiv.org/abs/2611.09999)。', '灯亮了。'],
    ['a number', '灯亮了 [3]。门开了 [4]。', '灯亮了 [3]。'],
    ['a number right behind a word', '灯亮了[3]。门开了[4]。', '灯亮了[3]。'],
    ['a number among others', '灯亮了 [1, 2]。门开了 [2, 7]。', '灯亮了 [1, 2]。'],
    ['a number behind a word', '灯亮了。论文 4 更好。', '灯亮了。'],
    ['an item', '- **“Rooms Without Any Doors”**：很新。\n- 灯。', '- 灯。'],
    ['an item with what lies below', '1. **“Rooms Without Any Doors”**\n   - 很新。\n\n   很好。\n2. 灯。', '2. 灯。'],
    ['an item in bold', '* **DoorGPT: Open the Door**：很新。\n* 灯。', '* 灯。'],
    ['a row', '| 论文 | 说明 |\n| --- | --- |\n| “Rooms Without Any Doors” | 新 |', '| 论文 | 说明 |\n| --- | --- |'],
  ])('takes out %s', (_, markdown, expected) => {
    expect(keepToReport(markdown, papers)).toEqual({ markdown: expected, removed: 1 });
  });

  test.each([
    '“Lamp-VLM: See Before You Walk at Night”很新。',
    '“Lamp-VLM” 很新。',
    '“See Before You Walk at Night”很新。',
    '"Same or Not? Doors and Their Visual Perception" 问得好。',
    '“Same or Not: Doors and Visual Perception”问得好。',
    '《先看再走的夜灯模型》很新。',
    '“G²Room: Grounded Rooms” 很新。',
    '**Lamp-VLM: See Before You Walk at Night (2611.00001)** 很新。',
    '灯见 arXiv:2611.00001v3 和 [2611.00002](https://arxiv.org/abs/2611.00002)。',
    '灯 [1]，门 [2-3]。',
    '论文 3 最好，共有论文 10 篇，论文 2026 年发表。',
    '取值在 [0, 1] 或 $[4, 5]$ 之间，图像是 [512, 512]，数组写作 a[7]、x_i[8] 和 α[9]，年份 [2026]。',
    '“先理解后模仿”的范式，“long-tailed recognition”问题，“less is more”。',
    '**基础模型 (Foundation Models) 的广泛应用**：很多。',
    '用了 3.14159 倍，1234.56789 秒，版本 2613.00001。',
    '作者说：“We propose a lamp that finds its room.”',
    '发表在《Nature》上。',
    'ImageNet 和 COCO 上都更好。',
    '',
  ])('keeps %j', (markdown) => {
    expect(keepToReport(markdown, papers)).toEqual({ markdown, removed: 0 });
  });

  test('takes out a section whose heading names a stranger, and goes on at the next', () => {
    const markdown = '## 重点\n\n### “Rooms Without Any Doors”\n\n很新。\n\n- 很好。\n\n### “Lamp-VLM”\n\n亮。';
    expect(keepToReport(markdown, papers)).toEqual({ markdown: '## 重点\n\n### “Lamp-VLM”\n\n亮。', removed: 1 });
  });

  test('leaves no heading and no opening above nothing', () => {
    const markdown =
      '## 趋势\n\n灯多了。\n\n**2. 建议阅读**\n\n以下论文值得读：\n\n- “Rooms Without Any Doors”\n- 2611.09999';
    expect(keepToReport(markdown, papers)).toEqual({ markdown: '## 趋势\n\n灯多了。', removed: 2 });
  });

  test('leaves no item above nothing', () => {
    const markdown = '- **给看门的人：**\n  - “Rooms Without Any Doors”\n- **给看灯的人：**\n  - “Lamp-VLM”';
    expect(keepToReport(markdown, papers).markdown).toBe('- **给看灯的人：**\n  - “Lamp-VLM”');
  });

  test('keeps headings that had nothing below them before', () => {
    expect(keepToReport('## 空\n\n## 门\n\n另见 2611.09999。灯亮了。', papers)).toEqual({
      markdown: '## 空\n\n## 门\n\n灯亮了。',
      removed: 1,
    });
  });

  test('keeps no paper of a report that has none', () => {
    expect(keepToReport('“Lamp-VLM: See Before You Walk”很新。', [])).toEqual({ markdown: '', removed: 1 });
  });
});
