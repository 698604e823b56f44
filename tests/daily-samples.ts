import type { AnnouncedPaper } from '@/core/daily/announced-paper';
import { type DailyInput, type DailyPaper, NOTHING_MADE } from '@/core/daily/daily-job';
import type { MadeReport } from '@/core/daily/daily-tools';
import type { DayNews, NewsPaper } from '@/core/daily/news';
import { toDailyReport } from '@/core/daily/report';
import { toPaper } from '@/core/daily/to-paper';
import { type DailyJob, newDailyJob } from '@/core/jobs/job';
import type { Analysis, Paper } from '@/core/paper';

export const DAY = '2026-11-20';

export function sampleAnnounced(change: Partial<AnnouncedPaper> = {}): AnnouncedPaper {
  return {
    id: '2611.00001',
    version: 1,
    title: 'Drawing maps with a network',
    authors: ['Ana Roe', 'Li Na'],
    abstract: 'We draw maps. Our method is 20 times faster than before.',
    categories: ['cs.CV'],
    announced: 'new',
    comments: null,
    published: '2026-11-18',
    ...change,
  };
}

export function sampleDailyInput(change: Partial<DailyInput> = {}): DailyInput {
  const interests = { primary: ['map'], secondary: [], excluded: [], authors: [] };
  const rest = { crossLists: true, interests, most: 10, modelId: null, language: 'zh' as const, limit: 2 };
  return { date: DAY, categories: ['cs.CV'], ...rest, ...change };
}

export function sampleDailyPaper(change: Partial<DailyPaper> = {}): DailyPaper {
  return { id: '2611.00001', title: 'Drawing maps', state: 'waiting', error: null, cost: null, ...change };
}

export function sampleDailyJob(change: Partial<DailyJob> = {}): DailyJob {
  return { ...newDailyJob(sampleDailyInput(), 1), progress: NOTHING_MADE, ...change };
}

function toNews(paper: AnnouncedPaper, isChosen: boolean): NewsPaper {
  return { paper, wanted: true, score: 1, reasons: [], model: null, chosen: isChosen };
}

/** A day's report of these papers, some of them with an analysis by id, and one paper more that was not chosen. */
export function sampleMade(
  papers: AnnouncedPaper[] = [sampleAnnounced()],
  analyses: Record<string, Analysis> = {},
): MadeReport {
  const chosen = papers.map((paper): Paper => ({ ...toPaper(paper), analysis: analyses[paper.id] ?? null }));
  const overview = { markdown: '### 今日概况\n\n两篇论文。', sections: [], invented: false };
  const report = toDailyReport({ date: DAY, categories: ['cs.CV'], papers: chosen, overview });
  const other = sampleAnnounced({ id: '2611.00099', title: 'Counting sheep' });
  const news: DayNews = {
    date: DAY,
    categories: ['cs.CV'],
    crossLists: true,
    papers: [...papers.map((paper) => toNews(paper, true)), toNews(other, false)],
    reportId: null,
    madeAt: 5,
  };
  return { kind: 'made', report, news, missing: [] };
}
