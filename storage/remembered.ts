import type { LibraryPaper } from '@/core/library/records';
import { toSaved } from '@/core/library/to-saved';
import { toUnreadPaper } from '@/core/library/unread';
import { breathe } from './breathe';
import { db } from './db';
import { guarded } from './guard';

// What the library page has read, for the day on which the library is lost under it: it can be shown and exported without it. All that
// readers made themselves is among it, whether or not it was looked at.

/** Papers that are no reader's, the last ones read. */
const MOST = 1_000;
/** Saved ones, the newest. */
const MOST_SAVED = 3_000;
const AT_ONCE = 200;

let isOn = false;
const kept = new Map<string, LibraryPaper>();

/** From now on this page remembers what it reads. */
export function startRemembering(): void {
  isOn = true;
}

function forgetOldest(): void {
  let others = 0;
  for (const { saved } of kept.values()) if (!saved) others += 1;
  for (const [id, { saved }] of kept) {
    if (others <= MOST) return;
    if (saved) continue;
    kept.delete(id);
    others -= 1;
  }
}

/** `analyses` null: they were not read. */
export function remember(papers: readonly (Omit<LibraryPaper, 'analyses'> & Partial<LibraryPaper>)[]): void {
  if (!isOn) return;
  for (const { paper, analyses, saved } of papers.slice(-MOST)) {
    const before = kept.get(paper.id);
    kept.delete(paper.id); // behind all others, as the one read last
    kept.set(paper.id, { paper, analyses: analyses ?? before?.analyses ?? [], saved });
  }
  forgetOldest();
}

/**
 * Reads all that is saved, so that it is remembered though it never came into sight. To be asked for live: it follows what is saved,
 * not what else is known of the papers.
 */
export async function rememberSaved(): Promise<number> {
  const rows = await guarded(() => db.saves.orderBy('savedAt').reverse().limit(MOST_SAVED).toArray());
  const now = new Map(rows.map((row) => [row.paperId, toSaved(row)]));
  for (const [id, one] of kept) if (one.saved && !now.has(id)) kept.set(id, { ...one, saved: null });
  for (const [id, saved] of now) {
    const one = kept.get(id);
    if (one) kept.set(id, { ...one, saved });
  }
  const missing = [...now.keys()].filter((id) => !kept.has(id));
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    await breathe();
    const ids = missing.slice(from, from + AT_ONCE);
    const papers = await guarded(() => db.papers.bulkGet(ids));
    remember(ids.map((id, index) => ({ paper: papers[index] ?? toUnreadPaper(id), saved: now.get(id) ?? null })));
  }
  return now.size;
}

/** What is remembered of a paper; null for nothing. */
export const rememberedPaper = (id: string): LibraryPaper | null => kept.get(id) ?? null;

/** All that is remembered: what is saved first, the newest before all others. */
export function rememberedPapers(): LibraryPaper[] {
  return [...kept.values()].toSorted((one, other) => (other.saved?.savedAt ?? 0) - (one.saved?.savedAt ?? 0));
}
