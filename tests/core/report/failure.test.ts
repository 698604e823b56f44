import { describe, expect, test } from 'vitest';
import { readAnalysis } from '@/core/report/analysis';
import { isFailure } from '@/core/report/failure';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { NO_ANALYSIS, REAL_ANALYSES } from './failure-texts';
import { samplePaper, sampleReport } from './sample';

const long = '本文提出了一种新的方法，在多个基准上取得了更好的结果，并给出了详细的消融实验。'.repeat(10);

describe('isFailure', () => {
  test.each([
    '请提供论文的全文，我将根据您的要求进行分析。',
    '好的，我明白了。\n\n请您提供需要分析的论文内容（PDF 或文本），以便我为您撰写摘要。',
    '请提供论文。\n\n### 1. 摘要翻译\n\n### 2. 方法动机分析\n\n*   **驱动力：**\n*   **痛点：** [待填写]\n\n### 3. 总结',
    '抱歉，我无法访问该论文的内容。',
    'Summary generation failed',
    'Error: 429 Too Many Requests',
    'Please provide the full text of the paper so that I can analyze it.',
  ])('catches %j', (text) => expect(isFailure(text)).toBe(true));

  test.each([
    `### 1. 研究问题\n\n${long}\n\n### 2. 方法\n\n系统会提示用户“请提供论文的链接”。${long}`,
    `${long}\n\n如果您需要更详细的分析，请提供论文全文。`,
    `好的，这是摘要：\n\n请提供者与使用者共同维护的论文数据。${long}`,
    '一段很短的解读，说明了方法与结果。',
    '### 1. 错误分析\n\n模型在 3% 的样本上出错。',
  ])('lets %j pass', (text) => expect(isFailure(text)).toBe(false));
});

describe('a text in the place of an analysis', () => {
  test.each(NO_ANALYSIS)('is none, and kept as it is: %j', (text) => {
    expect(readAnalysis(text, '')).toEqual({ analysis: null, failure: text });
    const source = sampleReport([samplePaper({ analysis: `**Analysis:**\n\n${text}` })]);
    const { report } = parseReport(source);
    expect(report.papers[0]).toMatchObject({ analysis: null, failure: text, keyFindings: { length: 2 } });
    expect(formatReport(report)).toBe(source);
  });
  test.each(REAL_ANALYSES)('is one, whatever words it uses: %j', (text) => {
    expect(readAnalysis(text, '')).toMatchObject({ analysis: { markdown: text }, failure: null });
  });
  test('is neither where nothing stands', () => {
    for (const text of ['', ' ', '\n\n']) expect(isFailure(text)).toBe(false);
  });
});

const sections = (titles: string[]) => titles.map((title, at) => `**${at + 1}. ${title}**\n\n一些正文。`).join('\n\n');

describe('readAnalysis', () => {
  test.each([
    ['full', sections(['研究问题：', '关键创新：', '主要结果：', '局限性：', '未来研究方向：'])],
    ['full', sections(['摘要翻译', '方法动机分析', '方法设计详解', '方法对比分析', '实验分析', '实用指南', '总结'])],
    ['full', sections(['问题与动机', '核心方法', '实验结果', '局限与意义'])],
    ['abstract', sections(['核心贡献', '关键创新', '对领域的潜在影响', '相关领域或应用', '可推断的局限性'])],
    ['abstract', sections(['主要贡献', '方法', '从摘要中可以推断出的局限性'])],
    ['abstract', '仅根据摘要，无法得知实验的细节。'],
    ['full', '成功率从 83.5% 提升到 85.1%，误差从 0.337 降到 0.281。'],
    ['unknown', '一段没有数字的解读。'],
  ])('rests on: %s', (basis, markdown) => expect(readAnalysis(markdown, '').analysis?.basis).toBe(basis));
});
