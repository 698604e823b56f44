import { describe, expect, test } from 'vitest';
import { buildGuide } from '@/core/guide/build';
import type { AnalysisRecord, PaperRecord } from '@/core/library/records';
import { PARTS } from '@/core/paper';
import { splitAnalysis } from '@/core/report/sections';
import { joinGuides, toAnalysisMarkdown, toSections } from '@/core/writing/analysis';
import { readAnswer } from '@/core/writing/answer';
import type { WrittenGuide } from '@/core/writing/written';
import { ABSTRACT, FULL, SOURCE } from './answers';

const written = (answer: object, basis: 'full' | 'abstract'): WrittenGuide =>
  readAnswer(JSON.stringify(answer), { basis, language: 'zh', ended: true, source: SOURCE }).guide;

const PAPER: PaperRecord = {
  id: '2512.00001',
  version: 1,
  title: 'Counting Ships from Space',
  titleChinese: null,
  authors: ['A B'],
  published: null,
  categories: ['cs.CV'],
  abstract: 'We count ships.',
  links: [],
  comments: null,
  journalRef: null,
  doi: null,
  from: 'page',
};
const analysis = (guide: WrittenGuide, language: 'zh' | 'en' = 'zh'): AnalysisRecord => ({
  key: '2512.00001||1',
  paperId: '2512.00001',
  reportId: null,
  source: '模型',
  date: null,
  basis: 'full',
  basisStated: true,
  version: 1,
  model: 'm',
  markdown: toAnalysisMarkdown(guide, language),
  sections: toSections(guide, language),
  keyFindings: guide.findings.map(({ text }) => text),
  extra: {},
});

test('the Markdown has a heading for each part, and says what is inferred', () => {
  expect(toAnalysisMarkdown(written(FULL, 'full'), 'zh').match(/^### .*$/gm)).toEqual([
    '### 一句话总结',
    '### 研究问题',
    '### 方法',
    '### 主要结果',
    '### 局限',
    '### 后续工作（推断）',
  ]);
});

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test('the panel draws the parts under their names, inferred ones as such', () => {
    const guide = buildGuide(analysis(written(FULL, 'full'), language), PAPER);
    expect(guide.sections.map(({ part, inferred }) => [part, inferred])).toEqual([
      ['gist', false],
      ['problem', false],
      ['method', false],
      ['results', false],
      ['limitations', false],
      ['future', true],
    ]);
    expect(guide.gist).toBe(FULL.gist);
    expect(guide.brief.map(({ part }) => part)).toEqual(['problem', 'method', 'results']);
    expect(guide.findings.items).toHaveLength(3);
  });

  test.each(PARTS.filter((part) => part !== 'other'))('%s inferred is known by its heading', (part) => {
    const one = (inferred: boolean): WrittenGuide => ({
      titleChinese: null,
      parts: [{ part, markdown: '甲乙丙丁。', inferred }],
      findings: [],
      prose: false,
    });
    for (const inferred of [true, false]) {
      const guide = buildGuide(analysis(one(inferred), language), PAPER);
      expect(guide.sections.map((section) => section.inferred)).toEqual([inferred]);
    }
  });

  test.each([
    ['full', FULL],
    ['abstract', ABSTRACT],
  ] as const)('a guide from the %s text is cut into the same parts again', (basis, answer) => {
    const guide = written(answer, basis);
    const cut = splitAnalysis(toAnalysisMarkdown(guide, language));
    expect(cut.map(({ part, markdown }) => ({ part, markdown }))).toEqual(
      guide.parts.map(({ part, markdown }) => ({ part, markdown })),
    );
  });
});

test('prose stands without a heading', () => {
  const guide: WrittenGuide = {
    titleChinese: null,
    parts: [{ part: 'other', markdown: '一段话。', inferred: false }],
    findings: [],
    prose: true,
  };
  expect(toAnalysisMarkdown(guide, 'zh')).toBe('一段话。');
});

test('what was written before an interruption stays before the rest', () => {
  const whole = written(FULL, 'full');
  const first: WrittenGuide = { ...whole, parts: whole.parts.slice(0, 2), findings: [] };
  const { title: _title, ...rest } = FULL;
  const joined = joinGuides(first, written({ ...rest, problem: '又写了一次' }, 'full'));
  expect(joined).toEqual(whole);
});
