import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '@/core/errors';
import { isLibraryJson, readLibraryJson, toReport, writeLibraryJson } from '@/core/library/json';
import { paperSchema } from '@/core/paper';
import * as z from 'zod/mini';
import { sampleAnalysis, sampleEntry, samplePaper } from '../../library-samples';

const AT = '2026-11-22T00:00:00.000Z';
const saved = { savedAt: 1_700_000_000_000, tags: ['扩散', 'emoji 🙂'], note: '第一行\n第二行 "quoted" \\ \u2028' };

function codeOf(action: () => unknown): { code: string; line: number | null } | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, line: error.line };
    throw error;
  }
}

describe('the library file', () => {
  test('gives back what was written', () => {
    const papers = [sampleEntry({ saved }), sampleEntry({ paper: samplePaper({ title: '\uD800 lone' }) })];
    expect(readLibraryJson(writeLibraryJson(papers, AT))).toEqual({ papers, skipped: [] });
  });

  test('is one JSON document, also with no paper', () => {
    expect(JSON.parse(writeLibraryJson([], AT))).toMatchObject({ format: 'daodu-library', version: 1, papers: [] });
    expect(readLibraryJson(writeLibraryJson([], AT)).papers).toEqual([]);
  });

  test('is read as well when another program laid it out anew', () => {
    const papers = [sampleEntry({ saved })];
    const pretty = JSON.stringify(JSON.parse(writeLibraryJson(papers, AT)), null, 2);
    expect(isLibraryJson(pretty)).toBe(true);
    expect(readLibraryJson(pretty)).toEqual({ papers, skipped: [] });
  });

  test('survives any text in titles and notes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, note) => {
        const papers = [sampleEntry({ paper: samplePaper({ title }), saved: { ...saved, note } })];
        expect(readLibraryJson(writeLibraryJson(papers, AT)).papers).toEqual(papers);
      }),
    );
  });

  test.each([
    ['', false],
    ['{"format":"other","version":1,"papers":[]}', false],
    ['{"papers":[{"format":"daodu-library","version":1}]}', false],
    ['# {"format":"daodu-library","version":1}', false],
    ['{"format":"daodu-library","version":1,"papers":[]}', true],
    ['\uFEFF{\n  "format": "daodu-library",\n  "version": 1', true],
  ])('is told by its first characters: %j', (text, expected) => expect(isLibraryJson(text)).toBe(expected));

  test('cut in the middle is refused with the line', () => {
    const text = writeLibraryJson([sampleEntry(), sampleEntry()], AT);
    expect(codeOf(() => readLibraryJson(text.slice(0, -200)))).toEqual({ code: 'bad-json', line: 3 });
    expect(codeOf(() => readLibraryJson(text.slice(0, -3)))).toEqual({ code: 'bad-json', line: 4 });
  });

  test('of a later form is refused rather than misread', () => {
    const text = writeLibraryJson([sampleEntry()], AT).replace('"version":1', '"version":2');
    expect(codeOf(() => readLibraryJson(text))).toEqual({ code: 'file-newer', line: 1 });
  });

  test('names a record of the wrong shape and reads the others', () => {
    const good = sampleEntry();
    const lines = writeLibraryJson([good, good], AT).split('\n');
    lines[1] = `${JSON.stringify({ ...good, paper: { ...good.paper, authors: 'one' } })},`;
    const { papers, skipped } = readLibraryJson(lines.join('\n'));
    expect(papers).toEqual([good]);
    expect(skipped.map(({ line }) => line)).toEqual([2]);
  });

  test('does not take an analysis of another paper', () => {
    const text = writeLibraryJson([sampleEntry({ analyses: [sampleAnalysis({ paperId: '2010.11929' })] })], AT);
    expect(readLibraryJson(text)).toMatchObject({ papers: [], skipped: [{ line: 2 }] });
  });
});

describe('toReport', () => {
  test('gives each paper its best analysis and keeps the others', () => {
    const second = sampleAnalysis({ key: 'k', source: '另一日报', date: '2026-11-21', markdown: '第二份解读' });
    const report = toReport([sampleEntry({ analyses: [sampleAnalysis(), second], saved })]);
    expect(report).toMatchObject({ kind: 'library', date: null, summary: null, layout: null });
    expect(report.papers[0]?.analysis?.sections[0]?.part).toBe('problem');
    expect(report.papers[0]?.saved).toEqual(saved);
    expect(Object.values(report.papers[0]?.extra ?? {})).toContain('第二份解读');
    for (const paper of report.papers) expect(z.safeParse(paperSchema, paper).success).toBe(true);
  });
});
