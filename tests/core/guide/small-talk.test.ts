import { describe, expect, test } from 'vitest';
import { isContainerTitle, isRepeatedField, isReportHead, isSmallTalk } from '@/core/guide/small-talk';

describe('isSmallTalk', () => {
  test.each([
    '好的，这是对论文“某某”的全面中文摘要：',
    '好的，这是一篇关于某领域的论文的全面摘要，重点关注其创新性。',
    '当然，下面是分析：',
    '作为一名计算机视觉领域的专家，我对这篇论文摘要进行了深入分析，并为您提供以下内容：',
    '作为计算机视觉专家，我对这篇论文摘要进行如下分析：',
    '以下是对该论文的详细分析：',
    '希望这份摘要对您有所帮助。',
    '希望它能帮助您高效地把握该领域的最新进展。',
    '如果您需要更多信息，请随时告诉我。',
    '这份摘要旨在为您提供一个快速了解近期动态的窗口。',
    'Here is a summary of the paper.',
  ])('%s', (text) => expect(isSmallTalk(text)).toBe(true));

  test.each([
    '这篇论文提出了一种新方法。',
    '以下局限值得注意：训练成本高。',
    '作为一种前馈模型，它无需迭代。',
    '作为基础模块，该方法可用于重建。',
    '好的初始化使训练稳定。',
    '希望未来能扩展到室外场景。',
    '如果模型没有见过该物体，精度会下降。',
    '这是首个无需重定向的框架。',
    '当然需要大量标注。',
  ])('not %s', (text) => expect(isSmallTalk(text)).toBe(false));
});

describe('isRepeatedField', () => {
  test.each([
    '论文题目： A Title',
    '作者：A, B\n论文题目：C',
    'Title: X',
    '**Authors:** A'.replaceAll('*', ''),
    '发表日期：2025-12-29',
    'arXiv ID: 2512.1',
  ])('%j', (text) => expect(isRepeatedField(text)).toBe(true));
  test.each([
    '作者提出了一种方法',
    '作者：A\n这是正文',
    '方法：先理解后模仿',
    '问题：标注不足',
    '标题党式的样本会误导模型',
  ])('not %j', (text) => expect(isRepeatedField(text)).toBe(false));
});

describe('isReportHead', () => {
  test.each(['报告日期: 2025-12-28\n涵盖论文数量: 10', '致：忙碌的研究人员', '主题：今日概览', '报告人：某某'])(
    '%j',
    (text) => expect(isReportHead(text)).toBe(true),
  );
  test.each(['主题集中在三个方向', '致力于解决遮挡：', '日期越近越重要', '报告日期：今天\n本期共十篇'])(
    'not %j',
    (text) => expect(isReportHead(text)).toBe(false),
  );
});

describe('isContainerTitle', () => {
  test.each(['摘要', '摘要：', '论文摘要', '全面摘要', '论文分析', '中文摘要（全文）'])('%s', (text) =>
    expect(isContainerTitle(text)).toBe(true),
  );
  test.each(['摘要翻译', '总结：该方法有效', '分析了误差来源', '1. 摘要', '实验分析'])('not %s', (text) =>
    expect(isContainerTitle(text)).toBe(false),
  );
});
