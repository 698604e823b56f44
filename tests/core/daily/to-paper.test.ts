import { describe, expect, test } from 'vitest';
import { toPaper } from '@/core/daily/to-paper';
import { announced } from './announced';

describe('toPaper', () => {
  test('gives a paper its links and key sentences, and no analysis', () => {
    expect(toPaper(announced({ comments: 'Accepted at CVPR 2027' }))).toEqual({
      id: '2611.00001',
      version: 1,
      title: 'A Lamp for Every Room',
      titleChinese: null,
      authors: ['Ann Lee', 'Bo Xu'],
      published: '2026-11-18',
      categories: ['cs.CV'],
      abstract: 'Rooms are dark. We propose a lamp that finds its room. Nobody asked.',
      analysis: null,
      failure: null,
      keyFindings: ['We propose a lamp that finds its room.'],
      links: [
        { label: 'PDF', url: 'https://arxiv.org/pdf/2611.00001v1' },
        { label: 'arXiv', url: 'https://arxiv.org/abs/2611.00001v1' },
      ],
      extra: { Comments: 'Accepted at CVPR 2027' },
      saved: null,
    });
  });

  test('links to the latest version of a paper of unknown version', () => {
    const { links } = toPaper(announced({ id: 'math/0309136', version: null }));
    expect(links.map(({ url }) => url)).toEqual([
      'https://arxiv.org/pdf/math/0309136',
      'https://arxiv.org/abs/math/0309136',
    ]);
  });

  test.each([
    ['an abstract without text', '', []],
    [
      'an abstract without cues: its last two sentences',
      'One. Two is here. Three is there.',
      ['Two is here.', 'Three is there.'],
    ],
  ])('takes the findings of %s', (_, abstract, findings) => {
    expect(toPaper(announced({ abstract })).keyFindings).toEqual(findings);
  });

  test.each([
    ['a title in two lines', { title: 'A\n Title' }, { title: 'A Title' }],
    [
      'a title with marks of direction and halves of pairs',
      { title: 'A\u202E \u0000\uD800 Title' },
      { title: 'A \uFFFD Title' },
    ],
    ['a wrapped abstract', { abstract: 'It is\n---\n## wrapped.' }, { abstract: 'It is --- ## wrapped.' }],
    ['a label at the beginning', { abstract: '**Abstract:** It is.' }, { abstract: 'Abstract: It is.' }],
    ['a heading at the beginning', { abstract: '## Papers' }, { abstract: 'Papers' }],
    ['a comma in a name', { authors: ['Ann Lee, Jr.', ' '] }, { authors: ['Ann Lee Jr.'] }],
    ['no day that exists', { published: '2026-02-30' }, { published: null }],
    ['empty comments', { comments: ' ' }, { extra: {} }],
    [
      'a label within the abstract, which stays',
      { abstract: 'It is **bold:** text.' },
      { abstract: 'It is **bold:** text.' },
    ],
    ['a hash that is no heading, which stays', { abstract: '#P-hard problems.' }, { abstract: '#P-hard problems.' }],
  ])('settles %s', (_, given, expected) => {
    expect(toPaper(announced(given))).toMatchObject(expected);
  });
});
