import type { PagePaper } from '../arxiv/page-paper';
import { type DailyInput, type DailyProgress, NOTHING_MADE } from '../daily/daily-job';
import type { ErrorCode } from '../errors';
import type { Language } from '../settings';
import type { WrittenGuide } from '../writing/written';

/** `waiting` for its turn or for `notBefore`; the last three are ends, of which a retry leads back to `waiting`. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/**
 * A long task, kept in the library so that it outlives the worker. Whoever runs it holds a lease; what was reached is in
 * `progress`, written before the next step begins, so that no finished step is ever done again. Times are epoch milliseconds.
 */
interface JobOf<Kind extends string, Input, Progress> {
  /** The kind and what it is about, so that the same thing is never done twice at once. */
  id: string;
  kind: Kind;
  state: JobState;
  /** Who runs it; '' when nobody does. */
  owner: string;
  /** Another may take it over after this. */
  leaseUntil: number;
  /** It is not begun before this: back-off after a failure. */
  notBefore: number;
  /** Failures so far since it was last asked for. */
  attempt: number;
  /** Why it failed, or why it waits for another attempt. */
  error: ErrorCode | null;
  input: Input;
  progress: Progress;
  createdAt: number;
  updatedAt: number;
  /** Id of the day's report that had it begun, and that takes it along when it is stopped; absent where a reader asked for it. */
  askedBy?: string;
}

/** What a guide is to be written from and by. The key is not in it: it is looked up when it is needed. */
export interface GuideInput {
  paper: PagePaper;
  modelId: string;
  language: Language;
  promptVersion: number;
  /** `pdf` only at the reader's own wish, for a model that reads PDF; arXiv's page of the full text otherwise. */
  source: 'html' | 'pdf';
}

/** How far a guide is. Steps come in this order; `repair` only when the answer could not be used as it was. */
export interface GuideProgress {
  step: 'text' | 'write' | 'repair' | 'save';
  /** Known from the step `write` on. */
  basis: 'full' | 'abstract' | null;
  /** What earlier, interrupted requests finished; the next one asks for the rest only. */
  written: WrittenGuide | null;
  /** The answer to the current request as far as it was kept. */
  answer: string;
  /** An answer that had not the wanted shape, and what is wrong with it; it is shown to the model once more. */
  rejected: { answer: string; problems: string[] } | null;
  /** Requests begun, for the reader's cost and for tests. */
  requests: number;
  inputTokens: number;
  outputTokens: number;
}

export type GuideJob = JobOf<'guide', GuideInput, GuideProgress>;

/** Which days of a feed are to be asked for. */
export interface FeedInput {
  feedId: string;
  /** `newest`: the first day that is there ends it; `daily`: what has come since the last day; `fill`: days of the reader's choice. */
  mode: 'newest' | 'daily' | 'fill';
  /** YYYY-MM-DD, in the order in which they are asked for. */
  dates: string[];
}

/** How far a feed's days are. */
export interface FeedProgress {
  left: string[];
  /** Days that came in, were not there, or could not be used. */
  there: number;
  absent: number;
  bad: number;
}

export type FeedJob = JobOf<'feed', FeedInput, FeedProgress>;

/** What arXiv announced, to be asked for once a day. */
export interface AnnouncedInput {
  /** YYYY-MM-DD, as reports are dated. */
  date: string;
  categories: string[];
}

export type AnnouncedJob = JobOf<'announced', AnnouncedInput, null>;
/** A day's report, to be made here. */
export type DailyJob = JobOf<'daily', DailyInput, DailyProgress>;
/** Rows that nobody saved or opened, to be taken out. */
export type PruneJob = JobOf<'prune', null, null>;
/** Papers that were saved by their ids, as from a list: arXiv is asked for the rest. */
export interface MetadataProgress {
  /** Ids still to be asked for; null before they are looked up. */
  left: string[] | null;
  done: number;
  /** Ids that arXiv does not know. */
  absent: string[];
}
export type MetadataJob = JobOf<'metadata', null, MetadataProgress>;

/** A backup that was read and checked, to be merged. */
export interface RestoreInput {
  /** The file's name, and when it was written (ISO time). */
  file: string;
  createdAt: string;
  /** Whether its settings take the place of the library's. */
  takesSettings: boolean;
  /** Rows in all. */
  total: number;
  /** What it brings, as was told before. */
  added: { papers: number; saves: number; reports: number };
}

export interface RestoreProgress {
  /** Rows that are still to be merged. */
  left: number;
}

