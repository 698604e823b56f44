import { describe, expect, test } from 'vitest';
import { collectPapers, readIncoming } from '@/core/library/collect';
import { writeLibraryJson } from '@/core/library/json';
import { readInput } from '@/core/report/read';
import { sampleRow, toLines } from '../day-file/sample';
import { paperOf } from '../export/papers';
import { samplePaper, sampleReport } from '../report/sample';

const SAVED = paperOf({
  paper: { id: '2512.23705', doi: '10.1000/a', journalRef: 'J. 1', comments: '8 pages' },
  analyses: [{ markdown: '**方法**：好。', key: '2512.23705|x|1' }],
  saved: { savedAt: 5, tags: ['三维'], note: '我的笔记' },
});
const LIBRARY = [SAVED];
const libraryText = writeLibraryJson(LIBRARY, '2026-01-01T00:00:00.000Z');
const reportText = sampleReport([samplePaper(), samplePaper({ id: '2512.00002v1', title: 'Other' })]);
const collect = (...texts: string[]) => collectPapers(texts.map((text) => readIncoming(text, { date: '2026-06-25' })));
const ids = (papers: ReturnType<typeof collect>) => papers.map(({ paper }) => paper.id);

describe('collectPapers', () => {
  test('gives a library back as it is', () => expect(collect(libraryText)).toEqual(LIBRARY));

  test('has each paper of several files once, with all of its analyses, best first', () => {
    const papers = collect(reportText, libraryText, toLines(sampleRow()));
    expect(ids(papers)).toEqual(['2512.23705', '2512.00002', '2606.01234']);
    const [first] = papers;
    expect(first?.paper).toMatchObject({ title: 'A Title', doi: '10.1000/a', from: 'report' });
    expect(first?.analyses.map(({ source }) => source)).toHaveLength(2);
    expect(first?.saved).toEqual({ savedAt: 5, tags: ['三维'], note: '我的笔记' });
  });

  test('merges what two libraries add to a paper', () => {
    const other = [{ ...SAVED, saved: { savedAt: 3, tags: ['深度'], note: '另一条' } }];
    const [paper] = collect(libraryText, writeLibraryJson(other, ''));
    expect(paper?.saved).toEqual({ savedAt: 3, tags: ['三维', '深度'], note: '我的笔记\n\n另一条' });
    expect(paper?.analyses).toHaveLength(1);
  });

  test('takes the later of two copies of a report', () => {
    const corrected = sampleReport([samplePaper({ analysis: '**Analysis:**\n\n**1. 研究问题：**\n改过的正文。' })]);
    const papers = collect(reportText, corrected);
    expect(ids(papers)).toEqual(['2512.23705', '2512.00002']);
    expect(papers[0]?.analyses.map(({ markdown }) => markdown)).toEqual([expect.stringContaining('改过的正文')]);
    // The copy has no analysis of the second paper, and so no longer has the library.
    expect(papers[1]?.analyses).toEqual([]);
  });

  test('reads what parse says of a library, with what its reader added', () => {
    const [paper] = collect(JSON.stringify({ file: 'x', ...readInput(libraryText) }));
    expect(paper?.paper).toMatchObject({ id: '2512.23705', comments: '8 pages', journalRef: 'J. 1', doi: '10.1000/a' });
    expect(paper?.saved).toEqual(SAVED.saved);
    expect(paper?.analyses).toHaveLength(1);
  });

  test.each([
    ['an empty text', ''],
    ['blanks', ' \n '],
    ['an excuse', '抱歉，我无法访问这篇论文，请您提供论文的全文。'],
    ['a failure', '解读失败'],
  ])('has no analysis for %s in its place', (_, markdown) => {
    const paper = { id: '2512.23705', title: 'A', analysis: { markdown } };
    expect(collect(JSON.stringify({ papers: [paper] }))[0]?.analyses).toEqual([]);
    expect(collect(writeLibraryJson([paperOf({ analyses: [{ markdown }] })], ''))[0]?.analyses).toEqual([]);
  });

  test('has no analysis of a paper for which a report says that it failed', () => {
    const failed = samplePaper({ analysis: '**Analysis:**\n\n抱歉，我无法访问这篇论文，请您提供论文的全文。' });
    expect(collect(sampleReport([failed]))[0]?.analyses).toEqual([]);
  });
});
