import { byRank } from '@/core/library/rank';
import type { GuideRecord } from '@/core/library/records';
import { db } from './db';
import { guarded } from './guard';
import { readBuilder } from './guide-builder';

/**
 * Renders a paper's analyses again and keeps the result. Apart from `guides.ts`, because this needs the Markdown parser and
 * the popup does not.
 */
export function rebuildGuides(id: string): Promise<GuideRecord | null> {
  return guarded(() =>
    db.transaction('rw', [db.papers, db.analyses, db.guides, db.settings, db.texts], async () => {
      const [paper, row, analyses] = await Promise.all([
        db.papers.get(id),
        db.guides.get(id),
        db.analyses.where('paperId').equals(id).toArray(),
      ]);
      if (!row) return null;
      const { build, edition } = await readBuilder();
      const guides = paper
        ? await Promise.all(analyses.toSorted(byRank).map((analysis) => build(analysis, paper)))
        : [];
      const rebuilt: GuideRecord = { ...row, guideVersion: edition, guides };
      await db.guides.put(rebuilt);
      return rebuilt;
    }),
  );
}
