import { describe, expect, test } from 'vitest';
import { autoOverview } from '@/core/daily/auto-overview';
import { buildSummary } from '@/core/guide/summary';
import { announced } from './announced';

const lamp = announced({
  id: '2611.00001',
  title: 'Lamp-VLM: A Vision-Language Model for Rooms',
  abstract: 'Rooms are dark. We propose `lamp`, with **light** and $x^2$. Code: https://github.com/rooms/lamp.',
  comments: 'Accepted at CVPR 2027',
});
const door = announced({
  id: '2611.00002',
  title: 'Vision-Language Models at the “Door”',
  categories: ['cs.RO', 'cs.CV'],
  comments: '12 pages, submitted to ICCV 2027',
});
const other = announced({ id: '2611.00003', title: 'A Secret VLM', comments: 'NeurIPS 2026' });

const parts = {
  date: '2026-11-20',
  categories: ['cs.CV', 'cs.RO'],
  announced: [lamp, door, other],
  chosen: [lamp, door],
  rest: [other],
  keywords: ['VLM', 'vision language', 'radar'],
};

describe('autoOverview', () => {
  test('counts and quotes, under headings, and says that it does', () => {
    expect(autoOverview(parts).markdown).toBe(`自动统计（未用模型）

### 今日概况

2026-11-20 共公告 3 篇，收入日报 2 篇，未收入 1 篇。

- cs.CV：2 篇，另有 1 篇从别的分类列入
- cs.RO：1 篇

### 关键词命中

- VLM：2 篇
- vision language：2 篇

### 标题里的热点词

按 3 篇论文的标题计数，只数词，不作判断。

- vision-language model：2 篇
- VLM：2 篇

### 排在前面的论文

- “Lamp-VLM: A Vision-Language Model for Rooms”，原文关键句：“We propose 'lamp', with \\*\\*light\\*\\* and x².”
- “Vision-Language Models at the "Door"”，原文关键句：“We propose a lamp that finds its room.”

### 给出代码或模型地址的论文

- “Lamp-VLM: A Vision-Language Model for Rooms”：[github.com/rooms/lamp](https://github.com/rooms/lamp)

### 备注里写明会议或期刊的论文

- “Lamp-VLM: A Vision-Language Model for Rooms”：CVPR 2027`);
  });

  test('tells a workshop from its conference, and names no place where none is named', () => {
    const workshop = { ...other, comments: 'NeurIPS 2026 Workshop on *Rooms*' };
    const chosen = [workshop, { ...door, comments: 'Accepted' }];
    const { markdown } = autoOverview({ ...parts, chosen });
    expect(markdown).toMatch(/期刊的论文\n\n- “A Secret VLM”：NeurIPS 2026 的研讨会$/);
  });

  test('names no paper but those of the report', () => {
    const { markdown } = autoOverview(parts);
    expect(markdown).not.toContain('Secret');
    expect(markdown).not.toContain('NeurIPS');
  });

  test('has sections, in which titles lead to their papers', () => {
    const { sections } = buildSummary(autoOverview(parts), [lamp, door]);
    expect(sections.map(({ title }) => title)).toEqual([
      '',
      '今日概况',
      '关键词命中',
      '标题里的热点词',
      '排在前面的论文',
      '给出代码或模型地址的论文',
      '备注里写明会议或期刊的论文',
    ]);
    const drawn = JSON.stringify(sections[4]);
    expect(drawn).toContain('https://arxiv.org/abs/2611.00001');
    expect(drawn).toContain('https://arxiv.org/abs/2611.00002');
  });

  test('leaves out the parts of which there is nothing to say', () => {
    const plain = announced();
    const { markdown } = autoOverview({ ...parts, announced: [plain], chosen: [plain], rest: [], keywords: [] });
    expect(markdown).not.toMatch(/关键词|热点词|代码|会议/);
    expect(markdown).toContain('### 排在前面的论文');
  });

  test.each([
    ['nothing was announced', [], '这一天没有新论文。'],
    ['nothing was chosen', [other], '公告了 1 篇，没有符合条件的论文。'],
  ])('says when %s', (_, all, sentence) => {
    expect(autoOverview({ ...parts, announced: all, chosen: [], rest: all })).toEqual({
      markdown: `自动统计（未用模型）\n\n${sentence}`,
      sections: expect.any(Array),
      invented: false,
    });
  });
});
