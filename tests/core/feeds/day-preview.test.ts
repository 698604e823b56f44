import { describe, expect, test } from 'vitest';
import { previewDay } from '@/core/feeds/day-preview';

const encode = (text: string) => new TextEncoder().encode(text);

function paper(id: string, title: string, rest: string): string {
  return `<a id='${id}v1'></a>\n## [${title}](https://arxiv.org/abs/${id}v1)\n\n**Authors:** A. Writer\n\n**Published:** 2026-06-24\n\n**Categories:** cs.CV\n\n**Abstract:**\nWe propose a thing.\n\n${rest}**Links:**\n- [PDF](https://arxiv.org/pdf/${id}v1)\n\n---\n\n`;
}

const CHINESE =
  '**Analysis:**\n1. **论文的主要贡献**：提出了一种由粗到细的重建方法，在多个数据集上更准。\n2. **关键创新**：把两步合成一步。\n\n';
const ENGLISH =
  '**Analysis:**\nThis paper proposes a coarse to fine method that is more accurate on many data sets.\n\n';

function report(...papers: string[]): string {
  return `# Arxiv Computer Vision Papers - 2026-06-25\n\n## Executive Summary\n\n今天的论文。\n\n---\n\n## Papers\n\n${papers.join('')}`;
}

describe('previewDay', () => {
  test('counts papers, analyses and their languages, and tells the first five', async () => {
    const papers = [0, 1, 2, 3, 4, 5].map((n) => paper(`2606.0000${n}`, `Title ${n}`, n === 5 ? ENGLISH : CHINESE));
    const text = report(...papers, paper('2606.00009', 'Bare', ''));
    const day = await previewDay(encode(text), '2026-06-25');
    expect(day).toMatchObject({
      date: '2026-06-25',
      papers: 7,
      analyses: 6,
      languages: [
        ['zh', 5],
        ['en', 1],
      ],
      bytes: encode(text).length,
      skipped: [],
    });
    expect(day.first.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4'].map((n) => `2606.0000${n}`));
    expect(day.first[0]?.title).toEqual(['Title 0']);
    expect(day.first[0]?.line).toContain('由粗到细');
    expect(day.first[0]?.language).toBe('zh');
    expect(day.bases.reduce((sum, [, count]) => sum + count, 0)).toBe(6);
  });

  test('takes no form of a text for a statement that the full text was read', async () => {
    const day = await previewDay(encode(report(paper('2606.00001', 'A', CHINESE))), '2026-06-25');
    expect(day.bases.map(([basis]) => basis)).not.toContain('full');
  });

  test('has no line for a paper that nobody has analysed', async () => {
    const day = await previewDay(encode(report(paper('2606.00001', 'A', ''))), '2026-06-25');
    expect(day).toMatchObject({ papers: 1, analyses: 0, languages: [], bases: [] });
    expect(day.first[0]?.line).toBe('');
  });

  test.each<[string, Uint8Array, string]>([
    ['a text that is no report', encode('hello'), 'no-report'],
    ['a file of another encoding', new Uint8Array([0xd6, 0xd0, 0xff]), 'not-utf8'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(previewDay(bytes, '2026-06-25')).rejects.toMatchObject({ code });
  });
});
