import type { DailyJob } from '../jobs/job';
import type { DailyProgress } from './daily-job';

/** How far a day's report is, as pages and lines show it. */
export interface DailyView {
  step: DailyProgress['step'];
  /** Chosen papers that are settled, in whatever way, and all of them; 0 before they are chosen. */
  done: number;
  total: number;
  /** The title of the first paper that is being analysed. */
  current: string | null;
  /** Yuan so far; null where it is not known. */
  cost: number | null;
  /** What the papers that are left will take about; null while nothing can be told. */
  remainingMilliseconds: number | null;
  failed: number;
  /** Left out for the day's limit. */
  skipped: number;
  /** How many papers the model is to score, and has been asked about. */
  toScore: number;
  scored: number;
}

/** No paper takes longer than this on average; a machine that slept does not count. */
const LONGEST_PAPER_MILLISECONDS = 180_000;

/** @param now epoch milliseconds. */
export function viewDaily({ progress }: Pick<DailyJob, 'progress'>, now: number): DailyView {
  const { step, cost, toScore, scores } = progress;
  const papers = progress.papers ?? [];
  const count = (state: string) => papers.filter((paper) => paper.state === state).length;
  const [failed, skipped] = [count('failed'), count('skipped')];
  return {
    step,
    done: count('done') + failed + skipped,
    total: papers.length,
    current: papers.find(({ state }) => state === 'running')?.title ?? null,
    cost,
    remainingMilliseconds: remainingOf(progress, count('done') + failed, count('waiting') + count('running'), now),
    failed,
    skipped,
    toScore,
    scored: Object.keys(scores).length,
  };
}

function remainingOf(
  { step, analysingSince }: DailyProgress,
  worked: number,
  left: number,
  now: number,
): number | null {
  if (step !== 'analyse' || analysingSince === null || worked === 0) return null;
  const each = Math.max(0, now - analysingSince) / worked;
  return Math.min(each, LONGEST_PAPER_MILLISECONDS) * left;
}
