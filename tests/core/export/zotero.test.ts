import { describe, expect, test } from 'vitest';
import { toZoteroItem } from '@/core/export/zotero';
import { FULL_PAPER, HARD_PAPERS } from './hard-papers';
import { paperOf } from './papers';

const options = { language: 'zh', now: new Date('2026-11-28T01:02:03.456Z') } as const;
const itemOf = (...given: Parameters<typeof paperOf>) => toZoteroItem(paperOf(...given), options);
const notesOf = (markdown: string) => itemOf({ analyses: [{ markdown }] }).notes.map(({ note }) => note);

describe('a paper for Zotero', () => {
  test('is a preprint of arXiv', () =>
    expect(itemOf({ saved: { savedAt: 1, tags: ['三维', '三维 ', ''], note: '' } })).toEqual({
      id: '2512.23705',
      itemType: 'preprint',
      title: 'Diffusion Knows Transparency',
      creators: [
        { creatorType: 'author', firstName: 'Shaocong', lastName: 'Xu' },
        { creatorType: 'author', firstName: 'Hao', lastName: 'Zhao' },
      ],
      abstractNote: 'Transparent objects are hard.',
      date: '2025-12-29',
      repository: 'arXiv',
      archiveID: 'arXiv:2512.23705',
      DOI: '10.48550/arXiv.2512.23705',
      url: 'https://arxiv.org/abs/2512.23705',
      accessDate: '2026-11-28T01:02:03Z',
      libraryCatalog: 'arXiv.org',
      extra: 'arXiv:2512.23705 [cs.CV]\nversion: 1',
      tags: [{ tag: '三维' }],
      notes: [],
      attachments: [{ title: 'Preprint PDF', url: 'https://arxiv.org/pdf/2512.23705v1', mimeType: 'application/pdf' }],
    }));

  test('brings all that is known of it', () => {
    const item = toZoteroItem(FULL_PAPER, options);
    expect(item.title).toBe(String.raw`On Erdős problems over $\mathbb{F}_q$ by NASA`);
    expect(item.DOI).toBe('10.1000/a_b%c');
    expect(item.extra.split('\n')).toEqual([
      'arXiv:2512.23705 [cs.CV]',
      'titleTranslation: 论埃尔德什问题',
      'version: 1',
      '期刊：J. Test. 1 (2025) 2',
      '备注：Accepted at CVPR 2026',
    ]);
    expect(item.tags.map(({ tag }) => tag)).toEqual(['数论', 'to read, soon; now']);
  });

  test('has names in two fields, or in one', () =>
    expect(toZoteroItem(FULL_PAPER, options).creators).toEqual([
      { creatorType: 'author', firstName: 'Laurens', lastName: 'van der Maaten' },
      { creatorType: 'author', firstName: 'Jane, Jr.', lastName: 'Roe' },
      { creatorType: 'author', lastName: 'LHCb Collaboration', fieldMode: 1 },
      { creatorType: 'author', lastName: '张三', fieldMode: 1 },
    ]));

  test.each([
    [{ id: 'math/0309136', categories: ['math.GT'] }, 'arXiv:math/0309136\nversion: 1'],
    [{ categories: [] }, 'arXiv:2512.23705\nversion: 1'],
    [{ version: null }, 'arXiv:2512.23705 [cs.CV]'],
  ])('is told apart in Extra: %j', (paper, extra) => expect(itemOf({ paper }).extra).toBe(extra));

  test('of another source claims nothing of arXiv', () => {
    const item = itemOf({ paper: { id: 'doi:10.1/x', published: null } });
    expect([item.repository, item.archiveID, item.DOI, item.url, item.libraryCatalog, item.date]).toEqual(
      Array(6).fill(''),
    );
    expect(item.attachments).toEqual([]);
  });

  test('holds text alone, whatever it was', () => {
    for (const paper of HARD_PAPERS) {
      const item = toZoteroItem(paper, options);
      expect(JSON.parse(JSON.stringify(item))).toEqual(item);
      expect(item.title).not.toMatch(/[\n\u202e]/);
    }
  });
});

describe('its notes', () => {
  test('are each analysis in reading order, and then what the reader wrote', () => {
    const notes = toZoteroItem(FULL_PAPER, options).notes.map(({ note }) => note);
    expect(notes).toHaveLength(3);
    expect(notes[0]).toMatch(/^<div data-schema-version="8"><h1>解读：计算机视觉日报 · 2025-12-30/);
    expect(notes[0]).toMatch(
      /论埃尔德什问题[^]*它解决了透明物体的深度。[^]*研究问题[^]*透明物体很难[^]*扩散模型[^]*关键发现[^]*DKT/,
    );
    expect(notes[1]).toContain('只有一段。');
    expect(notes[2]).toBe('<div data-schema-version="8"><h1>笔记</h1>\n<p>先读第三节</p><h4>很重要</h4></div>');
  });

  test.each([
    ['误差 $x^2$ 很小。', '<p>误差 <span class="math">$x^2$</span> 很小。</p>'],
    ['$a<b$ 成立。', '<p><span class="math">$a&lt;b$</span> 成立。</p>'],
    ['如下\n\n$$\\sum_i x_i$$\n\n所以', '<pre class="math">$$\\sum_i x_i$$</pre>'],
  ])('have formulas as Zotero draws them: %j', (markdown, html) => expect(notesOf(markdown)[0]).toContain(html));

  test.each([
    '<img src=x onerror=alert(1)>很好',
    '<script>alert(1)</script>很好',
    '[点我](javascript:alert(1))很好',
    '![图](https://evil.example/a.png)很好',
    '$\\href{javascript:alert(1)}{x}$很好',
    '</div><iframe src="https://evil.example"></iframe>很好',
    '$a"onmouseover="alert(1)$很好',
  ])('let no markup in: %j', (markdown) => {
    const [note = ''] = notesOf(markdown);
    expect(note).toContain('很好');
    expect(
      note.replace(
        /<\/?(?:div data-schema-version="8"|div|h1|h2|p|em|strong|code|span class="math"|span lang="en"|span|a href="https:[^"]*"|a)>/g,
        '',
      ),
    ).not.toMatch(/</);
  });

  test.each([{ markdown: '', sections: [], keyFindings: [] }, { markdown: '  \n' }])(
    'are none where there is nothing to tell: %j',
    (analysis) =>
      expect(itemOf({ analyses: [analysis], saved: { savedAt: 1, tags: [], note: ' \n' } }).notes).toEqual([]),
  );
});
