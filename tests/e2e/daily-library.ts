import type { Page } from 'playwright';
import type { DailyJob, GuideJob } from '@/core/jobs/job';
import type { AnalysisRecord, ReportRecord, ReportText } from '@/core/library/records';
import { toDailyInput } from '@/core/daily/daily-input';
import { newDailyJob } from '@/core/jobs/job';
import type { ModelConfig } from '@/core/model/config';
import { DEFAULT_SETTINGS, type Settings } from '@/core/settings';
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
