import type { DailyPaper, DailyProgress } from './daily-job';

const isLeft = ({ state }: DailyPaper) => state === 'failed' || state === 'skipped';

/**
 * The progress of a day that was made, with what failed or was skipped to be tried once more, the model too: these papers, null all
 * of them. What was scored and written stays. A day that lost its model before any paper was done is chosen anew, where all is
 * tried again.
 *
 * @returns the same progress where there is nothing to try again.
 */
export function reopenDay(progress: DailyProgress, ids: readonly string[] | null = null): DailyProgress {
  const { papers, modelError } = progress;
  const left = new Set((papers ?? []).filter((paper) => isLeft(paper) && (ids?.includes(paper.id) ?? true)));
  if (left.size === 0 && (modelError === null || ids !== null)) return progress;
  const open = { ...progress, modelError: null, again: false, analysingSince: null };
  const isLost = modelError !== null && !(papers ?? []).some(({ state }) => state === 'done');
  if (isLost && ids === null) return { ...open, step: 'announced', papers: null };
  const waiting = { state: 'waiting', error: null } as const;
  return {
    ...open,
    step: 'analyse',
    papers: papers?.map((paper) => (left.has(paper) ? { ...paper, ...waiting } : paper)) ?? null,
  };
}
