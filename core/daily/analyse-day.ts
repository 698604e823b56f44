import type { ErrorCode } from '../errors';
import type { AnnouncedPaper } from './announced-paper';
import type { DailyInput, DailyPaper } from './daily-job';
import type { DailyAnalysis, DailyTools } from './daily-tools';
import type { DayKeeper } from './day-keeper';
import { mayBeginGuide } from './day-limit';

/** As many guides as jobs of their own would be written at once. */
const AT_ONCE = 2;

/** After these no other paper would fare better. */
const FOR_GOOD: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'model-none',
  'model-permission',
  'model-key',
  'model-key-site',
  'model-address',
  'model-name',
  'model-origin',
  'model-quota',
  'model-region',
]);

export type Analysed = Extract<DailyAnalysis, { kind: 'done' }>;

/**
 * Has the chosen papers analysed, two at a time, and gives what was written by id. One that fails or is skipped stays as it is and
 * stops no other; one that was done before is asked for again, which costs nothing.
 *
 * @throws the signal's reason, or what `keep` rejects with, after all that runs has ended.
 */
export async function analyseChosen(
  chosen: readonly AnnouncedPaper[],
  input: DailyInput,
  keeper: DayKeeper,
  tools: DailyTools,
): Promise<Map<string, Analysed>> {
  const analysed = new Map<string, Analysed>();
  const own = new AbortController();
  const signal = AbortSignal.any([tools.signal, own.signal]);
  // Whoever ran these is gone.
  const papers = keeper.papers.map((paper) =>
    paper.state === 'running' ? { ...paper, state: 'waiting' as const } : paper,
  );
  keeper.progress = { ...keeper.progress, papers };

  async function one(paper: AnnouncedPaper): Promise<void> {
    const known = keeper.papers.find(({ id }) => id === paper.id);
    if (known?.state !== 'waiting' && known?.state !== 'done') return;
    const isNew = known.state === 'waiting';
    if (isNew && !(await begin(paper.id, input, keeper, tools))) return;
    const result = await tools.analyse(paper, signal);
    signal.throwIfAborted();
    if (result.kind === 'done') analysed.set(paper.id, result);
    if (isNew || result.kind === 'failed') await settle(paper.id, result, keeper);
  }

  const queue = [...chosen];
  async function workThrough(): Promise<void> {
    try {
      for (let paper = queue.shift(); paper; paper = queue.shift()) await one(paper);
    } catch (error) {
      own.abort(error);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, workThrough));
  if (own.signal.aborted) throw own.signal.reason;
  return analysed;
}

/** Whether a waiting paper may be analysed; keeps that it is, or why not. */
async function begin(id: string, { limit }: DailyInput, keeper: DayKeeper, { clock }: DailyTools): Promise<boolean> {
  const { modelError, analysingSince } = keeper.progress;
  const change: Partial<DailyPaper> =
    modelError !== null
      ? { state: 'failed', error: modelError }
      : { state: mayBeginGuide(keeper.progress, limit) ? 'running' : 'skipped' };
  await keeper.keepPaper(id, change, { analysingSince: analysingSince ?? clock.now() });
  return change.state === 'running';
}

async function settle(id: string, result: DailyAnalysis, keeper: DayKeeper): Promise<void> {
  if (result.kind === 'failed') {
    const { error } = result;
    await keeper.keepPaper(id, { state: 'failed', error }, FOR_GOOD.has(error) ? { modelError: error } : {});
    return;
  }
  const { cost } = keeper.progress;
  const total = result.cost === null ? cost : (cost ?? 0) + result.cost;
  await keeper.keepPaper(id, { state: 'done', error: null, cost: result.cost }, { cost: total });
}
