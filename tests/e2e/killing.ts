import { spawnSync } from 'node:child_process';
import type { AnnouncedDay } from '@/core/announcements/announced-day';
import type { FeedDay } from '@/core/feeds/feed';
import type { GuideJob } from '@/core/jobs/job';
import type { AnalysisRecord, GuideRecord, PaperRecord, ReportRecord, ReportText } from '@/core/library/records';
import type { StoredText } from '@/core/arxiv/stored-text';
import type { Chromium } from '@/scripts/browser/chromium';
import type { Reply } from '../model-server';
import { keysAskedFor, piecesOf, WRITTEN } from './writer';

/** Where the worker is stopped while a model writes a guide. */
export type Moment =
  /** The model has been asked and has said nothing. */
  | { at: 'request' }
  /** So many parts of the answer were sent. */
  | { at: 'part'; count: number }
  /** All of the answer and its end was sent, so many looks into the library ago: it is read, kept, saved, done. */
  | { at: 'end'; looks: number };

/** Numbers from 0 up to 1, always the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A moment; `upTo` gives a whole number below its argument. */
export function randomMoment(upTo: (count: number) => number): Moment {
  const kind = upTo(10);
  if (kind < 1) return { at: 'request' };
  return kind < 7 ? { at: 'part', count: 1 + upTo(8) } : { at: 'end', looks: upTo(12) };
}

/**
 * An answer that is held twice: before it begins, and at the moment at which the worker is to be stopped. Nothing more of it comes
 * after that. Without a moment it is whole.
 */
export function replyUntil(body: string, moment: Moment | null): Reply {
  const pieces = piecesOf(keysAskedFor(body)).map((say) => ({ say }));
  const end = { finish: 'stop' as const, usage: { input: 9_000, output: 1_000 } };
  const stop = [{ hold: true as const }, { cut: true as const }];
  switch (moment?.at) {
    case undefined:
      return { late: true, steps: [...pieces, end] };
    case 'request':
      return { late: true, steps: [{ cut: true }] };
    case 'part':
      return { late: true, steps: [...pieces.slice(0, moment.count), ...stop] };
    case 'end':
      return { late: true, steps: [...pieces, end, ...stop] };
  }
}

/** The keys of a guide that a job has for good: of an answer, those behind which another one has begun. */
export function keptKeys({ progress: { written, answer } }: GuideJob): string[] {
  const sent = Object.keys(WRITTEN).filter((key) => answer.includes(`${piecesOf([key])[0]?.slice(1, -1)}, "`));
  return [...(written?.titleChinese ? ['title'] : []), ...(written?.parts ?? []).map(({ part }) => part), ...sent];
}

/** Whether a job needs no answer of a model any more. */
export function isWritten({ state, progress }: GuideJob): boolean {
  return state === 'done' || progress.step === 'save';
}

/** What an analysis says, in the shape of `WRITTEN` but for the title. */
export function saidBy({ sections, keyFindings, evidence }: AnalysisRecord): unknown {
  const findings = keyFindings.map((text, index) => ({ text, sentence: evidence?.[index] }));
  return { ...Object.fromEntries(sections.map(({ part, markdown }) => [part, markdown])), findings };
}

/** Rows as the library keeps them. */
export interface Rows {
  jobs: GuideJob[];
  analyses: AnalysisRecord[];
  texts: StoredText[];
  papers: PaperRecord[];
  guides: GuideRecord[];
  reports: ReportRecord[];
  reportTexts: ReportText[];
  announcements: AnnouncedDay[];
  answers: { key: string; text: string; keptAt: number }[];
  settings: { name: string; value: unknown }[];
  feedDays: FeedDay[];
}

/**
 * An expression that reads all rows of a table of the library, for one of our own pages in either browser. The worker is not
 * asked: it may be dead, and must not wake for it.
 */
export function rowsOf(table: keyof Rows): string {
  return `new Promise((resolve, reject) => {
    const opening = indexedDB.open('library');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const library = opening.result;
      const reading = library.transaction('${table}').objectStore('${table}').getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        library.close();
        resolve(reading.result);
      };
    };
  })`;
}

/** The process of the browser that has this profile open. */
export function findBrowser(profile: string): number {
  const listed = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).stdout.split('\n');
  const own = listed.filter((line) => line.includes(`--user-data-dir=${profile}`) && !line.includes('--type='));
  const pid = Number.parseInt(own[0] ?? '', 10);
  if (Number.isNaN(pid)) throw new Error('The browser was not found');
  return pid;
}

/** Tells the worker that the browser has started. Chromium says this to what is installed, not to what its command line brings. */
export async function tellStart({ context }: Chromium): Promise<void> {
  const [running] = context.serviceWorkers();
  const worker = running ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate('chrome.runtime.onStartup.dispatch()');
}
