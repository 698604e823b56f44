import type { DailyJob } from '../jobs/job';
import type { DailyRow } from './daily-state';

/** What stands on the extension's button. */
export interface Badge {
  text: string;
  tone: 'busy' | 'ready' | 'failed';
}

/** As the tokens have them on light paper, --ink-2, --accent and --bad, and --paper for the text: a button knows no style sheet. */
export const BADGE_COLORS: Record<Badge['tone'] | 'text', string> = {
  busy: '#556067',
  ready: '#0f6a6a',
  failed: '#a1332b',
  text: '#fcfcfa',
};

/** More does not fit. */
const MOST_CHARACTERS = 4;
const BEGUN = '…';

function progressText({ progress }: DailyJob): string {
  const papers = progress.step === 'analyse' ? progress.papers : null;
  if (!papers || papers.length === 0) return BEGUN;
  const done = papers.filter(({ state }) => state !== 'waiting' && state !== 'running').length;
  const whole = `${done}/${papers.length}`;
  return whole.length <= MOST_CHARACTERS ? whole : String(done);
}

/**
 * How far the day's report is: 6/10 while papers are analysed, then how many it has until the popup has shown it, and a mark when it
 * failed for good; null for nothing.
 */
export function toBadge(state: Pick<DailyRow, 'readyUnseen' | 'seenJobAt'>, job: DailyJob | null): Badge | null {
  if (job?.state === 'waiting' || job?.state === 'running') return { text: progressText(job), tone: 'busy' };
  if (job?.state === 'failed' && job.updatedAt > state.seenJobAt) return { text: '!', tone: 'failed' };
  return state.readyUnseen > 0 ? { text: String(state.readyUnseen), tone: 'ready' } : null;
}
