import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { DailyJob, GuideJob } from '@/core/jobs/job';
import type { AnalysisRecord, ReportRecord, ReportText } from '@/core/library/records';
import { toDailyInput } from '@/core/daily/daily-input';
import { newDailyJob } from '@/core/jobs/job';
import type { ModelConfig } from '@/core/model/config';
import { DEFAULT_SETTINGS, type Settings } from '@/core/settings';
import { ownReportId } from '@/core/library/own-report';
import type { Report } from '@/core/paper';
import type { Chromium } from '@/scripts/browser/chromium';
import type { DailyWorld } from './daily-world';
import { addModel } from './writer';
import type { StoredText } from '@/core/arxiv/stored-text';

interface Tables {
  jobs: (DailyJob | GuideJob)[];
  analyses: AnalysisRecord[];
  reports: ReportRecord[];
  reportTexts: ReportText[];
  texts: StoredText[];
  answers: { key: string }[];
  models: ModelConfig[];
}

/** Does something in the library from one of our own pages, without the worker, which may be dead and must not wake for it. */
const inLibrary = (mode: string, table: string, work: string) => `new Promise((resolve, reject) => {
  const opening = indexedDB.open('library');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const library = opening.result;
    const transaction = library.transaction('${table}', '${mode}');
    const asked = transaction.objectStore('${table}').${work};
    transaction.onabort = () => reject(transaction.error);
    transaction.oncomplete = () => {
      library.close();
      resolve(asked.result);
    };
  };
})`;

export function readTable<T extends keyof Tables>(page: Page, table: T): Promise<Tables[T]> {
  return page.evaluate(inLibrary('readonly', table, 'getAll()'));
}

/** What the settings page and the popup put into the library, without their clicks. */
export async function setDaily(page: Page, change: Partial<Settings>): Promise<void> {
  const row = JSON.stringify({ name: 'settings', value: change });
  await page.evaluate(inLibrary('readwrite', 'settings', `put(${row})`));
}

/** Has a day's report made, as a click would, and wakes the worker. */
export async function askForDay(page: Page, date: string, change: Partial<Settings>): Promise<void> {
  const [model] = await readTable(page, 'models');
  const input = toDailyInput({ ...DEFAULT_SETTINGS, ...change }, date, model?.id ?? null);
  const job = JSON.stringify(newDailyJob(input, Date.now()));
  await page.evaluate(inLibrary('readwrite', 'jobs', `put(${job})`));
  await wakeWorker(page);
}

/** As the popup and the library page do when they are opened. */
export async function wakeWorker(page: Page): Promise<void> {
  await page.evaluate(`void chrome.runtime.connect({ name: 'wake' })`);
}

/** The job of a day; null while there is none. */
export async function readDay(page: Page, date: string): Promise<DailyJob | null> {
  const jobs = await readTable(page, 'jobs');
  return jobs.find((job): job is DailyJob => job.id === `daily|${date}`) ?? null;
}

/** A report takes some requests to arXiv, three seconds apart. */
export const PATIENCE = { timeout: 120_000, interval: 100 };

/** Of a reader of these tests: a model is asked about 75 papers of a day, and three are chosen. */
export const SETTINGS = {
  categories: ['cs.CV'],
  dailyMost: 3,
  interests: { primary: ['title'], secondary: [], excluded: [], authors: [] },
};

/** Opens the settings, which have the library made. */
export async function openOptions(chromium: Chromium): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(chromium.pageUrl('options.html#models'));
  await page.getByRole('heading').first().waitFor();
  return page;
}

export async function nameModel(page: Page, world: DailyWorld): Promise<void> {
  await addModel(page, '其他兼容 OpenAI 的服务', `${world.model.url}/v1`, 'sk-planted-0123456789');
}

/** Resolves once the report of a day is there. */
export const isMade = (page: Page, date: string) =>
  expect.poll(async () => (await readDay(page, date))?.state, PATIENCE).toBe('done');

export async function readReport(page: Page, date: string): Promise<Report> {
  const text = (await readTable(page, 'reportTexts')).find(({ reportId }) => reportId === ownReportId(date));
  if (!text) throw new Error(`there is no report of ${date}`);
  return text.report;
}
