import type { ListedPaper } from '@/components/library/listed-paper';
import type { ReportRecord } from '@/core/library/records';
import { libraryWords } from '@/core/words/library';
import { reportPageWords } from '@/core/words/report-page';
import { viewWords } from '@/core/words/views';

export const words = libraryWords.zh;
export const own = reportPageWords.zh;
export const views = viewWords.zh;

export function listed(changes: Partial<ListedPaper> = {}): ListedPaper {
  return {
    id: '1706.03762',
    version: 5,
    title: 'Attention Is All You Need',
    titleChinese: null,
    gist: '只用注意力做序列转换，训练更快，翻译更好。',
    authors: ['Ashish Vaswani', 'Noam Shazeer', 'Niki Parmar'],
    categories: ['cs.CL', 'cs.LG'],
    basis: 'full',
    basisStated: true,
    tags: [],
    status: null,
    saved: false,
    seen: false,
    dismissed: false,
    texts: [],
    ...changes,
  };
}

export function reportOf(changes: Partial<ReportRecord> = {}): ReportRecord {
  return {
    id: '2026-11-20|示例日报',
    date: '2026-11-20',
    title: '示例日报',
    source: '示例日报',
    summary: {
      invented: false,
      sections: [
        { title: '1. 主要主题', body: [['p', null, '本期多篇论文讨论注意力。']] },
        { title: '2. 推荐阅读', body: [['ul', null, ['li', null, '先读第二篇。']]] },
      ],
    },
    entries: [],
    importedAt: 1,
    ...changes,
  };
}
