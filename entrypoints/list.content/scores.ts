import type { TriageList } from '@/components/triage/triage-list';
import { readListedText } from '@/core/arxiv/list-reader';
import { ask } from '@/messages/ask';

/** Papers that are read from the page and scored in one go. */
const BATCH = 25;

function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 500 });
  });
}

/** Has the papers scored by what the page says of them, a few at a time; ends at once for a reader who looks for nothing in particular. */
export async function readScores(list: TriageList, signal: AbortSignal): Promise<void> {
  for (let at = 0; at < list.rows.length; at += BATCH) {
    await whenIdle();
    if (signal.aborted) return;
    const papers = list.rows.slice(at, at + BATCH).map(({ place }) => readListedText(place));
    const scores = await ask('list/score', { papers });
    if (signal.aborted || scores.length === 0) return;
    list.showScores(scores);
  }
}
