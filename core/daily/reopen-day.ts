import type { DailyPaper, DailyProgress } from './daily-job';

const isLeft = ({ state }: DailyPaper) => state === 'failed' || state === 'skipped';

/**
 * The progress of a day that was made, with all that failed or was skipped to be tried once more, the model too. What was scored
 * and written stays. A day that lost its model before any paper was done is chosen anew.
 */
export function reopenDay(progress: DailyProgress): DailyProgress {
  const { papers, modelError } = progress;
  if (modelError === null && !(papers ?? []).some(isLeft)) return progress;
  const open = { ...progress, modelError: null, again: false, analysingSince: null };
  if (modelError !== null && !(papers ?? []).some(({ state }) => state === 'done')) {
    return { ...open, step: 'announced', papers: null };
  }
  return {
    ...open,
    step: 'analyse',
    papers: papers?.map((paper) => (isLeft(paper) ? { ...paper, state: 'waiting', error: null } : paper)) ?? null,
  };
}
