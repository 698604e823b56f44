import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyGlossary,
  applyGlossaryToTree,
  DEFAULT_GLOSSARY,
  formatGlossary,
  glossaryFor,
  mergeGlossary,
  parseGlossary,
} from '@/core/glossary';
import { renderMarkdown } from '@/core/render/markdown';
import { plainText } from '@/core/render/text';
import { hasShared, sharedFile } from '../shared';

const terms = (text: string) => glossaryFor(text, DEFAULT_GLOSSARY).map(({ term }) => term);
const apply = (text: string) => applyGlossary(text, DEFAULT_GLOSSARY);

describe('parseGlossary', () => {
  test.each([
    ['LLM = 大语言模型 ≠ 法学硕士', { term: 'LLM', translation: '大语言模型', wrong: ['法学硕士'] }],
    ['  token ＝ 词元  ', { term: 'token', translation: '词元', wrong: [] }],
    ['a  b = 甲 != 乙丙, 丁戊；己庚', { term: 'a b', translation: '甲', wrong: ['乙丙', '丁戊', '己庚'] }],
    ['a = 甲乙 ≠ 甲乙、丙', { term: 'a', translation: '甲乙', wrong: [] }],
  ])('reads %j', (line, entry) => expect(parseGlossary(line)).toEqual([entry]));

  test.each(['', '# LLM = 大语言模型', 'LLM 大语言模型', 'LLM =', '= 大语言模型', '≠ 法学硕士'])(
    'finds no entry in %j',
    (line) => expect(parseGlossary(line)).toEqual([]),
  );

  test('takes the later of two lines for one term', () => {
    expect(parseGlossary('agents = 代理\nAgent = 智能体')).toEqual([
      { term: 'Agent', translation: '智能体', wrong: [] },
    ]);
  });

  test('reads what formatGlossary writes', () => {
    expect(parseGlossary(formatGlossary(DEFAULT_GLOSSARY))).toEqual(DEFAULT_GLOSSARY);
  });
});

test('the reader’s own entries stand over the default ones', () => {
  const merged = mergeGlossary(parseGlossary('Token = 令牌\nTideNet = 潮网'));
  expect(merged.find(({ term }) => /^token$/i.test(term))?.translation).toBe('令牌');
  expect(merged).toHaveLength(DEFAULT_GLOSSARY.length + 1);
});

describe('the default glossary', () => {
  test('has no rendering that is right for another term, or stands inside a right one', () => {
    const right = DEFAULT_GLOSSARY.map(({ translation }) => translation);
    const wrong = DEFAULT_GLOSSARY.flatMap((entry) => entry.wrong);
    expect(wrong.filter((text) => right.some((translation) => translation.includes(text)))).toEqual([]);
    // Two characters stand in too many words.
    expect(wrong.filter((text) => text.length < 4)).toEqual([]);
    expect(new Set(wrong).size).toBe(wrong.length);
  });

  test('has at least 150 terms, each once', () => {
    const names = new Set(DEFAULT_GLOSSARY.map(({ term }) => term.toLowerCase()));
    expect(names.size).toBeGreaterThanOrEqual(150);
    expect(names.size).toBe(DEFAULT_GLOSSARY.length);
  });

  test.each(DEFAULT_GLOSSARY.flatMap(({ wrong, translation }) => wrong.map((text) => [text, translation] as const)))(
    '%s becomes %s',
    (wrong, translation) => expect(apply(`我们用${wrong}。`)).toBe(`我们用${translation}。`),
  );
});

