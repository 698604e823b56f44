import { seenBefore } from '@/core/library/appearances';
import type { TriageRecord } from '@/core/triage/to-row';
import { db } from './db';
import { guarded } from './guard';
import { getKnown } from './known-rows';

/** Whether there is anything to say of a paper. */
function isKnown({ titleChinese, basis, saved, dismissed, openedAt, appearedOn }: TriageRecord): boolean {
  return titleChinese !== '' || basis !== null || saved || dismissed || openedAt !== null || appearedOn !== null;
}

/**
 * What the library knows of these papers, in one read of it; papers of which it knows nothing are left out.
 *
 * @param today YYYY-MM-DD.
 */
export function readTriage(ids: readonly string[], today: string): Promise<TriageRecord[]> {
  return guarded(async () => {
    const tables = [db.papers, db.guides, db.saves, db.visits, db.dismissals, db.appearances];
    const [papers, guides, saves, visits, dismissals, appearances] = await db.transaction('r', tables, () =>
      Promise.all([
        getKnown(db.papers, ids),
        getKnown(db.guides, ids),
        getKnown(db.saves, ids),
        getKnown(db.visits, ids),
        getKnown(db.dismissals, ids),
        getKnown(db.appearances, ids),
      ]),
    );
    const records = ids.map((id): TriageRecord => {
      const guide = guides.get(id)?.guides[0];
      const save = saves.get(id);
      const visit = visits.get(id);
      const dismissedAt = dismissals.get(id)?.dismissedAt;
      const saved = (save?.savedAt ?? null) !== null;
      return {
        id,
        titleChinese: papers.get(id)?.titleChinese ?? '',
        gist: guide?.gist ?? '',
        language: guide?.language,
        basis: guide?.basis ?? null,
        basisStated: guide?.basisStated ?? false,
        saved,
        status: saved ? (save?.status ?? null) : null,
        dismissed: !saved && dismissedAt !== undefined,
        openedAt: visit && !visit.unopened ? visit.seenAt : null,
        appearedOn: seenBefore(appearances.get(id), today, dismissedAt),
      };
    });
    return records.filter(isKnown);
  });
}
