import { describe, expect, test } from 'vitest';
import { buildGuide } from '@/core/guide/build';
import { plainText } from '@/core/render/text';
import { toWrittenRecord } from '@/core/writing/record';
import type { Writing, WrittenGuide } from '@/core/writing/written';
import { sampleJob, samplePaper } from '../../library-samples';

const GUIDE: WrittenGuide = {
  titleChinese: '只需要注意力',
  parts: [
    { part: 'gist', markdown: '只用注意力的序列模型。', inferred: false },
    { part: 'problem', markdown: '循环网络难以并行。', inferred: false },
    { part: 'limitations', markdown: '没有试过很长的序列。', inferred: true },
  ],
  findings: [{ text: '不用循环。', sentence: 'We propose the Transformer, based solely on attention mechanisms.' }],
  prose: false,
};
const WRITING: Writing = {
  model: 'deepseek-chat',
  promptVersion: 1,
  basis: 'abstract',
  inputTokens: 12_345,
  outputTokens: 1_002,
  cost: 0.0321,
  writtenAt: Date.UTC(2026, 10, 25, 17),
};
const record = (guide: WrittenGuide = GUIDE, writing: Writing = WRITING) =>
  toWrittenRecord(sampleJob().input, guide, writing);

describe('what a model wrote', () => {
  test('says who wrote it, from what, when in Beijing, and of which version', () => {
    expect(record()).toMatchObject({
      key: '1706.03762|model:deepseek-chat|7',
      reportId: null,
      source: 'deepseek-chat',
      date: '2026-11-26',
      basis: 'abstract',
      basisStated: true,
      version: 7,
      writing: WRITING,
    });
  });

  test('replaces what the same model wrote of the same version, and stands beside any other', () => {
    const other = toWrittenRecord(
      { ...sampleJob().input, paper: { ...sampleJob().input.paper, version: 8 } },
      GUIDE,
      WRITING,
    );
    expect(record().key).toBe(record({ ...GUIDE, parts: [] }).key);
    expect(other.key).not.toBe(record().key);
    expect(record(GUIDE, { ...WRITING, model: 'qwen-plus' }).key).not.toBe(record().key);
  });

  test('is drawn with its parts, its inferences and what it took, and the gist once', () => {
    const guide = buildGuide(record(), samplePaper());
    expect(guide.gist).toBe('只用注意力的序列模型。');
    expect(guide.sections.map(({ part, inferred }) => [part, inferred])).toEqual([
      ['problem', false],
      ['limitations', true],
    ]);
    expect(guide.cost).toBe('12,345 + 1,002 tokens · 0.032 元');
    expect(guide.findings).toMatchObject({ quoted: false, items: [{ sentence: GUIDE.findings[0]?.sentence }] });
  });

  test('without a price says tokens only', () => {
    expect(buildGuide(record(GUIDE, { ...WRITING, cost: null }), samplePaper()).cost).toBe('12,345 + 1,002 tokens');
  });

  test('as prose has a note that it is', () => {
    const prose: WrittenGuide = {
      ...GUIDE,
      parts: [{ part: 'other', markdown: '这篇论文讲注意力。', inferred: false }],
      prose: true,
    };
    const guide = buildGuide(record(prose), samplePaper());
    expect(guide.sections.map(({ body }) => plainText(body)).join('\n')).toContain('没有按要求的格式回答');
    expect(buildGuide(record(), samplePaper()).sections.some(({ title }) => title === '说明')).toBe(false);
  });
});
