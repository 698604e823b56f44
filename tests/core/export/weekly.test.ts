// @vitest-environment happy-dom
import MarkdownIt from 'markdown-it';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOf, weekOf, type WeekInput } from '@/core/export/week';
import { toWeekly, toWeeklyHtml, toWeeklyMarkdown } from '@/core/export/weekly';
import { paperOf } from './papers';

describe('weekOf', () => {
  test.each([
    ['2026-11-28', 0, '2026-W48', '2026-11-23', '2026-11-29'],
    ['2026-11-23', 0, '2026-W48', '2026-11-23', '2026-11-29'],
    ['2026-11-28', -1, '2026-W47', '2026-11-16', '2026-11-22'],
    ['2027-01-03', 0, '2026-W53', '2026-12-28', '2027-01-03'],
    ['2024-12-30', 0, '2025-W01', '2024-12-30', '2025-01-05'],
    ['2027-01-04', -1, '2026-W53', '2026-12-28', '2027-01-03'],
  ])('of %s, %i later, is %s', (day, later, name, from, to) => expect(weekOf(day, later)).toEqual({ name, from, to }));

  test.each(['', '2026-02-30', 'today', '2026-W48'])('is none of %j', (day) => expect(weekOf(day)).toBeNull());

  test('begins with Monday in Beijing and lasts seven days', () => {
    const week = weekOf('2026-11-28');
    if (!week) throw new Error('no week');
    const [start, end] = boundsOf(week);
    expect(new Date(start).toISOString()).toBe('2026-11-22T16:00:00.000Z');
    expect(end - start).toBe(7 * 24 * 3_600_000);
  });
});

const week = { name: '2026-W48', from: '2026-11-23', to: '2026-11-29' };
const tagged = paperOf({
  paper: { title: 'On $x^2$', titleChinese: '论透明' },
  saved: { savedAt: 1, tags: ['三维', 'b'], note: '**要点**：见图 2' },
  analyses: [
    {
      sections: [
        { part: 'problem', title: '问题', markdown: '现有的深度估计方法难以处理透明物体，因为光线会穿过它们。' },
      ],
    },
  ],
});
const bare = paperOf({ paper: { id: '2401.00001', title: 'Bare', categories: ['cs.LG'] } });
const input: WeekInput = {
  week,
  saved: [tagged],
  read: [tagged, bare],
  noted: [tagged],
  reports: [{ date: '2026-11-24', source: '计算机视觉日报', count: 30, chosen: [bare] }],
};

describe('a week', () => {
  test('counts what happened, and lists each paper once under its tag or category', () => {
    const report = toWeekly(input, 0, 'zh');
    expect(report.account).toBe('收藏 1 篇，读过 2 篇，写了笔记 1 篇；日报 1 份，共 30 篇。');
    expect(report.groups.map(({ name, papers }) => [name, papers.map(({ id }) => id)])).toEqual([
      ['#三维', ['2512.23705']],
      ['cs.LG', ['2401.00001']],
    ]);
    expect(report.groups[0]?.papers[0]).toMatchObject({ marks: ['收藏', '读过'], note: '**要点**：见图 2' });
    expect(report.reports).toEqual([
      { name: '2026-11-24 计算机视觉日报（30 篇）', papers: [expect.objectContaining({ id: '2401.00001', note: '' })] },
    ]);
  });

  test('is Markdown with formulas, notes as quotations, and links', () => {
    const markdown = toWeeklyMarkdown(toWeekly(input, 0, 'zh'), 'zh');
    expect(markdown).toMatch(/^# 本周周报 2026-W48\n\n2026-11-23 至 2026-11-29\n\n收藏 1 篇/);
    expect(markdown).toContain('- **[On $x^2$](https://arxiv.org/abs/2512.23705)** 论透明 （收藏、读过）');
    const body = new DOMParser().parseFromString(new MarkdownIt().render(markdown), 'text/html').body;
    expect(body.querySelector('li blockquote strong')?.textContent).toBe('要点');
    expect(Array.from(body.querySelectorAll('h2'), (head) => head.textContent)).toEqual([
      '#三维',
      'cs.LG',
      '日报里排在前面的论文',
    ]);
  });

  test('is HTML that says the same', () => {
    const { fragment, page } = toWeeklyHtml(toWeekly(input, 0, 'zh'), 'zh');
    const body = new DOMParser().parseFromString(fragment, 'text/html').body;
    expect(body.querySelectorAll('li')).toHaveLength(3);
    expect(body.querySelector('li blockquote strong')?.textContent).toBe('要点');
    expect(page).toMatch(/^<!doctype html>/);
  });

  test('says so when nothing happened', () => {
    const nothing = toWeekly({ week, saved: [], read: [], noted: [], reports: [] }, 0, 'zh');
    expect(nothing.empty).toBe(true);
    expect(toWeeklyMarkdown(nothing, 'zh')).toContain('这一周没有');
  });

  test('keeps whatever a note or a title holds where it stands', { timeout: 60_000 }, () => {
    const text = fc.oneof(
      fc.constantFrom('<img src=x onerror=y>', '# x', '```', '- ', '](javascript:x)', '\n\n# y', '$', '> '),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, text, (title, note) => {
        const hostile = paperOf({ paper: { title }, saved: { savedAt: 1, tags: [], note } });
        const report = toWeekly({ ...input, saved: [hostile], read: [], noted: [hostile] }, 0, 'zh');
        const body = new DOMParser().parseFromString(toWeeklyHtml(report, 'zh').page, 'text/html');
        expect(body.querySelector('img, script, [onerror]')).toBeNull();
        const rendered = new DOMParser().parseFromString(
          new MarkdownIt().render(toWeeklyMarkdown(report, 'zh')),
          'text/html',
        ).body;
        expect(rendered.querySelectorAll('h1')).toHaveLength(1);
        expect(rendered.querySelectorAll('body > h2')).toHaveLength(2);
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  [0, '本周周报 2026-W48', 'This week in papers 2026-W48'],
  [-1, '上周周报 2026-W48', 'Last week in papers 2026-W48'],
  [-2, '周报 2026-W48', 'A week in papers 2026-W48'],
  [-53, '周报 2026-W48', 'A week in papers 2026-W48'],
])('a week %i weeks from this one is titled %s, whatever it is taken along as', (later, chinese, english) => {
  const report = toWeekly(input, later, 'zh');
  expect(report.title).toBe(chinese);
  expect(toWeeklyMarkdown(report, 'zh').split('\n', 1)).toEqual([`# ${chinese}`]);
  expect(toWeeklyHtml(report, 'zh').fragment).toContain(`<h1>${chinese}</h1>`);
  expect(toWeekly(input, later, 'en').title).toBe(english);
});
