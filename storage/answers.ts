import type { Clock } from '@/core/clock';
import type { AnswerCache } from '@/core/daily/kept-answer';
import { db } from './db';
import { guarded } from './guard';

/** A day that was missed stands on arXiv's lists for a week, and what is kept of them bears their newest day: enough for a weekend. */
const KEPT_MILLISECONDS = 4 * 24 * 3_600_000;

/** arXiv's answers, shared by every page and worker of ours. */
export function openAnswers(clock: Pick<Clock, 'now'>): AnswerCache {
  return {
    read: (key) => guarded(async () => (await db.answers.get(key))?.text ?? null),
    write: (key, text) => guarded(async () => void (await db.answers.put({ key, text, keptAt: clock.now() }))),
    exclusive: (key, work) => navigator.locks.request(`daodu-answer ${key}`, work),
  };
}

/** Forgets the answers of past days. */
export function pruneAnswers(now: number): Promise<void> {
  return guarded(
    async () =>
      void (await db.answers
        .where('keptAt')
        .below(now - KEPT_MILLISECONDS)
        .delete()),
  );
}
