import { describe, expect, test } from 'vitest';
import type { Report } from '@/core/paper';
import { formatReport } from '@/core/report/format';
import { parseReport } from '@/core/report/parse';
import { samplePaper, sampleReport } from './sample';

const two = sampleReport([
  samplePaper(),
  samplePaper({ id: '2512.00002v3', title: 'Another', url: 'http://arxiv.org/abs/2512.00002v3' }),
]);

function change(text: string, edit: (report: Report) => void): string {
  const { report } = parseReport(text);
  edit(report);
  return formatReport(report);
}
function editPaper(edit: (paper: Report['papers'][number]) => void) {
  return (report: Report) => {
    const paper = report.papers[1];
    if (paper) edit(paper);
  };
}

describe('formatReport', () => {
  test.each<[string, (report: Report) => void, (text: string) => string]>([
    [
      'title',
      editPaper((paper) => (paper.title = 'Changed $& {}')),
      (text) => text.replaceAll('[Another]', () => '[Changed $& {}]'),
    ],
    [
      'version',
      editPaper((paper) => (paper.version = 4)),
      (text) => text.replaceAll(/(#|id='|\]\(http:\/\/arxiv.org\/abs\/)2512.00002v3/g, '$12512.00002v4'),
    ],
    [
      'abstract',
      editPaper((paper) => (paper.abstract = paper.abstract.replace('works', 'does not'))),
      (text) => text.replace(/It works([^]*)It works/, 'It works$1It does not'),
    ],
    [
      'authors',
      editPaper((paper) => (paper.authors = ['Cy Dee'])),
      (text) => text.replace(/Ann Lee, Bo Xu([^]*)Ann Lee, Bo Xu/, 'Ann Lee, Bo Xu$1Cy Dee'),
    ],
    [
      'link',
      editPaper((paper) => (paper.links = [{ label: 'PDF', url: 'https://example.org/a.pdf' }])),
      (text) =>
        text.replace(/- \[PDF\]\(http:\/\/arxiv.org\/pdf\/2512.00002v3\)\n.*/, '- [PDF](https://example.org/a.pdf)'),
    ],
    [
      'summary',
      (report) => (report.summary = null),
      (text) => text.replace(/## Executive Summary[^]*?(?=## Table)/, ''),
    ],
  ])('writes a changed %s where it stands, and nowhere else', (_name, edit, expected) =>
    expect(change(two, edit)).toBe(expected(two)),
  );

  test('keeps a paper as it was when its neighbours go, come or change places', () => {
    const crlf = two.replaceAll('\n', '\r\n');
    const without = change(crlf, (report) => report.papers.shift());
    expect(without).toBe(
      sampleReport([
        samplePaper({ id: '2512.00002v3', title: 'Another', url: 'http://arxiv.org/abs/2512.00002v3' }),
      ]).replaceAll('\n', '\r\n'),
    );
    const turned = change(crlf, (report) => report.papers.reverse());
    expect(parseReport(turned).report.papers.map(({ title }) => title)).toEqual(['Another', 'A Title']);
    expect(turned).toContain('1. [Another](#2512.00002v3)\r\n2. [A Title]');
  });

  test('writes a report without layout as the generator does', () => {
    const usual = sampleReport([samplePaper({ abstract: 'One line.', findings: '- One line.' })]);
    expect(change(usual, (report) => (report.layout = null))).toBe(usual);
  });

  test.each([{ frame: 'none' }, { papers: { x: { pieces: [{ slot: 'nothing' }] } } }, 'text', 7, []])(
    'takes the layout %j for none',
    (layout) => {
      const usual = sampleReport([samplePaper({ abstract: 'One line.', findings: '- One line.' })]);
      expect(change(usual, (report) => (report.layout = layout))).toBe(usual);
    },
  );

  test('repeats no text of a field in the layout', () => {
    const contents = '1. [A Title](#2512.23705v1)\n1. [A Title](#2512.23705v1)\n2) A Title';
    const { report } = parseReport(
      sampleReport([samplePaper({ head: '**Venue:** CVPR 2026', authors: ' Ann Lee,Bo Xu' })], undefined, contents),
    );
    const layout = JSON.stringify(report.layout);
    for (const text of [
      'A Title',
      'wrapped',
      'present a method',
      'Ann Lee',
      '研究问题',
      'Venue',
      'CVPR',
      '2512.23705',
      '主要主题',
    ])
      expect(layout).not.toContain(text);
  });
});
