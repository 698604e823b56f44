import type { DailyOutcome } from './daily-tools';
import type { DailyState } from './schedule';

/** What came last of asking for a day. */
export type DailyEnd =
  | { kind: 'made'; date: string; at: number; announced: number; chosen: number }
  | { kind: 'not-yet'; date: string; at: number; until: number }
  | { kind: 'none'; date: string; at: number; reason: 'weekend' | 'holiday' | 'empty' }
  | { kind: 'gone'; date: string; at: number; newest: string };

/** How far the daily reports have come, as the library keeps it. Times are epoch milliseconds. */
export interface DailyRow extends DailyState {
  /** There is one row. */
  id: 'daily';
  /** Null: no day was asked for so far. */
  last: DailyEnd | null;
  /** Chosen papers of a report that is ready and that the popup has not shown yet. */
  readyUnseen: number;
  /** When the job that the popup has shown last was touched; 0: none. One that failed since then has not been shown. */
  seenJobAt: number;
  /** The day of a report that is ready and that the reader was not told of, YYYY-MM-DD; null when there is none. */
  noticeDue: string | null;
}

export const NO_DAY_YET: DailyRow = {
  id: 'daily',
  settledDay: null,
  triedAt: null,
  notBefore: 0,
  jitter: 0,
  last: null,
  readyUnseen: 0,
  seenJobAt: 0,
  noticeDue: null,
};

function endOf(date: string, outcome: DailyOutcome, at: number): DailyEnd {
  switch (outcome.kind) {
    case 'made': {
      const { papers } = outcome.news;
      return { kind: 'made', date, at, announced: papers.length, chosen: papers.filter(({ chosen }) => chosen).length };
    }
    case 'not-yet':
      return { kind: 'not-yet', date, at, until: outcome.at };
    case 'none':
      return { kind: 'none', date, at, reason: outcome.reason };
    case 'gone':
      return { kind: 'gone', date, at, newest: outcome.newest };
  }
}

/** A day that is settled; one before it, made later, changes nothing. */
export function withSettled<S extends DailyState>(state: S, date: string): S {
  return { ...state, settledDay: state.settledDay !== null && state.settledDay > date ? state.settledDay : date };
}

/**
 * The state after a day was asked for. A report that was made before, and only completed since, or written once more because the
 * worker died behind it, is not announced again.
 *
 * @param now epoch milliseconds
 */
export function afterDay(row: DailyRow, date: string, outcome: DailyOutcome, now: number): DailyRow {
  const last = endOf(date, outcome, now);
  if (last.kind === 'not-yet') {
    const isNewer = row.settledDay === null || date > row.settledDay;
    return { ...row, last, notBefore: isNewer ? last.until : row.notBefore };
  }
  const settled = { ...withSettled(row, date), last };
  const isAgain = row.last?.kind === 'made' && row.last.date === date;
  if (last.kind !== 'made' || isAgain) return settled;
  return { ...settled, readyUnseen: last.chosen, noticeDue: last.chosen > 0 ? date : null };
}
