import { describe, expect, test } from 'vitest';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { samplePaper, sampleReport } from './sample';

/** Reads a whole report with this summary, and makes sure that it comes back. */
function readSummaryOf(summary: string, papers: string[]) {
  const text = sampleReport(papers, summary);
  const { report } = parseReport(text);
  expect(formatReport(JSON.parse(JSON.stringify(report)))).toBe(text);
  expect(report.papers).toHaveLength(papers.length);
  return report.summary;
}

const TREND = '多模态大模型与三维重建仍是主线，几篇论文用扩散模型生成训练数据，另一些关注机器人的长时记忆。';
const MADE_UP: [name: string, summary: string][] = [
  ['placeholders in brackets', '### 1. 主要趋势\n\n[在此插入趋势]\n\n### 2. 推荐阅读\n\n[在此插入论文标题]'],
  ['dates to fill in', `好的，以下是 XX月XX日 的报告。\n\n**1. 主要主题：**\n${TREND}`],
  [
    'papers with letters for names',
    `**1. 亮点：**\n*   **论文A** 提出了一种检测器。\n*   **论文B** 提出了一种分割方法。`,
  ],
  ['no placeholder at all', `## 今日概览\n\n${TREND}\n\n---\n\n## 重点论文\n\n${TREND}`],
  ['prose alone', TREND.repeat(6)],
  ['one short sentence', TREND],
  ['a request for the papers', '请提供今天的论文列表，我将为您撰写概览。'],
  ['a template behind an honest word', '今天没有论文，以下是一个示例：\n\n论文A 提出了新的检测器。'],
  ['a template in brackets behind one', '没有新论文。模板：[主题一]，[主题二]。'],
  ['a word of lack about other things', '今天的论文没有明显的主题，多数关注检测。'],
  ['a weekend in other words', '周末值得一读的几篇论文都与检测有关。'],
  ['papers that are missing something', 'Several papers show that nothing beats data.'],
  ['its own contents', `## Table of Contents\n\n1. 主题\n2. 亮点\n\n## 主题\n\n${TREND}`],
  ['its own papers', `## Papers\n\n### 论文一\n\n${TREND}`],
];
const HONEST: string[] = [
  '今天没有新论文。',
  '今日 arXiv 未发布新论文。',
  '没有找到符合条件的论文。',
  '暂无更新。',
  '周末 arXiv 不发布公告。',
  'No new papers today.',
  'No papers were announced on this day.',
  'Nothing new.',
];

describe('the summary of a day without papers', () => {
  test.each(MADE_UP)('is invented, with %s', (_name, summary) =>
    expect(readSummaryOf(summary, [])).toMatchObject({ markdown: summary, invented: true }),
  );
  test.each(HONEST)('is not when it says just that: %s', (summary) =>
    expect(readSummaryOf(summary, [])).toMatchObject({ markdown: summary, invented: false }),
  );
});

describe('the summary of a day with papers', () => {
  test.each([...MADE_UP.map(([, summary]) => summary), ...HONEST])('is never called invented: %j', (summary) =>
    expect(readSummaryOf(summary, [samplePaper()])).toMatchObject({ markdown: summary, invented: false }),
  );

  test.each([
    ['names a paper that is not listed', `**推荐：**\n*   “A Paper Nobody Wrote” (arXiv:2512.99999)：${TREND}`],
    ['links to one', `**推荐：**\n*   [Nobody](#2512.99999v1)\n*   [Nobody](https://arxiv.org/abs/2512.99999v1)`],
    ['has an anchor of its own', `<a id='2512.99999v1'></a>\n\n${TREND}`],
    ['counts wrongly', `今天共有 37 篇论文。${TREND}`],
    ['has another date', `# Arxiv Computer Vision Papers - 2024-01-01\n\n**日期：** 2024-01-01\n\n${TREND}`],
    ['has a time line', `time: 20240101\n\n${TREND}`],
  ])('breaks nothing when it %s', (_name, summary) => {
    const papers = [samplePaper(), samplePaper({ id: '2512.00002v1', title: 'Second' })];
    expect(readSummaryOf(summary, papers)).toMatchObject({ markdown: summary, invented: false });
    const { report } = parseReport(sampleReport(papers, summary));
    expect(report.date).toBe('2025-12-30');
    expect(report.papers.map(({ id }) => id)).toEqual(['2512.23705', '2512.00002']);
  });
});

describe('the sections of a summary', () => {
  // List items count as headings only where three of them say what they are about.
  test.each([
    [['主要主题与趋势', '亮点论文', '推荐阅读']],
    [['Overview', 'Significant Papers', 'Emerging Directions']],
    [['新兴方向', '值得精读', '结语']],
    [['今日热点', '前沿技术', '展望']],
    [['创新之处', '建议阅读的论文', '总结']],
  ])('are found by their meaning, whatever their form: %j', (titles) => {
    for (const shape of [
      (title: string) => `*   **${title}：** ${TREND}`,
      (title: string) => `**${title}：** ${TREND}`,
    ])
      expect(
        readSummaryOf(titles.map(shape).join('\n\n'), [samplePaper()])?.sections.map(({ title }) => title),
      ).toEqual(titles.map((title) => `${title}：`));
  });

  test.each([[['稀疏重建', '视频理解', '机器人']], [['Paper 1', 'Paper 2', 'Paper 3']]])(
    'are not seen in a list of names: %j',
    (titles) => {
      const markdown = titles.map((title) => `*   **${title}：** ${TREND}`).join('\n');
      expect(readSummaryOf(markdown, [samplePaper()])?.sections.map(({ title }) => title)).toEqual(['']);
    },
  );
});
