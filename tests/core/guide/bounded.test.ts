import { describe, expect, test } from 'vitest';
import { buildGuide } from '@/core/guide/build';
import { boundAnalysis, boundPaper } from '@/core/guide/bounded';
import { plainText } from '@/core/render/text';
import { sampleAnalysis, samplePaper } from '../../library-samples';

const NOTE = '还有 {n} 字';
const section = (markdown: string) => ({ part: 'method' as const, title: '', markdown });

describe('an analysis', () => {
  test('of any usual length is left as it is', () => {
    const analysis = sampleAnalysis({ sections: [section('字'.repeat(60_000))], extra: { 备注: '长'.repeat(20_000) } });
    expect(boundAnalysis(analysis, NOTE)).toEqual(analysis);
  });

  test('that nobody reads to its end is cut, and says by how much', () => {
    const { sections, extra } = boundAnalysis(
      sampleAnalysis({ sections: [section('字'.repeat(61_234))], extra: { 备注: '长'.repeat(20_001) } }),
      NOTE,
    );
    expect(sections[0]?.markdown).toBe(`${'字'.repeat(60_000)}\n\n还有 1,234 字`);
    expect(extra['备注']).toBe(`${'长'.repeat(20_000)}\n\n还有 1 字`);
  });

  test('is not cut within a sign', () => {
    const { markdown } = boundAnalysis(sampleAnalysis({ markdown: `a${'😀'.repeat(40_000)}` }), NOTE);
    expect(markdown).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });

  test('of very many sections is bounded as a whole, and loses no heading', () => {
    const many = Array.from({ length: 20 }, () => section('字'.repeat(50_000)));
    const { sections } = boundAnalysis(sampleAnalysis({ sections: many }), NOTE);
    expect(sections).toHaveLength(20);
    expect(sections.reduce((sum, { markdown }) => sum + markdown.length, 0)).toBeLessThan(245_000);
  });

  test('of five million characters becomes a guide that says so', () => {
    const whole = sampleAnalysis({ sections: [section('很长。'.repeat(1_700_000))] });
    const guide = buildGuide(whole, samplePaper());
    expect(plainText(guide.sections[0]?.body ?? [])).toContain('后面还有 5,040,000 字没有显示');
  });
});

test('an abstract is cut as well', () => {
  expect(boundPaper(samplePaper({ abstract: 'a'.repeat(5_000_000) })).abstract).toHaveLength(60_000);
  const paper = samplePaper();
  expect(boundPaper(paper)).toBe(paper);
});

test('fields that somebody wrote stand before those that a program counted', () => {
  const extra = {
    score: '7',
    why_matters: '它第一次让机器人自己在陌生的房子里画完整张地图。',
    _score_breakdown: '{"a": 1, "b": [2]}',
  };
  const titles = buildGuide(sampleAnalysis({ extra }), samplePaper()).sections.map(({ title }) => title);
  expect(titles.slice(-3)).toEqual(['why_matters', 'score', '_score_breakdown']);
});
