import { describe, expect, test } from 'vitest';
import { buildGuide } from '@/core/guide/build';
import type { Guide } from '@/core/guide/guide';
import { buildSummary } from '@/core/guide/summary';
import type { Paper } from '@/core/paper';
import { plainText } from '@/core/render/text';
import type { Tree } from '@/core/render/tree';
import { parseReport } from '@/core/report/parse';
import { hasShared, sharedFile } from '../../shared';
import { faultsOf } from '../render/walker';

const REPORTS = ['arxiv_cv_report_2025-08-27', 'arxiv_cv_report_2025-12-30', 'arxiv_cv_report_2026-09-01'];

function guideOf(paper: Paper): Guide | null {
  if (!paper.analysis) return null;
  const { markdown, basis, sections } = paper.analysis;
  const { keyFindings, extra, id, version } = paper;
  return buildGuide(
    {
      key: id,
      paperId: id,
      reportId: 'r',
      source: '计算机视觉日报',
      date: null,
      basis,
      basisStated: false,
      version,
      model: null,
      markdown,
      sections,
      keyFindings,
      extra,
    },
    { ...paper, comments: null, journalRef: null, doi: null, from: 'report' },
  );
}

/** Words and numbers of a text, without the marks that only lay it out. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Han}]{2,}|[A-Za-z]{3,}|\d{2,}/gu) ?? [];
}

function linkTexts(trees: readonly Tree[]): string[] {
  return trees.flatMap((tree) => {
    if (typeof tree === 'string') return [];
    const [tag, , ...children] = tree;
    return tag === 'a' ? [plainText(children)] : linkTexts(children);
  });
}

describe.runIf(hasShared).each(REPORTS)('%s', (name) => {
  // What is left out is collected all the same.
  const report = hasShared ? parseReport(sharedFile(`reports/${name}.md`)).report : { papers: [], summary: null };
  const guides = report.papers.flatMap((paper) => {
    const guide = guideOf(paper);
    return guide ? [{ paper, guide }] : [];
  });

  test('every analysis has a gist of one sentence, and three lines', () => {
    expect(guides.length).toBe(report.papers.length);
    for (const { guide } of guides) {
      expect(guide.gist).toMatch(/^(?!好的|总|作为|希望|以下)[^\n*#`]{15,130}[。…]$/);
      expect(guide.brief.map(({ part }) => part)).toEqual(['problem', 'method', 'results']);
      for (const { text } of guide.brief) {
        expect(text).toMatch(/^(?!好的|总而言之|希望)[^\n*#`]{10,130}$/);
        expect(text).not.toMatch(/[：:]。?$/);
      }
    }
  });

  test('nothing of an analysis is lost, and nothing stands first that is small talk', () => {
    for (const { paper, guide } of guides) {
      const shown = guide.sections.map(({ title, body }) => `${title}\n${plainText(body)}`).join('\n');
      const missing = wordsOf(paper.analysis?.markdown ?? '').filter((word) => !shown.includes(word));
      // TeX of formulas is not words.
      expect(missing.filter((word) => !/^(?:des|default)$/.test(word))).toEqual([]);
      expect(plainText(guide.sections[0]?.body ?? [])).not.toMatch(/^(?:好的|作为.{0,20}专家)/);
    }
  });

  test('trees hold only what is allowed, and no emphasis is left as asterisks', () => {
    for (const { guide } of guides) {
      const bodies = guide.sections.map(({ body }) => body);
      expect(bodies.flatMap((body) => faultsOf(body))).toEqual([]);
      expect(bodies.map((body) => plainText(body)).join('\n')).not.toMatch(/\*\*|\\[([]/);
    }
  });

  test('key findings are the abstract’s sentences', () => {
    for (const { guide } of guides) {
      expect(guide.findings.quoted).toBe(guide.findings.items.length > 0);
      expect(guide.findings.items.every(({ lang }) => lang === 'en')).toBe(true);
    }
  });

  test('every quoted title of the overview that the report lists is a link, and no other', () => {
    if (!report.summary) return;
    const { sections } = buildSummary(report.summary, report.papers);
    const links = sections.flatMap(({ body }) => linkTexts(body));
    const quoted = [...report.summary.markdown.matchAll(/"([^"\n]{20,})"/g)].map(([, title = '']) => title);
    const listed = new Set(report.papers.map(({ title }) => title));
    expect(links).toEqual(quoted.filter((title) => listed.has(title)));
    expect(plainText(sections[0]?.body ?? [])).not.toMatch(/^(?:好的|报告日期|致)/);
  });
});
