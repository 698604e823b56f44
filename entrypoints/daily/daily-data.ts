import { type DayEstimate, estimateDay, usualToScore } from '@/core/daily/estimate';
import type { DailyEnd } from '@/core/daily/daily-state';
import { leftOut } from '@/core/daily/left-out';
import type { NewsPaper } from '@/core/daily/news';
import { describeWhy } from '@/core/daily/why';
import type { Language } from '@/core/settings';
import { dayViewWords } from '@/core/words/day-view';
import { wakeBackground } from '@/messages/wake';
import {
  cancelDaily,
  type DailyLook,
  readDaily,
  readDailyInput,
  readNews,
  retryDaily,
  startDaily,
} from '@/storage/daily';
import { listModels } from '@/storage/models';
import { type ListMarks, readListMarks } from '@/storage/marks';
import { readSettings } from '@/storage/settings';

/** What a day's report will take with the reader's model; null when none is used. */
export async function readEstimate(): Promise<DayEstimate | null> {
  const [settings, models] = await Promise.all([readSettings(), listModels()]);
  const model = models.find(({ isDefault }) => isDefault);
  if (!settings.dailyModel || !model) return null;
  const toScore = usualToScore(settings.categories, settings.dailyCrossLists);
  return estimateDay({ toScore, most: settings.dailyMost }, model.price);
}

/** Has a day's report made, as the settings say now. */
export async function makeDay(date: string): Promise<void> {
  await startDaily(await readDailyInput(date), Date.now());
  wakeBackground();
}

/** Has papers of a day tried again; null all that failed or were left out. */
export async function retryDay(date: string, ids: readonly string[] | null): Promise<void> {
  await retryDaily(date, ids, Date.now());
  wakeBackground();
}

/** Stops a day's report; what is written stays. */
export async function cancelDay(date: string): Promise<void> {
  await cancelDaily(date, Date.now());
  wakeBackground();
}

/** How many papers a day left out, where that is known without reading them; null where it is not. */
export async function countLeftOut(date: string): Promise<number | null> {
  const { last } = (await readDaily(Date.now())).state;
  return last?.kind === 'made' && last.date === date ? last.announced - last.chosen : null;
}

/** What a day left out, in order; null when it is not known. */
export async function readLeftOut(date: string): Promise<NewsPaper[] | null> {
  const news = await readNews(date);
  return news && leftOut(news);
}

/** What the reader has done with the papers. */
export async function readNewsMarks(papers: readonly NewsPaper[]): Promise<Record<string, ListMarks>> {
  return readListMarks(papers.map(({ paper }) => paper.id));
}

/** How long it is told that a day which was asked for has no report. */
const TOLD_MILLISECONDS = 12 * 3_600_000;

/** What came last of asking for a day, where it was no report and the reader has yet to hear of it; null otherwise. */
export function findNoReport({ job, state }: DailyLook, now: number): Exclude<DailyEnd, { kind: 'made' }> | null {
  const { last } = state;
  if (last === null || last.kind === 'made' || job?.state !== 'done' || job.input.date !== last.date) return null;
  return now - last.at < TOLD_MILLISECONDS ? last : null;
}

let known: { date: string; news: ReturnType<typeof readNews> } | null = null;

/** Why a paper stands in a day's report, one reason a line. A day is read once for all its papers. */
export async function readWhy(date: string, id: string, language: Language): Promise<string[]> {
  if (known?.date !== date) known = { date, news: readNews(date) };
  const news = await known.news;
  const found = news?.papers.find(({ paper }) => paper.id === id);
  return found ? describeWhy(found, language) : [dayViewWords[language].noWhy];
}
