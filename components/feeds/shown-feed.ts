import { AppError, type ErrorCode } from '@/core/errors';
import type { Feed, FeedState } from '@/core/feeds/feed';
import type { FeedJob } from '@/core/jobs/job';
import { nameDay, nameMoment } from '@/core/moment';
import type { Language } from '@/core/settings';
import { errorWords } from '@/core/words/errors';
import { failureWords, reasonOf } from '@/core/words/failures';
import { feedWords } from '@/core/words/feeds';
import { fill } from '@/core/words/words';

/** A feed as it is listed. */
export interface ShownFeed {
  feed: Feed;
  state: FeedState;
  /** Null when nothing is being asked for. */
  job: FeedJob | null;
  /** What its newest day brought; null before any came. */
  last: { date: string; papers: number; analyses: number } | null;
}

/** What a code means, with the host or file it is about. */
export function explainCode(
  code: ErrorCode,
  names: { host?: string; file?: string; line?: number },
  language: Language,
) {
  const { host = '', file = '', line = 1 } = names;
  return fill(errorWords[language][code], { host, file, line });
}

/** Why a day's file could not be had or used. Where in the file is not kept, so what a file lacks is said in a few words. */
export function explainDay(code: ErrorCode, host: string, language: Language): string {
  const reasons = failureWords[language];
  const isOfFile = code in reasons && code !== 'unknown' && !code.startsWith('storage-');
  if (isOfFile) return fill(feedWords[language].badReason, { reason: reasonOf(code, reasons) });
  return explainCode(code, { host }, language);
}

/** The reader's sentence for whatever was thrown while a feed was asked; `file` is what was being read. */
export function explainFeed(cause: unknown, language: Language, file = ''): string {
  const error = cause instanceof AppError ? cause : new AppError('unknown', 'not one of ours', { cause });
  return explainCode(error.code, { host: error.host ?? '', file, line: error.line ?? 1 }, language);
}

/** How many papers a day has, and how many of them an analysis. */
export function sayCounts(counts: { papers: number; analyses: number }, language: Language): string {
  return fill(feedWords[language].counts, { papers: counts.papers, analyses: counts.analyses });
}

/** The newest day that came, and what it brought. */
export function sayLast({ last }: ShownFeed, now: number, language: Language): string {
  const words = feedWords[language];
  if (!last) return words.notYet;
  return fill(words.dayCame, { date: nameDay(last.date, now, language), counts: sayCounts(last, language) });
}

/**
 * When something new last came from a feed, when it was last asked where that was later, by which host, and when it is asked next,
 * unless that is just happening.
 */
export function sayTimes({ state, job }: ShownFeed, now: number, language: Language): string[] {
  const words = feedWords[language];
  const { lastSuccessAt, lastNewAt = null, lastHost, nextAt } = state;
  const [came, asked] = [lastNewAt, lastSuccessAt].map((at) => at !== null && nameMoment(at, now, language));
  const said: string[] = [];
  if (came) said.push(fill(words.lastNew, { time: came }));
  if (asked && asked !== came) said.push(fill(words.lastAsked, { time: asked }));
  if (lastHost !== null) said.push(fill(words.via, { host: lastHost }));
  if (!job) said.push(nextAt <= now ? words.nextNow : fill(words.next, { time: nameMoment(nextAt, now, language) }));
  return said;
}

/** What went wrong when a feed was last asked; null when nothing did. */
export function sayError({ state: { error } }: ShownFeed, now: number, language: Language): string | null {
  if (!error) return null;
  const text = explainCode(error.code, { host: error.host, file: error.host }, language);
  return fill(feedWords[language].failedAt, { time: nameMoment(error.at, now, language), error: text });
}

/** What is being asked for, and how far it is. */
export function sayJob(job: FeedJob, now: number, language: Language): string {
  const words = feedWords[language];
  if (job.state === 'waiting') {
    if (job.notBefore <= now) return words.jobWaiting;
    return fill(words.jobLater, { time: nameMoment(job.notBefore, now, language) });
  }
  const [date] = job.progress.left;
  if (date === undefined) return words.jobEnding;
  const total = job.input.dates.length;
  const text = { newest: words.jobNewest, daily: words.jobDaily, fill: words.jobFill }[job.input.mode];
  return fill(text, { done: total - job.progress.left.length, total, date: nameDay(date, now, language) });
}
