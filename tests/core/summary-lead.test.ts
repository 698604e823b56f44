import { describe, expect, test } from 'vitest';
import type { Tree } from '@/core/render/tree';
import { toSummaryLead } from '@/core/summary-lead';

function toText(trees: readonly Tree[]): string {
  const texts = trees.map((tree) => {
    if (typeof tree === 'string') return tree;
    const [, , ...children] = tree;
    return toText(children);
  });
  return texts.join('');
}

function paragraph(...children: Tree[]): Tree {
  return ['p', null, ...children];
}

describe('toSummaryLead', () => {
  test.each([
    '好的，这是为您整理的摘要。',
    '以下是今日论文的执行摘要：',
    '这份摘要旨在帮助您快速了解动态。',
    '报告日期: 2025-12-28 涵盖论文数量: 10',
    '报告人：[您的姓名/研究助理]',
  ])('leaves out %j', (text) => {
    const sections = [
      { title: '', body: [paragraph(text)] },
      { title: '1. 趋势', body: [paragraph('今天的论文谈扩散模型。')] },
    ];
    expect(toText(toSummaryLead(sections))).toBe('今天的论文谈扩散模型。');
  });

  test.each([
    '本期论文集中在三个方向：生成、感知与操作。',
    '作者们普遍关注物理约束。',
    '好几篇论文用到扩散模型。',
    '今天的亮点是把视频模型用于深度估计，更新日期之外的细节见原文。',
  ])('keeps %j', (text) => expect(toText(toSummaryLead([{ title: '', body: [paragraph(text)] }]))).toBe(text));

  test('parts items of a list that end without a mark, and nothing else', () => {
    const items: Tree = [
      'ul',
      null,
      ['li', null, 'cs.CV：44 篇'],
      ['li', null, '看词。'],
      ['li', null, 'GAN'],
      ['li', null, 'VLM'],
    ];
    expect(toText(toSummaryLead([{ title: '', body: [items] }]))).toBe('cs.CV：44 篇；看词。GAN VLM');
  });

  test('leaves out a heading that is only bold, and keeps a bold sentence', () => {
    const body = [paragraph(['strong', null, '1. 主要主题']), paragraph(['strong', null, '今天只谈扩散模型。'])];
    expect(toText(toSummaryLead([{ title: '', body }]))).toBe('今天只谈扩散模型。');
  });

  test('runs list items on in one line, links and emphasis with them', () => {
    const link: Tree = ['a', { href: 'https://arxiv.org/abs/2512.23705' }, 'A Paper'];
    const list: Tree = [
      'ul',
      null,
      ['li', null, paragraph('先读 ', link, '。')],
      ['li', null, ['strong', null, '二'], '。'],
    ];
    const lead = toSummaryLead([
      { title: '一', body: [['h4', null, '标题'], paragraph('开头：'), list, ['hr', null]] },
    ]);
    expect(toText(lead)).toBe('开头：先读 A Paper。二。');
    expect(lead).toContainEqual(link);
    expect(lead.every((tree) => typeof tree === 'string' || ['a', 'strong'].includes(tree[0]))).toBe(true);
  });

  test('stops when there is enough for a few lines', () => {
    const body = Array.from({ length: 50 }, (_, index) => paragraph(`第 ${index} 段，${'字'.repeat(100)}`));
    expect(toText(toSummaryLead([{ title: '', body }])).length).toBeLessThan(400);
  });

  test('shows small talk when there is nothing else, and nothing when there is no text', () => {
    expect(toText(toSummaryLead([{ title: '', body: [paragraph('好的，今天没有论文。')] }]))).toBe(
      '好的，今天没有论文。',
    );
    expect(toSummaryLead([{ title: '一', body: [paragraph(' '), ['hr', null]] }])).toEqual([]);
    expect(toSummaryLead([])).toEqual([]);
  });
});
