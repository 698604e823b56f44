import type { AnalysisRecord, LibraryPaper, PaperRecord } from '@/core/library/records';

type Given = Partial<Omit<LibraryPaper, 'paper' | 'analyses'>> & {
  paper?: Partial<PaperRecord>;
  analyses?: Partial<AnalysisRecord>[];
};

/** A paper in the library with what a test cares about, and plain values for the rest. */
export function paperOf({ paper, analyses = [], saved = null }: Given = {}): LibraryPaper {
  const id = paper?.id ?? '2512.23705';
  return {
    paper: {
      id,
      version: 1,
      title: 'Diffusion Knows Transparency',
      titleChinese: null,
      authors: ['Shaocong Xu', 'Hao Zhao'],
      published: '2025-12-29',
      categories: ['cs.CV'],
      abstract: 'Transparent objects are hard.',
      links: [],
      comments: null,
      journalRef: null,
      doi: null,
      from: 'page',
      ...paper,
    },
    analyses: analyses.map((analysis, index) => ({
      key: `${id}|${index}|1`,
      paperId: id,
      reportId: null,
      source: '计算机视觉日报',
      date: '2025-12-30',
      basis: 'full',
      basisStated: true,
      version: 1,
      model: null,
      markdown: '',
      sections: [],
      keyFindings: [],
      extra: {},
      ...analysis,
    })),
    saved,
  };
}
