import type { GuideRecord } from '@/core/library/records';
import { db } from './db';
import { guarded } from './guard';

/** The one record that a visit reads. Guides may be of an older GUIDE_VERSION; `rebuildGuides` mends that. */
export function readGuide(id: string): Promise<GuideRecord | null> {
  return guarded(async () => (await db.guides.get(id)) ?? null);
}
