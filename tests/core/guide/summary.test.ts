import { describe, expect, test } from 'vitest';
import { buildSummary } from '@/core/guide/summary';
import { TitleLinker } from '@/core/guide/title-links';
import { plainText } from '@/core/render/text';
import type { Tree } from '@/core/render/tree';

const PAPERS = [
  { id: '2512.00001', title: 'MaskLess: Fine Segmentation Without Masks' },
  { id: '2512.00002', title: 'Same or Different? Looking Twice at Pairs of Images' },
  { id: '2512.00003', title: '$\\mathcal{N}_0$-Touch: Towards Tactile Models' },
  { id: '2512.00004', title: 'G$^2$VLM: Geometry for Vision-Language Models' },
  { id: '2512.00005', title: 'Touch: One Way' },
  { id: '2512.00006', title: 'Touch: Another Way' },
];

/** Texts of links by the id they lead to. */
function linksOf(trees: readonly Tree[]): [string, string][] {
  return trees.flatMap((tree): [string, string][] => {
    if (typeof tree === 'string') return [];
    const [tag, attributes, ...children] = tree;
    return tag === 'a'
      ? [[attributes?.['href']?.replace('https://arxiv.org/abs/', '') ?? '', plainText(children)]]
      : linksOf(children);
  });
}

function links(markdown: string): [string, string][] {
  const summary = { markdown, sections: [{ title: '', markdown }], invented: false };
  return linksOf(buildSummary(summary, PAPERS).sections.flatMap(({ body }) => body));
}

describe('titles become links', () => {
  const full = 'MaskLess: Fine Segmentation Without Masks';
  test.each([
    [`*   **"${full}"**: 很有前景。`, '2512.00001', full],
    [`**论文2: "${full}"**`, '2512.00001', full],
    [`《${full}》很有前景`, '2512.00001', full],
    [`“MaskLess” 提出了新框架`, '2512.00001', 'MaskLess'],
    [`**MaskLess**：新框架`, '2512.00001', 'MaskLess'],
    [`1. **MaskLess：**新框架`, '2512.00001', 'MaskLess'],
    [
      `其中 maskless: fine segmentation without masks 值得一读`,
      '2512.00001',
      'maskless: fine segmentation without masks',
    ],
    [`"Same or Different? Looking Twice at Pairs…"`, '2512.00002', 'Same or Different? Looking Twice at Pairs…'],
    [`**"N₀-Touch: Towards Tactile Models"**`, '2512.00003', 'N₀-Touch: Towards Tactile Models'],
    [`**"$\\mathcal{N}_0$-Touch: Towards Tactile Models"**`, '2512.00003', 'N₀-Touch: Towards Tactile Models'],
    [`“G2VLM: Geometry for Vision–Language Models”`, '2512.00004', 'G2VLM: Geometry for Vision–Language Models'],
  ])('%s', (markdown, id, text) => expect(links(markdown)).toEqual([[id, text]]));

  test.each([
    '**"A Paper That Nobody Listed Here Today"**',
    '“Touch” 有两篇',
    '**主要主题与趋势**',
    'MaskLess 这样的词不加引号时只是词',
    '“Same”',
    '`MaskLess: Fine Segmentation Without Masks`',
  ])('none in %s', (markdown) => expect(links(markdown)).toEqual([]));

  test('several in one paragraph, around other text', () =>
    expect(
      links('“MaskLess”与“N0-Touch”以及**"Same or Different? Looking Twice at Pairs of Images"**。').map(([id]) => id),
    ).toEqual(['2512.00001', '2512.00003', '2512.00002']));

  test('the text around stays as it was', () => {
    const linked = new TitleLinker(PAPERS).link([['p', null, '读“MaskLess”，', ['em', null, '再读'], '其他。']]);
    expect(plainText(linked)).toBe('读“MaskLess”，再读其他。');
  });
});

describe('a day’s overview', () => {
  const markdown =
    '好的，这是一份执行摘要。\n\n**报告日期：** 2025-12-28\n**涵盖论文数量：** 10\n\n本期集中于三个方向。';
  const summary = {
    markdown,
    sections: [
      { title: '', markdown },
      { title: '1. 趋势', markdown: '*   扩散模型\n\n---' },
      { title: '4. 推荐', markdown: '**MaskLess**\n\n希望这份摘要对您有所帮助。' },
    ],
    invented: false,
  };

  test('begins with what it has to say', () => {
    const { sections } = buildSummary(summary, PAPERS);
    expect(sections.map(({ title, body }) => [title, plainText(body)])).toEqual([
      ['', '本期集中于三个方向。'],
      ['1. 趋势', '- 扩散模型'],
      ['4. 推荐', 'MaskLess'],
      ['', expect.stringMatching(/好的[^]*报告日期[^]*希望/)],
    ]);
  });

  test('is rendered whole where it has no sections', () =>
    expect(plainText(buildSummary({ ...summary, sections: [] }, PAPERS).sections[0]?.body ?? [])).toBe(
      '本期集中于三个方向。',
    ));

  test('says that it was invented', () => expect(buildSummary({ ...summary, invented: true }, []).invented).toBe(true));
});
