import type { Page } from 'playwright';
import type { AnnouncedPaper } from '@/core/daily/announced-paper';
import { type DailyInput, type DailyPaper, type DailyProgress, NOTHING_MADE } from '@/core/daily/daily-job';
import type { DayNews, NewsPaper } from '@/core/daily/news';
import { type DailyJob, newDailyJob } from '@/core/jobs/job';
import { ownReportId } from '@/core/library/own-report';
import type { ReportEntry, ReportRecord } from '@/core/library/records';

/** Writes rows of the library, from one of the extension's own pages. */
export async function putRows(page: Page, rows: Record<string, readonly object[]>): Promise<void> {
  await page.evaluate(async (stores) => {
    const opening = indexedDB.open('library');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const transaction = opening.result.transaction(Object.keys(stores), 'readwrite');
    for (const [name, values] of Object.entries(stores)) {
      for (const value of values) transaction.objectStore(name).put(value);
    }
    await new Promise((resolve, reject) => {
      transaction.addEventListener('complete', resolve);
      transaction.addEventListener('abort', reject);
    });
    opening.result.close();
  }, rows);
}

/** How many rows a store has. */
export function countRows(page: Page, store: string): Promise<number> {
  return page.evaluate(async (name) => {
    const opening = indexedDB.open('library');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const counting = opening.result.transaction(name, 'readonly').objectStore(name).count();
    await new Promise((resolve) => counting.addEventListener('success', resolve));
    opening.result.close();
    return counting.result;
  }, store);
}

/** A row of a store; undefined when there is none. */
export function readRow(page: Page, store: string, key: string): Promise<unknown> {
  return page.evaluate(
    async ([name, id]) => {
      const opening = indexedDB.open('library');
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const reading = opening.result.transaction(name, 'readonly').objectStore(name).get(id);
      await new Promise((resolve) => reading.addEventListener('success', resolve));
      opening.result.close();
      return reading.result as unknown;
    },
    [store, key] as const,
  );
}

export function idOf(number: number): string {
  return `2611.${10_000 + number}`;
}

function titleOf(number: number): string {
  return `Paper Number ${number} on $\\mathcal{O}(n^${number % 9})$ Maps`;
}

function entryOf(number: number): ReportEntry {
  return {
    id: idOf(number),
    version: 1,
    title: titleOf(number),
    titleTree: [`Paper Number ${number} on Maps`],
    titleChinese: null,
    gist: number % 3 === 0 ? '' : `第 ${number} 篇论文让机器更快地画出一张地图。`,
    categories: ['cs.CV', 'cs.RO'],
    basis: number % 3 === 0 ? null : 'full',
    basisStated: true,
    failed: false,
  };
}

/** A day's report that was made here, of the papers with these numbers. */
export function ownReport(date: string, numbers: readonly number[], importedAt: number): ReportRecord {
  return {
    id: ownReportId(date),
    date,
    title: `Arxiv Computer Vision Papers - ${date}`,
    source: '本机生成',
    summary: {
      sections: [
        { title: '', body: [['p', null, '自动统计（未用模型）']] },
        {
          title: '今日概况',
          body: [
            ['p', null, `${date} 共公告 300 篇，收入日报 ${numbers.length} 篇，未收入 ${300 - numbers.length} 篇。`],
          ],
        },
      ],
      invented: false,
    },
    entries: numbers.map(entryOf),
    importedAt,
  };
}

function announcedOf(number: number): AnnouncedPaper {
  return {
    id: idOf(number),
    version: 1,
    title: titleOf(number),
    authors: ['A. Author'],
    abstract: 'We draw maps. Our method is 20 times faster than what was there before. '.repeat(12),
    categories: ['cs.CV', 'cs.RO'],
    announced: 'new',
    comments: null,
    published: '2026-11-18',
  };
}

function newsOf(number: number, chosen: boolean): NewsPaper {
  const hit = { kind: 'primary-title', text: 'world model', points: 3 } as const;
  return {
    paper: announcedOf(number),
    wanted: true,
    score: number % 50 === 7 ? 3.85 : 0.85,
    reasons: [
      ...(number % 50 === 7 ? [hit] : []),
      { kind: 'code', text: 'github.com', points: 0.6 },
      { kind: 'measured', text: '', points: 0.25 },
    ],
    model: number % 4 === 0 ? null : { relevance: 1 + (number % 3), significance: 1 + (number % 2), why: '与地图有关' },
    chosen,
  };
}

/** All that was announced on a day: the papers of its report and so many more. */
export function newsRow(date: string, chosen: readonly number[], others: number, first = 1_000): DayNews {
  return {
    date,
    categories: ['cs.CV'],
    crossLists: true,
    papers: [
      ...chosen.map((number) => newsOf(number, true)),
      ...Array.from({ length: others }, (_, at) => newsOf(first + at, false)),
    ],
    reportId: ownReportId(date),
    madeAt: 1,
  };
}

const INPUT: Omit<DailyInput, 'date'> = {
  categories: ['cs.CV'],
  crossLists: true,
  interests: { primary: ['world model'], secondary: [], excluded: [], authors: [] },
  most: 10,
  modelId: 'm',
  language: 'zh',
  limit: 2,
};

/** The job of a day's report. */
export function dailyJob(date: string, change: Partial<DailyJob>, progress: Partial<DailyProgress> = {}): DailyJob {
  const job = newDailyJob({ ...INPUT, date }, 1);
  return { ...job, ...change, progress: { ...NOTHING_MADE, ...progress } };
}

/** Its papers, so many of each state, in this order. */
export function dailyPapers(states: readonly DailyPaper['state'][]): DailyPaper[] {
  return states.map((state, at) => ({
    id: idOf(at + 1),
    title: titleOf(at + 1),
    state,
    error: state === 'failed' ? 'model-cut' : null,
    cost: state === 'done' ? 0.02 : null,
  }));
}
