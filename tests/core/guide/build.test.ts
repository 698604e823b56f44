import { describe, expect, test } from 'vitest';
import { buildGuide } from '@/core/guide/build';
import { toFindings } from '@/core/guide/findings';
import type { Guide } from '@/core/guide/guide';
import type { AnalysisRecord, PaperRecord } from '@/core/library/records';
import type { Section } from '@/core/paper';
import { plainText } from '@/core/render/text';

const PAPER: PaperRecord = {
  id: '2512.00001',
  version: 1,
  title: 'A Paper',
  titleChinese: null,
  authors: ['A B'],
  published: '2025-12-29',
  categories: ['cs.CV'],
  abstract: 'Masks are costly. We propose MaskLess, which needs none of them at all. It runs at 30 frames per second.',
  links: [],
  comments: null,
  journalRef: null,
  doi: null,
  from: 'report',
};

function analysis(sections: Section[], more: Partial<AnalysisRecord> = {}): AnalysisRecord {
  return {
    key: '2512.00001|2025-12-30|1',
    paperId: '2512.00001',
    reportId: '2025-12-30|R',
    source: '计算机视觉日报',
    date: '2025-12-30',
    basis: 'full',
    basisStated: false,
    version: 1,
    model: null,
    markdown: sections.map(({ title, markdown }) => `**${title}**\n\n${markdown}`).join('\n\n'),
    sections,
    keyFindings: [],
    extra: {},
    ...more,
  };
}

// A full analysis in five parts, as one kind of source writes it, in our own words.
const FULL: Section[] = [
  {
    part: 'other',
    title: '',
    markdown: '好的，这是对论文“A Paper”的全面中文摘要：\n\n**论文题目：** A Paper\n\n**作者：** A B\n\n---',
  },
  {
    part: 'problem',
    title: '1. 研究问题：',
    markdown: '本文旨在解决一个长期存在的核心难题：**没有掩码标注时的精细分割**。现有方法依赖昂贵的人工标注。',
  },
  {
    part: 'method',
    title: '2. 主要创新：',
    markdown:
      '其核心创新包括：\n\n*   **无掩码训练：** 模型只用文字描述学习边界。\n    *   **两步走：** 先粗后细。\n*   **新的损失：** $L_1$ 与一致性相加。',
  },
  {
    part: 'results',
    title: '3. 主要结果：',
    markdown: '*   **速度：** 在单张显卡上达到每秒 30 帧。\n*   **精度：** 提高 2.1%。',
  },
  {
    part: 'limitations',
    title: '4. 局限性：',
    markdown: '论文中虽然没有明确列出局限性，但可以推断出：\n\n*   **户外场景：** 尚未验证。',
  },
  {
    part: 'future',
    title: '5. 未来方向：',
    markdown:
      '*   扩展到视频。\n\n总而言之，这篇论文提出了一种新颖的方法，通过文字描述代替掩码，让精细分割不再需要标注。它很有潜力。\n\n希望这份摘要对您有所帮助。',
  },
];

describe('a full analysis', () => {
  const guide = buildGuide(analysis(FULL, { extra: { Code: 'https://a.example/code' } }), PAPER);

  test('the closing sentence, without its opener, is the gist', () =>
    expect(guide.gist).toBe('通过文字描述代替掩码，让精细分割不再需要标注。'));

  test('a line each says the problem, the method and the results', () =>
    expect(guide.brief).toEqual([
      { part: 'problem', text: '没有掩码标注时的精细分割。现有方法依赖昂贵的人工标注。' },
      { part: 'method', text: '无掩码训练：模型只用文字描述学习边界。' },
      { part: 'results', text: '速度：在单张显卡上达到每秒 30 帧。' },
    ]));

  test('sections stand in reading order under their own headings, what is aside last', () =>
    expect(guide.sections.map(({ part, title }) => [part, title])).toEqual([
      ['problem', '1. 研究问题：'],
      ['method', '2. 主要创新：'],
      ['results', '3. 主要结果：'],
      ['limitations', '4. 局限性：'],
      ['future', '5. 未来方向：'],
      ['conclusion', ''],
      ['other', 'Code'],
      ['other', ''],
    ]));

  test('only the section that says so is inferred', () =>
    expect(guide.sections.filter(({ inferred }) => inferred).map(({ part }) => part)).toEqual(['limitations']));

  test('small talk and repeated fields are kept, in the last place', () => {
    const last = plainText(guide.sections.at(-1)?.body ?? []);
    expect(last).toContain('好的，这是对论文');
    expect(last).toContain('作者：A B');
    expect(last).toContain('希望这份摘要');
    expect(plainText(guide.sections.slice(0, -1).flatMap(({ body }) => body))).not.toMatch(/好的|希望这份/);
  });

  test('no word of the source is lost', () => {
    const shown = guide.sections.map(({ title, body }) => title + plainText(body)).join('\n');
    for (const word of [
      '无掩码训练',
      '先粗后细',
      '尚未验证',
      '扩展到视频',
      '总而言之',
      '很有潜力',
      'A Paper',
      'a.example/code',
    ]) {
      expect(shown).toContain(word);
    }
  });

  test('it is plain JSON', () => expect(JSON.parse(JSON.stringify(guide))).toEqual(guide));
});

function section(part: Section['part'], markdown: string): Section {
  return { part, title: part, markdown };
}