describe('applyGlossary', () => {
  test.each([
    ['法学硕士（LLM）在推理上更好', '大语言模型（LLM）在推理上更好'],
    ['**法学硕士**与法律硕士', '**大语言模型**与大语言模型'],
    ['以 ground truth 为监督', '以真实标注为监督'],
    ['以ground truth为监督', '以真实标注为监督'],
    ['训练 large language models 时', '训练大语言模型时'],
    ['损失 $\\text{法学硕士}$ 与法学硕士', '损失 $\\text{法学硕士}$ 与大语言模型'],
  ])('%j', (text, expected) => {
    expect(apply(text)).toBe(expected);
    expect(apply(expected)).toBe(expected);
  });

  test.each([
    '大语言模型（large language model, LLM）',
    '他获得法学硕士学位，又读了法学硕士项目。',
    '《法学硕士论文写作》一书',
    '代码 `法学硕士` 与 https://a.example/法学硕士',
    '```\n法学硕士\n```',
    '公式 $\\text{法学硕士}$',
    'We compare with the ground truth of large language models.',
    '数据集 Ground Truth 与 World Model 两个名字',
    '标注（ground truth）也可',
    '采用 few-shot prompting 的设置',
    '代币与变压器，智能体与代理，培训后的员工，高度自由程度，桥梁搜索。',
    '肝脏消融手术，雷达波束搜索，地面态势，实验室微分方程。',
    '',
  ])('%j stays as it is', (text) => expect(apply(text)).toBe(text));

  test('a translation is never taken for a mistake, however contradictory the entries', () => {
    const entries = parseGlossary('alpha = 甲甲 ≠ 乙乙\nbeta = 乙乙 ≠ 甲甲');
    expect(applyGlossary('甲甲与乙乙', entries)).toBe('甲甲与乙乙');
  });

  test('signs of patterns in an entry are signs', () => {
    const entries = parseGlossary('C++ = C++ 语言 ≠ 西加加(.*)+语言');
    expect(applyGlossary('用西加加(.*)+语言写，西加加语言不变', entries)).toBe('用C++ 语言写，西加加语言不变');
  });

  describe('with an entry of the reader’s', () => {
    const entries = mergeGlossary(parseGlossary('LLM = 大语言模型\nC++ = C 加加\nagent = 智能体'));

    test.each([
      ['LLM 的推理能力', '大语言模型 的推理能力'],
      ['用 LLM，而不是规则', '用 大语言模型，而不是规则'],
      ['每个 agent 都有记忆', '每个 智能体 都有记忆'],
      ['用 C++ 写成', '用 C 加加 写成'],
    ])('%s is %s', (text, expected) => {
      expect(applyGlossary(text, entries)).toBe(expected);
      expect(applyGlossary(expected, entries)).toBe(expected);
    });

    test.each([
      '大语言模型（LLM）',
      '大语言模型 (LLM) 很大',
      'vLLM 与 LLM-Eval 和 MLLM',
      '见 `LLM` 与 https://example.org/LLM/a',
      '公式 $LLM$ 不变',
      '《LLM 综述》',
      '文件 agent.py 与 multi-agent',
    ])('leaves %s', (text) => expect(applyGlossary(text, entries)).toBe(text));

    test('the terms that come with Daodu stay as they are written', () =>
      expect(apply('LLM 的推理能力')).toBe('LLM 的推理能力'));
  });

  test('no entries change nothing', () => expect(applyGlossary('法学硕士', [])).toBe('法学硕士'));

  const words = fc.constantFrom(
    ...DEFAULT_GLOSSARY.flatMap(({ term, translation, wrong }) => [term, translation, ...wrong]),
    ...'， 。 的 与 \n $ ` 《 》 https:// [ ]( ) 学位 \\( \uE000 \uE0010'.split(' '),
    ' ',
  );
  test('applying it twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => {
        const once = apply(list.join(''));
        expect(apply(once)).toBe(once);
      }),
      { numRuns: 3_000 },
    );
  });

  test('text without a mistake is left alone', () => {
    const right = fc.constantFrom(
      ...DEFAULT_GLOSSARY.map(({ translation }) => translation),
      '，',
      '的',
      '研究了',
      '在',
      '中',
    );
    fc.assert(
      fc.property(fc.array(right, { maxLength: 16 }), (list) => {
        expect(apply(list.join(''))).toBe(list.join(''));
      }),
      { numRuns: 2_000 },
    );
  });

  test.runIf(hasShared)('in a day’s real report there is nothing to put right', () => {
    const text = sharedFile('reports/arxiv_cv_report_2025-12-30.md');
    expect(apply(text)).toBe(text);
  });
});

describe('applyGlossaryToTree', () => {
  test('puts right what is drawn, but no formula, code, link or English', () => {
    const markdown =
      '**法学硕士**：`法学硕士` 与 $\\text{法学硕士}$，[法学硕士](https://arxiv.org/abs/2401.01234)，以 ground truth 为准。\n\n- 法学硕士';
    const text = plainText(applyGlossaryToTree(renderMarkdown(markdown), DEFAULT_GLOSSARY));
    expect(text).toContain('大语言模型：法学硕士 与');
    expect(text).toContain('，法学硕士，');
    expect(text).toContain('- 大语言模型');
  });

  test('gives the same tree where there is nothing to put right', () => {
    const tree = renderMarkdown('一段**话**与 $x$。');
    expect(applyGlossaryToTree(tree, DEFAULT_GLOSSARY)).toEqual(tree);
  });
});

describe('glossaryFor', () => {
  test.each([
    ['We train LLMs with zero-shot prompts', ['LLM', 'zero-shot', 'prompt']],
    ['Large Language Models', ['large language model']],
    ['self attention and self-attention', ['self-attention']],
    ['generative adversarial networks', ['generative adversarial network']],
  ])('%j has %j', (text, expected) => expect(terms(text).toSorted()).toEqual(expected.toSorted()));

  test.each(['', 'ships in storms', 'an llm of ours', 'tokenization', '大语言模型'])('%j has none', (text) =>
    expect(terms(text)).toEqual([]),
  );

  test('gives 40 at most, those that are got wrong first', () => {
    const all = glossaryFor(DEFAULT_GLOSSARY.map(({ term }) => term).join('. '), DEFAULT_GLOSSARY);
    expect(all).toHaveLength(40);
    expect(all.every(({ wrong }) => wrong.length > 0)).toBe(true);
  });
});
