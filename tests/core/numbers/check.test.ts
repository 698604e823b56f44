import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkNumbers, indexNumbers, lookUpNumbers } from '@/core/numbers/check';

const isFound = (text: string, source: string): boolean[] => checkNumbers(text, source).map(({ found }) => found);

describe('checkNumbers', () => {
  test.each([
    // The same number, written otherwise.
    ['准确率 89.3%', 'an accuracy of 89.3% on average'],
    ['准确率 89.3％', 'an accuracy of 89.3\\% on average'],
    ['准确率 89.3%', 'an accuracy of $89.3\\%$ on average'],
    ['降低 80%', 'reduces latency by 80 percent'],
    ['百分之五', 'a 5% gain'],
    ['132 万帧', '1.32M frames'],
    ['132 万帧', '1,320,000 frames'],
    ['132 万帧', '1.32 million frames'],
    ['11,000 个序列', '11k sequences'],
    ['1.1 万个序列', 'a set of 11,000 sequences'],
    ['1.3B 参数', '1.3 billion parameters'],
    ['13 亿参数', 'a 1.3B model'],
    ['30,000 小时', 'more than 30000 hours'],
    ['5,000 小时', 'a 5000-hour subset'],
    ['1 000 个', '1,000 samples'],
    ['20 倍', '20x less cost'],
    ['20 倍', '20$\\times$ faster'],
    ['20×', 'a 20-fold speedup'],
    ['两倍', 'twice as fast'],
    ['两倍', 'doubles the throughput'],
    ['2 倍', 'a two-fold gain'],
    ['3 倍', 'by a factor of three'],
    ['3 倍', 'by a factor of 3'],
    ['10 倍', 'an order of magnitude faster'],
    ['两个数量级', 'two orders of magnitude'],
    ['2 个数量级', 'two orders of magnitude'],
    ['八个百分点', 'by 8%'],
    ['三个基准', 'on three benchmarks'],
    ['3 个基准', 'on three benchmarks'],
    ['三阶段', 'a 3-stage pipeline'],
    ['二十五个国家', 'in twenty-five countries'],
    ['一半的数据', 'with half the data'],
    ['50% 的数据', 'with half the data'],
    ['1/3 的数据', 'one third of the data'],
    ['三分之二', 'two-thirds of them'],
    ['1/3', 'about 33.3% of them'],
    ['0.893', 'reaches 89.3%'],
    ['89.3%', 'reaches 0.893'],
    ['提高 3.2%', 'improves by 3.2 points'],
    ['提高 3.2 个百分点', 'improves by 3.2%'],
    ['提高 3.2 个百分点', 'improves by 3.2 pp'],
    ['下降 3.2%', 'a change of -3.2%'],
    ['学习率 1e-4', 'a rate of $10^{-4}$'],
    ['学习率 10⁻⁴', 'a rate of 0.0001'],
    ['2×10^5 步', '200,000 steps'],
    ['832x480', 'at $832\\times480$'],
    ['0.17 秒', '~0.17 s/frame'],
    ['0.55 秒', 'a latency of 550 ms'],
    ['550 毫秒', 'a latency of 0.55 s'],
    ['28 GHz', 'at 28000 MHz'],
    ['13 亿参数', 'built on Wan2.1-1.3B'],
    ['225/64', 'a bound of $\\frac{225}{64}$'],
    ['100 个', 'about a hundred tasks'],
    ['0.754±0.016', '$\\rho{=}0.754{\\pm}0.016$'],
    ['2.5 倍', 'a speedup of 2.5'],
    ['10%-20%', 'margins of 10% - 20% accuracy'],
    ['10%–20%', 'between 10 and 20%, that is 10% to 20%'],
    ['3 到 5 步', '3-5 steps'],
    ['8-10%', 'an 8% to 10% gain'],
    ['1 到 2 分钟', 'from 1 to 2 minutes'],
    ['提高 20%', 'margins of 10% - 20%'],
    ['3 到 5 步', 'either 3, 4 or 5 steps'],
    ['92.9±1.2%', '$92.9\\pm1.2\\%$'],
    ['2025 年 8 月 25 日', 'on August 25, 2025'],
    ['2025年8月', 'on 2025-08-25'],
    ['2025 年', 'on August 25, 2025'],
    ['566B 权重', '566 bytes of weights'],
    // A bare number may stand with any sign; a table leaves the sign to its head.
    ['达到 65.3', 'reaches 65.3%'],
    ['达到 89.3%', 'Ours | 89.3 | 91.2'],
    ['达到 80%', 'Ours | 80 | 91'],
    ['达到 46.0%', 'an AMOTA of 46.0'],
    // The analysis may round.
    ['准确率 89.3%', '89.27%'],
    ['准确率 89%', '89.27%'],
    ['约 90%', '89.7%'],
    ['约 90%', '89.2%'],
    ['近 3 倍', '2.9x'],
    ['132 万', '1,321,234 frames'],
    ['1.2 万', '12,345 images'],
    ['超过 30%', '30.4%'],
    ['超过 1000 个', '1,024 samples'],
    ['0.078', '0.0778'],
  ])('finds %j in %j', (text, source) => {
    expect(isFound(text, source)).not.toContain(false);
    expect(isFound(text, source)).not.toEqual([]);
  });

  test.each([
    // The source may not round, and nothing else is near enough.
    ['准确率 89.27%', '89%'],
    ['准确率 89.27%', '89.3%'],
    ['准确率 89.3%', '89.4%'],
    ['准确率 89.3%', '89.36%'],
    ['准确率 3.7%', '4.7%'],
    ['132 万', '1.3M frames'],
    ['132 万', '132k frames'],
    ['132 万', '132 frames'],
    ['12,345 张', '12k images'],
    ['5 个数据集', 'a score of 4.7'],
    ['约 90%', '85%'],
    ['1.3B', '1.3M'],
    ['561,000', '56,100'],
    ['超过 1000 个', '2,000 samples'],
    // Kinds are kept apart.
    ['5%', '5 datasets'],
    ['5%', 'five datasets'],
    ['5%', '5x faster'],
    ['3 倍', '3 tasks'],
    ['3 倍', '3%'],
    ['4 步', '4% of it'],
    ['4 步', '4x faster'],
    ['三个', '3% of it'],
    ['50%', '50 hours'],
    ['1/3', '1 and 3'],
    ['2.5%', '2.5 s'],
    ['50 ms', '50 s'],
    ['50 ms', '50 GB'],
    ['28 GHz', '28 Hz'],
    ['5 个任务', '5 ms'],
    ['25%', 'in the fourth quarter'],
    ['3 个数据集', 'as in [3]'],
    // Ranges, products, dates need all their parts.
    ['10%-20%', 'a gain of 10%'],
    ['10%-20%', 'a gain of 10%. Then 20% of them fail.'],
    ['832x480', 'at 480×832'],
    ['832x480', '832 images at 480 pixels'],
    ['2025 年 8 月 25 日', 'on August 26, 2025'],
    ['2024 年', 'on August 25, 2025'],
    ['16:9', '9 of 16'],
    ['-3.2%', '+3.2%'],
    // Names, references and addresses of the source bear nothing out.
    ['3 个任务', 'a 3D scene'],
    ['4 步', 'GPT-4 and Table 4'],
    ['50 层', 'ResNet-50'],
    ['2 个', 'see Fig. 2 and [2]'],
    ['5 个', 'https://example.org/5'],
    ['1 个', 'the first method'],
    ['89.3%', ''],
  ])('does not find %j in %j', (text, source) => {
    expect(isFound(text, source)).not.toContain(true);
    expect(isFound(text, source)).not.toEqual([]);
  });

  test('gives the sentence of the source as it stands there', () => {
    const source = 'We build a corpus.\nIt has 11k sequences,\nrendered twice. A 1.3B version\nruns fast.';
    expect(checkNumbers('包含 11,000 个序列，1.3B 版本，0.17 秒', source)).toEqual([
      { text: '11,000', start: 3, found: true, sentence: 'It has 11k sequences,\nrendered twice.' },
      { text: '1.3B', start: 14, found: true, sentence: 'A 1.3B version\nruns fast.' },
      { text: '0.17', start: 22, found: false, sentence: null },
    ]);
  });

  test.each([
    [
      'the names around it',
      '在 nuScenes 上提升 5%',
      'Waymo gains 5%. On nuScenes it gains 5%. KITTI gains 5%.',
      'On nuScenes it gains 5%.',
    ],
    [
      'the other numbers of its sentence',
      '用 3 个模型，提升 12.5%',
      'We use 3 seeds. With 3 models the gain is 12.5%. There are 3 authors.',
      'With 3 models the gain is 12.5%.',
    ],
    ['what is counted', '包含 40 个视频', 'We use 40 layers. There are 40 videos.', 'There are 40 videos.'],
    ['an exact value before a rounded one', '达到 89%', 'First 89.2%. Then 89%.', 'Then 89%.'],
    ['its place, the first, otherwise', '提升 5%', 'One gains 5%. Two gains 5%.', 'One gains 5%.'],
    [
      'its row of a table',
      '达到 91.2%',
      'Table: results\nOurs | 89.3 | 91.2\nTheirs | 80.1 | 82.0',
      'Ours | 89.3 | 91.2',
    ],
    ['a Chinese sentence', '提升 5%', '我们提出一种方法。它提升了 5% 的精度。代码已公开。', '它提升了 5% 的精度。'],
  ])('chooses a sentence by %s', (_, text, source, sentence) => {
    expect(checkNumbers(text, source).at(-1)?.sentence).toBe(sentence);
  });

  test('reads a source once for many texts', () => {
    const index = indexNumbers('It gains 5%. It has 3 stages.');
    expect(lookUpNumbers('提升 5%', index)).toEqual(checkNumbers('提升 5%', index.text));
    expect(lookUpNumbers('三阶段', index)).toEqual(checkNumbers('三阶段', index.text));
  });

  test('gives only what stands in the source, whatever the texts', () => {
    const piece = fc.constantFrom('1', '2', '.', ',', '%', '-', '±', 'x', '万', 'k', '$', '\\', '{', '[', '(', ')', '三', '倍', ' ', '\n', '|', 'a', '。', 'e.g.', ' one '); // prettier-ignore
    const anyText = fc.array(piece, { maxLength: 50 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyText, anyText, (text, source) => {
        for (const { found, sentence } of checkNumbers(text, source)) {
          expect(sentence !== null).toBe(found);
          if (sentence !== null) expect(source).toContain(sentence);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    '1.',
    '1,',
    '1 ',
    '10^{',
    '$1',
    '(1',
    '[1,',
    'a.1',
    '1/',
    '1-',
    '百分之',
    '一',
    'one ',
    '1 | ',
    '`',
    '<a ',
    'http://',
    '\\(1',
    'a@',
    '1000 ',
    '\n',
    '**1',
    'Table 1 and ',
    '.',
    '- ',
  ])('comes to an end soon over a long run of %j', (piece) => {
    const hostile = piece.repeat(Math.ceil(60_000 / piece.length));
    expect(checkNumbers(hostile.slice(0, 3000), hostile).length).toBeLessThan(3000);
  });
});
