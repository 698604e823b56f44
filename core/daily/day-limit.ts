import type { DailyProgress } from './daily-job';

/** Sums of prices are not exact. */
const SLACK = 1e-9;

type Spent = Pick<DailyProgress, 'cost' | 'papers'>;

/** Whether a day may ask its model for anything more. Where no cost is known no limit holds. */
export function maySpend({ cost }: Spent, limit: number | null): boolean {
  return limit === null || cost === null || cost < limit;
}

/**
 * Whether a day may begin another guide: what is spent, the guides that are being written and this one, each taken for what the
 * day's guides have cost on average, must stay within the limit. The first ones, of which nothing is known, may overstep it.
 */
export function mayBeginGuide(progress: Spent, limit: number | null): boolean {
  const { cost, papers } = progress;
  if (limit === null || cost === null) return true;
  const known = (papers ?? []).flatMap((paper) => paper.cost ?? []);
  const usual = known.length === 0 ? 0 : known.reduce((sum, one) => sum + one, 0) / known.length;
  const running = (papers ?? []).filter(({ state }) => state === 'running').length;
  return maySpend(progress, limit) && cost + (running + 1) * usual <= limit + SLACK;
}