describe('the gist', () => {
  test.each([
    [
      'a gist part',
      [section('problem', '本文研究遮挡问题的成因。'), section('gist', '用文字代替掩码。')],
      '用文字代替掩码。',
    ],
    [
      'a closing sentence inside a paragraph',
      [section('limitations', '双臂协调仍弱。总体而言，这项工作提供了从采集到评测的完整路线。')],
      '提供了从采集到评测的完整路线。',
    ],
    [
      'the first sentence of a conclusion',
      [section('problem', '遮挡使检测失败。'), section('conclusion', '该研究通过蒸馏显著降低了推理延迟。后文。')],
      '通过蒸馏显著降低了推理延迟。',
    ],
    [
      'the contribution',
      [section('problem', '遮挡使现有的检测方法失败。'), section('contribution', '本文提出了一种无需标注的检测框架。')],
      '提出了一种无需标注的检测框架。',
    ],
    [
      'the problem',
      [section('method', '模型由两个阶段组成，先粗后细。'), section('problem', '遮挡使现有的检测方法经常失败。')],
      '遮挡使现有的检测方法经常失败。',
    ],
    [
      'any first sentence',
      [section('other', '触觉是机器人处理柔性物体时缺失的信息。')],
      '触觉是机器人处理柔性物体时缺失的信息。',
    ],
    ['nothing', [], ''],
  ])('is %s', (_, sections, expected) => expect(buildGuide(analysis(sections), PAPER).gist).toBe(expected));

  test('is never the model’s small talk', () => {
    const guide = buildGuide(
      analysis([section('other', '好的，这是对论文的摘要：\n\n论文提出了无需标注的检测框架。')]),
      PAPER,
    );
    expect(guide.gist).toBe('提出了无需标注的检测框架。');
  });
  test('is plain text', () =>
    expect(
      buildGuide(analysis([section('contribution', '本文提出了 **无需** `标注` 的 $x^2$ 框架与训练方法。')]), PAPER)
        .gist,
    ).toBe('提出了无需标注的 x² 框架与训练方法。'));
});

describe('an analysis of the abstract only', () => {
  const guide = buildGuide(
    analysis([
      {
        part: 'contribution',
        title: '1. 主要贡献',
        markdown:
          '本文提出了新的增强框架，旨在解决医学图像中罕见病灶的数据稀缺问题。该方法在三个基准测试中取得了显著的性能提升。',
      },
      { part: 'method', title: '2. 方法', markdown: '*   **文本引导：** 这是核心创新。模型按文字描述合成病灶。' },
      { part: 'impact', title: '3. 影响', markdown: '*   **早期检测：** 有助于更早发现病变。' },
      { part: 'limitations', title: '5. 从摘要中可以推断出的局限性', markdown: '*   计算成本较高。' },
    ]),
    PAPER,
  );
  test('finds problem and results in the contribution', () =>
    expect(guide.brief).toEqual([
      { part: 'problem', text: '医学图像中罕见病灶的数据稀缺问题。' },
      { part: 'method', text: '文本引导：模型按文字描述合成病灶。' },
      { part: 'results', text: '该方法在三个基准测试中取得了显著的性能提升。' },
    ]));
  test('marks the heading that infers', () =>
    expect(guide.sections.find(({ part }) => part === 'limitations')?.inferred).toBe(true));
});

test('lead prose is read first and tells the problem where no section does', () => {
  const guide = buildGuide(
    analysis([
      { part: 'other', title: '', markdown: '触觉是机器人处理柔性物体时缺失的重要信息。' },
      { part: 'method', title: '核心方法', markdown: '作者设计了视触觉传感器与手持采集器。' },
    ]),
    PAPER,
  );
  expect(guide.sections.map(({ part }) => part)).toEqual(['problem', 'method']);
  expect(guide.brief[0]?.text).toBe('触觉是机器人处理柔性物体时缺失的重要信息。');
});

test('an analysis that nobody could cut is shown whole', () => {
  const guide = buildGuide(
    analysis([], { markdown: '第一段说明了任务的难处。\n\n方法采用强化学习训练策略。\n\n实验结果优于所有基线方法。' }),
    PAPER,
  );
  expect(guide.sections.map(({ part }) => part)).toEqual(['other']);
  expect(guide.brief.map(({ part }) => part)).toEqual(['problem', 'method', 'results']);
});

function findings(keyFindings: string[], abstract = PAPER.abstract): Guide['findings'] {
  return buildGuide(analysis([], { keyFindings }), { ...PAPER, abstract }).findings;
}

describe('key findings', () => {
  test.each([
    ['a sentence', ['We propose MaskLess, which needs none of them at all.'], true],
    ['hard-wrapped', ['We propose MaskLess,\nwhich needs none of\nthem at all.'], true],
    ['two sentences', ['Masks are costly. We propose MaskLess, which needs none of them at all.'], true],
    ['a word changed', ['We propose MaskMore, which needs none of them at all.'], false],
    ['a link only', ['https://a.example/code'], false],
    ['none', [], false],
  ])('%s: quoted is %s', (_, texts, quoted) => expect(findings(texts).quoted).toBe(quoted));

  test('nothing is quoted when the abstract is not known', () =>
    expect(findings(['We propose MaskLess, which needs none of them at all.'], '').quoted).toBe(false));

  test('each keeps the sentence it rests on, also behind one that is blank', () => {
    const { items } = toFindings(['提出了方法。', ' ', '准确率更高。'], '', [null, 'Blank.', 'It is more accurate.']);
    expect(items.map(({ sentence }) => sentence)).toEqual([null, 'It is more accurate.']);
  });

  test('each has its language', () =>
    expect(findings(['We propose \\textbf{it}.', '提出了 **MaskLess**。']).items).toEqual([
      { lang: 'en', body: ['We propose ', ['strong', null, 'it'], '.'], sentence: null },
      { lang: 'zh', body: ['提出了 ', ['strong', null, 'MaskLess'], '。'], sentence: null },
    ]));
});
