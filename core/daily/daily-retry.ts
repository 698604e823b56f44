import type { DailyPaper, DailyProgress } from './daily-job';

const isLeft = ({ state }: DailyPaper) => state === 'failed' || state === 'skipped';

/**
 * A day's progress with the papers that failed or were skipped waiting once more, all of them or the one named; its model is tried
 * again too. What was scored and written stays. A day that lost its model before any paper was done is chosen anew.
 */
export function retryDaily(progress: DailyProgress, id: string | null = null): DailyProgress {
  const { papers, modelError } = progress;
  const open = { ...progress, modelError: null, again: false, analysingSince: null };
  const isLost = modelError !== null && !(papers ?? []).some(({ state }) => state === 'done');
  if (papers === null || (isLost && id === null)) return { ...open, step: 'announced', papers: null };
  return {
    ...open,
    step: 'analyse',
    papers: papers.map((paper) =>
      isLeft(paper) && (id === null || paper.id === id) ? { ...paper, state: 'waiting', error: null } : paper,
    ),
  };
}

/** Whether there is anything to try again. */
export function mayRetry({ papers, modelError }: DailyProgress): boolean {
  return modelError !== null || (papers ?? []).some(isLeft);
}
