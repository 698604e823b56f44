import type { Clock } from '../clock';
import type { AppError, ErrorCode } from '../errors';
import type { ModelConfig } from '../model/config';
import type { Analysis, Report } from '../paper';
import type { AnnouncedPaper } from './announced-paper';
import type { Announcement, AnnouncedNews } from './ask-announced';
import type { DailyProgress } from './daily-job';
import type { ArxivTools } from './kept-answer';
import type { DayNews } from './news';
import type { Tastes } from './tastes';

/** A paper's guide as a report takes it; `failed` with the reason why there is none. */
export type DailyAnalysis =
  | { kind: 'done'; analysis: Analysis; titleChinese: string | null; cost: number | null }
  | { kind: 'failed'; error: ErrorCode };

/** What making a day's report needs of the world around it. */
export interface DailyTools extends ArxivTools {
  fetch: typeof fetch;
  clock: Clock;
  signal: AbortSignal;
  /** Keeps what was reached; rejects when the job is no longer ours. Called by one step after the other. */
  keep: (progress: DailyProgress) => Promise<void>;
  /** The model of the job and its key; null when it is gone. */
  findModel: (id: string) => Promise<{ config: ModelConfig; key: string | null } | null>;
  /**
   * Has a paper's guide written, or gives the one that is there already at no cost. Each guide keeps its own progress, so that
   * interrupted and called again nothing is paid twice. Rejects only when `signal` is aborted.
   */
  analyse: (paper: AnnouncedPaper, signal: AbortSignal) => Promise<DailyAnalysis>;
  /** What was announced, as a report of the day that was made before keeps it; null: none was made. */
  known: DayNews | null;
  /** What the reader saved and dismissed; null: nothing so far. */
  tastes: Tastes | null;
  /**
   * Whether the job will be tried again after this failure of the model. If so it is thrown; if not the day goes on without the
   * model and says so.
   */
  willRetry: (error: AppError) => boolean;
  /** A word nobody can guess, for the edges of what papers say in a prompt. */
  makeBoundary: () => string;
}

/** A day's report with all that was announced; `missing` as in `AnnouncedNews`. */
export interface MadeReport {
  kind: 'made';
  report: Report;
  news: DayNews;
  missing: string[];
}

/** What came of a day: its report, or why there is none yet or at all. */
export type DailyOutcome = MadeReport | Exclude<Announcement, AnnouncedNews>;