export type RestoreJob = JobOf<'restore', RestoreInput, RestoreProgress>;
/** The week's snapshot, to be written. */
export type SnapshotJob = JobOf<'snapshot', null, null>;
/** A paper to be sent to the Zotero on this machine. */
export interface ZoteroInput {
  paperId: string;
  /** Tells each sending from the one before: what was begun is not gone on with, but begun anew at the reader's wish. */
  askedAt: number;
}

export interface ZoteroProgress {
  /** True from just before Zotero is given the paper: whoever finds it so does not know whether it arrived. */
  begun: boolean;
  /** Where it goes, as Zotero names it; null where it does not say, or has not yet. */
  place: string | null;
}

export type ZoteroJob = JobOf<'zotero', ZoteroInput, ZoteroProgress>;
/** Every kind of job there is. */
export type Job =
  | GuideJob
  | FeedJob
  | AnnouncedJob
  | DailyJob
  | PruneJob
  | RestoreJob
  | SnapshotJob
  | MetadataJob
  | ZoteroJob;
export type JobKind = Job['kind'];

/** What every new job has in common. */
function waiting(now: number) {
  return {
    state: 'waiting' as const,
    owner: '',
    leaseUntil: 0,
    notBefore: 0,
    attempt: 0,
    error: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** The id of the one guide that may be written for a paper at a time. */
export function guideJobId(paperId: string): string {
  return `guide|${paperId}`;
}

/** How the work on a job ends, or that it waits for another attempt after a failure. */
export type JobEnd =
  | { state: 'done' }
  | { state: 'failed'; error: ErrorCode }
  | { state: 'waiting'; error: ErrorCode; notBefore: number };

/** A guide to be written, with nothing done yet. `now` is epoch milliseconds. */
export function newGuideJob(input: GuideInput, now: number): GuideJob {
  return {
    ...waiting(now),
    id: guideJobId(input.paper.id),
    kind: 'guide',
    input,
    progress: {
      step: 'text',
      basis: null,
      written: null,
      answer: '',
      rejected: null,
      requests: 0,
      inputTokens: 0,
      outputTokens: 0,
    },
  };
}

/** The id of the one job of a feed: its days are asked for by one at a time. */
export function feedJobId(feedId: string): string {
  return `feed|${feedId}`;
}

/** Days of a feed to be asked for. `now` is epoch milliseconds. */
export function newFeedJob(input: FeedInput, now: number): FeedJob {
  const progress = { left: input.dates, there: 0, absent: 0, bad: 0 };
  return { ...waiting(now), id: feedJobId(input.feedId), kind: 'feed', input, progress };
}

export function newAnnouncedJob(input: AnnouncedInput, now: number): AnnouncedJob {
  return { ...waiting(now), id: 'announced', kind: 'announced', input, progress: null };
}

/** The id of the one job of a day's report. */
export function dailyJobId(date: string): string {
  return `daily|${date}`;
}

/** A day's report to be made, with nothing done yet. `now` is epoch milliseconds. */
export function newDailyJob(input: DailyInput, now: number): DailyJob {
  return { ...waiting(now), id: dailyJobId(input.date), kind: 'daily', input, progress: NOTHING_MADE };
}

/** The id of the one job that asks for what is not known of saved papers. */
export const METADATA_JOB = 'metadata';

export function newMetadataJob(now: number): MetadataJob {
  const progress = { left: null, done: 0, absent: [] };
  return { ...waiting(now), id: METADATA_JOB, kind: 'metadata', input: null, progress };
}

export function newPruneJob(now: number): PruneJob {
  return { ...waiting(now), id: 'prune', kind: 'prune', input: null, progress: null };
}

/** There is one restore at a time. */
export const RESTORE_JOB = 'restore';

export function newRestoreJob(input: RestoreInput, now: number): RestoreJob {
  return { ...waiting(now), id: RESTORE_JOB, kind: 'restore', input, progress: { left: input.total } };
}

/** The id of the one sending of a paper to Zotero. */
export function zoteroJobId(paperId: string): string {
  return `zotero|${paperId}`;
}

/** A paper to be sent, not before a time: while the browser asks its reader, nothing can be. Both in epoch milliseconds. */
export function newZoteroJob(paperId: string, now: number, notBefore: number): ZoteroJob {
  const input = { paperId, askedAt: now };
  return {
    ...waiting(now),
    id: zoteroJobId(paperId),
    kind: 'zotero',
    notBefore,
    input,
    progress: { begun: false, place: null },
  };
}

export function newSnapshotJob(now: number): SnapshotJob {
  return { ...waiting(now), id: 'snapshot', kind: 'snapshot', input: null, progress: null };
}
