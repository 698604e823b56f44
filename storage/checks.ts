import { db } from './db';
import { guarded } from './guard';
import { rebuildGuides } from './rebuild-guides';

/** Notes that an analysis was checked against a full text, by the name `texts` keeps it under, and renders it again. */
export function markChecked(paperId: string, analysisKey: string, textName: string): Promise<void> {
  return guarded(async () => {
    await db.analyses.update(analysisKey, { checkedText: textName });
    await rebuildGuides(paperId);
  });
}
