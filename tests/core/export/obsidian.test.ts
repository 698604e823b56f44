import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { obsidianFiles } from '@/core/export/obsidian';
import { FULL_PAPER, HARD_PAPERS } from './hard-papers';
import { paperOf } from './papers';

const zh = { language: 'zh' } as const;
const filesOf = (...papers: Parameters<typeof obsidianFiles>[0]) => [...obsidianFiles(papers, zh)];
const bodyOf = (markdown: string) =>
  read(
    filesOf(paperOf({ analyses: [{ sections: [{ part: 'method', title: '方法', markdown }], markdown }] }))[0]?.text ??
      '',
  ).body;

const nameOf = (...papers: Parameters<typeof obsidianFiles>[0]) =>
  filesOf(...papers).find(({ text }) => text.includes('"2512.23705"'))?.name;

/** A file as Obsidian takes it: properties between two lines of dashes, then Markdown. */
function read(text: string): { properties: Record<string, unknown>; body: string } {
  const found = /^---\n([^]*?)\n---\n\n([^]*)$/.exec(text);
  if (!found) throw new Error(`no front matter: ${text.slice(0, 80)}`);
  return { properties: parse(found[1] ?? '', { schema: 'core' }), body: found[2] ?? '' };
}

describe('Obsidian files', () => {
  test('stand in a folder where one is named', () => {
    const [file] = obsidianFiles([FULL_PAPER], { language: 'zh', folder: '论文/导读' });
    expect(file?.name).toBe('论文/导读/2512.23705.md');
  });

  test('have what is known of a paper as properties', () =>
    expect(read(filesOf(FULL_PAPER)[0]?.text ?? '').properties).toEqual({
      title: String.raw`On Erdős problems over $\mathbb{F}_q$ by NASA`,
      aliases: [String.raw`On Erdős problems over $\mathbb{F}_q$ by NASA`, '论埃尔德什问题'],
      title_zh: '论埃尔德什问题',
      authors: ['Laurens van der Maaten', 'Jane Roe Jr.', 'LHCb Collaboration', '张三'],
      arxiv: '2512.23705',
      version: 1,
      published: '2025-12-29',
      categories: ['cs.CV', 'cs.RO'],
      journal: 'J. Test. 1 (2025) 2',
      doi: '10.1000/a_b%c',
      comments: 'Accepted at CVPR 2026',
      url: 'https://arxiv.org/abs/2512.23705',
      pdf: 'https://arxiv.org/pdf/2512.23705',
      gist: '它解决了透明物体的深度。',
      source: '计算机视觉日报 · 2025-12-30 · 据全文 · v1',
      tags: ['数论', 'to-read-soon-now'],
    }));

  test('have every analysis, the note and the abstract as their text', () => {
    const { body } = read(filesOf(FULL_PAPER)[0]?.text ?? '');
    for (const part of ['先读第三节', '透明物体很难', '只有一段', 'Transparent objects are hard', '解读由模型生成'])
      expect(body).toContain(part);
  });

  test('say nothing of an analysis where there is none', () => {
    const { properties, body } = read(filesOf(paperOf({ analyses: [{ markdown: '解读失败' }] }))[0]?.text ?? '');
    expect(properties).not.toHaveProperty('gist');
    expect(properties).not.toHaveProperty('source');
    expect(body).not.toContain('解读');
  });

  test.each([
    ['2512.23705', '2512.23705.md'],
    ['math/0309136', 'math-0309136.md'],
    ['../../etc/passwd', 'paper-etc-passwd-#.md'],
    ['CON', 'paper-con-#.md'],
  ])('%s is called %s', (id, name) => {
    const [file] = filesOf(paperOf({ paper: { id } }));
    expect(file?.name.replace(/-[0-9a-f]{8}\.md$/, '-#.md')).toBe(name);
  });

  test('keep their names, whatever becomes of the title, the tags and the other papers', () => {
    expect(nameOf(paperOf())).toBe(nameOf(...HARD_PAPERS, paperOf({ paper: { title: 'New', version: 3 } })));
  });

  test('have names of their own, which every system takes', () => {
    const others = ['论文/1', '论文/2', 'a b', 'a-b', 'A_B'].map((id) => paperOf({ paper: { id } }));
    const names = filesOf(...HARD_PAPERS, ...others).map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(new Set([...HARD_PAPERS, ...others].map(({ paper }) => paper.id)).size);
    for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9.-]{0,90}\.md$/);
  });

  test('have front matter that a YAML parser reads, whatever the texts are', () => {
    for (const [index, { text }] of filesOf(...HARD_PAPERS).entries()) {
      const { properties } = read(text);
      const paper = HARD_PAPERS[index]?.paper;
      expect(properties['title']).toMatch(/\S/);
      if (paper?.id.includes('论文') === false) expect(properties['arxiv']).toBe(paper.id);
      expect(Object.keys(properties)).not.toContain('evil');
      for (const tag of (properties['tags'] ?? []) as string[])
        expect(tag).toMatch(/^(?!\p{N}+$)[\p{L}\p{M}\p{N}_/-]+$/u);
      expect(text).not.toContain('<%');
    }
  });

  test.each([
    ['to read', 'to-read'],
    ['2025', '_2025'],
    ['#三维/重建', '三维/重建'],
    ['a:b, c', 'a-b-c'],
  ])('write the tag %s as %s', (tag, written) => {
    const [file] = filesOf(paperOf({ saved: { savedAt: 1, tags: [tag], note: '' } }));
    expect(read(file?.text ?? '').properties['tags']).toEqual([written]);
  });

  test.each([
    ['![x](https://tracker.example/a.png)', String.raw`\![x](https://tracker.example/a.png)`],
    ['![[secret]]', String.raw`\![[secret]]`],
    ['```dataviewjs\ndv.x()\n```', '```\ndv.x()\n```'],
    ['~~~ js\nx\n~~~', '~~~\nx\n~~~'],
    ['- ```js\n  x\n  ```', '- ```\n  x\n  ```'],
    ['a #tag and # no tag', String.raw`a \#tag and # no tag`],
    ['见 <% tp.x %>', '见 &lt;% tp.x %>'],
    ['`= this.file`', '`\u200B= this.file`'],
    ['`$= dv.x`', '`\u200B$= dv.x`'],
  ])('show %j and do nothing of it', (markdown, shown) => expect(bodyOf(markdown)).toContain(shown));

  test.each(['**重要** `x` 和 $a_1$', '1 < 2', '见第 #3 节', '| a | b |\n| - | - |\n| 1 | 2 |', '```\nx\n```'])(
    'leave %j as it is',
    (markdown) => expect(bodyOf(markdown)).toContain(markdown),
  );
});
